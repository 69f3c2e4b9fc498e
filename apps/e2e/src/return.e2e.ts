import { type Page, expect } from '@playwright/test';
import { mustBeClean } from './clean.ts';
import { Hands } from './hands.ts';
import { test } from './headway.ts';
import { type Owed, owedReturn } from './open-quarter.ts';
import { api, inOwnBrowser, leave, signIn } from './people.ts';
import { fillIfAsked, goOnToCheck, typeDateIfAsked } from './recording.ts';

interface Service {
  readonly reference: string;
  readonly name: string;
  readonly stage: string;
  readonly lastEffectiveOn: string | null;
}

// Each begins where the one before it has left the return.
test.describe.configure({ mode: 'serial' });

let owed: Owed;
test.beforeAll(async ({ browser }) => {
  owed = await owedReturn(browser);
});

async function mustBeCleanAtBothWidths(page: Page, state: string): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await mustBeClean(page, `${state}, ${width} pixels wide`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}
const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

test('a lead with over thirty services and nothing to change submits on three pages, by keyboard alone', async ({
  page,
}, testInfo) => {
  await signIn(page, owed.lead);
  await leave(page);
  const hands = new Hands(page);
  await page.goto(owed.home);
  await expect(page.getByRole('checkbox', { name: /^Nothing else has changed/ })).toBeVisible();
  const started = Date.now();
  await hands.press('Tab');
  await hands.press('Enter');
  await hands.tabTo(/^Nothing else has changed/);
  await hands.press('Space');
  await hands.tabTo(/ confident$/);
  await hands.press('Space');
  await hands.press('ArrowDown');
  const confidence = await page.locator('input[type=radio]:checked + label').innerText();
  await hands.tabTo(/^I have reviewed/);
  await hands.press('Space');
  await hands.tabTo(/^Check and submit/);
  await hands.press('Enter');

  await heading(page, 'Check your answers');
  await expect(page.getByRole('main')).toContainText(confidence.trim());
  await hands.tabTo(/complete and correct/);
  await hands.press('Space');
  await hands.tabTo(/^Submit return/);
  await hands.press('Enter');

  await heading(page, 'Return submitted');
  const seconds = (Date.now() - started) / 1000;
  const pages = hands.pages('/');
  const said = `a return of ${owed.services} services: ${hands.keys} keys, ${pages} pages, ${seconds.toFixed(1)} seconds`;
  testInfo.annotations.push({ type: 'measured', description: said });
  process.stdout.write(`${said}\n`);
  expect(pages).toBe(3);
  expect(hands.keys).toBeLessThan(100);
  await mustBeCleanAtBothWidths(page, 'submitted');
  await page.goto(owed.home);
  await expect(page.getByRole('main')).toContainText('is locked');
  await mustBeCleanAtBothWidths(page, 'the return, locked');
  await page.goto(`${owed.home}/record`);
  await expect(page.getByRole('main')).toContainText(/[0-9a-f]{64}/);
  await mustBeCleanAtBothWidths(page, 'the record');
});

test('what is locked is refused with who can reopen it, and nothing typed is lost', async ({ page }) => {
  await signIn(page, owed.lead);
  const { items } = await api<{ items: Service[] }>(
    page,
    `/api/services?organisation=${owed.slug}&stage=in_progress&pageSize=200`,
  );
  // Of which nothing was recorded since the quarter, so that what is in force is what was submitted.
  const [service, other] = items.filter(({ lastEffectiveOn }) => (lastEffectiveOn ?? '') <= owed.to);
  const path = `/services/${service!.reference}`;
  const refused = async () => {
    const summary = page.locator('.govuk-error-summary');
    await expect(summary).toContainText(`The return of ${owed.organisation}`);
    await expect(summary).toContainText('can reopen it by requesting changes');
  };

  await page.goto(`${path}/record`);
  await page.getByRole('radio', { name: 'Live', exact: true }).check();
  await goOnToCheck(page, async () => {
    await typeDateIfAsked(page, owed.to);
    await fillIfAsked(page, /Note/, 'Open to everybody since the summer');
  });
  await press(page, /Record|Save|Confirm|Accept/);
  await refused();
  await expect(page.getByRole('main')).toContainText('Open to everybody since the summer');
  await mustBeClean(page, 'a record that is locked');

  await page.goto(path);
  await page
    .getByRole('link', { name: /^Correct this record/ })
    .first()
    .click();
  await page.getByRole('radio', { name: 'It should never have been recorded' }).check();
  await page.locator('#reason').fill('Meant for another service');
  await press(page, 'Correct this record');
  await refused();
  await expect(page.locator('#reason')).toHaveValue('Meant for another service');

  // In the table it is marked before anything is typed.
  await page.goto(`/return/${owed.home.split('/')[2]}`);
  const { reference } = other!;
  const row = page.locator('tbody', { has: page.locator(`[id="tick-${reference}"]`) });
  await expect(row).toContainText('Locked');
  await expect(page.locator(`[id="stage-${reference}"]`)).toHaveCount(0);
  await mustBeClean(page, 'the table of a return that is locked');
});

test('an approver who is somebody else reads it and signs it off', async ({ browser }) => {
  const page = await inOwnBrowser(browser, owed.approver, owed.home);
  await expect(page.getByRole('heading', { name: 'What was submitted' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign off' }).click();
  await heading(page, 'Sign off the return');
  await press(page, 'Sign off return');
  await expect(page.locator('.govuk-error-summary')).toContainText('Confirm that you have read the return');
  await mustBeCleanAtBothWidths(page, 'a sign-off without its declaration');
  await page.getByRole('checkbox', { name: /^I have read this return/ }).check();
  await press(page, 'Sign off return');
  await expect(page.locator('.govuk-notification-banner--success')).toContainText('You signed off');
  await expect(page.getByRole('main')).toContainText('Signed off by');
});

test('oversight reopens it with a comment on a service, which the lead sees there and on the return', async ({
  page,
  browser,
}) => {
  const oversight = await inOwnBrowser(browser, 'oversight@headway.example', owed.home);
  await oversight.getByRole('button', { name: 'Request changes' }).click();
  await expect(oversight.getByRole('main')).toContainText('This undoes the sign-off');
  await press(oversight, 'Add another comment');
  await expect(oversight.locator('#about-1')).toBeFocused();
  await oversight.locator('#text-0').fill('Please say more about what changed.');
  await oversight.locator('#about-1').selectOption({ index: 1 });
  const about = await oversight.locator('#about-1 option').nth(1).textContent();
  await press(oversight, 'Request changes');
  await expect(oversight.locator('.govuk-error-summary a')).toHaveText('Enter what needs to change');
  await mustBeCleanAtBothWidths(oversight, 'a comment without words');
  await oversight.reload();
  await expect(oversight.locator('#text-0')).toHaveValue('Please say more about what changed.');
  await oversight.locator('#text-1').fill('Did this one not go live in the summer?');
  await press(oversight, /^Request changes/);
  await expect(oversight.locator('.govuk-notification-banner--success')).toContainText(
    'You requested changes',
  );

  await signIn(page, owed.lead, owed.home);
  const banner = page.locator('.govuk-notification-banner').filter({ hasText: 'Changes requested' });
  await expect(banner).toContainText('Please say more about what changed.');
  await expect(banner).toContainText('Did this one not go live in the summer?');
  await mustBeCleanAtBothWidths(page, 'a return to be changed');
  const reference = /\(([^()]+)\)\s*$/.exec(about!)![1]!;
  await page.getByLabel('Ask or answer').fill('It did not: we correct the date.');
  await page.getByLabel(/^Which service/).selectOption(reference);
  await press(page, 'Send message');
  await expect(page.locator('.hw-messages')).toContainText('It did not: we correct the date.');

  await page.goto(`${owed.home}/check`);
  await heading(page, 'Check your answers');
  await mustBeCleanAtBothWidths(page, 'the check');
  await page.goto(`/services/${encodeURIComponent(reference)}`);
  await expect(banner).toContainText('Did this one not go live in the summer?');
  await mustBeCleanAtBothWidths(page, 'a service with a comment');
  await page.goto(`/departments/${owed.slug}`);
  await expect(page.getByRole('main')).toContainText('Changes requested');
});
