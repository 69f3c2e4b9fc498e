import { type Browser, type Page, expect } from '@playwright/test';
import { mustBeClean } from './clean.ts';
import { test } from './headway.ts';
import { api, inOwnBrowser } from './people.ts';

const department = 'department-for-environment-food-and-rural-affairs';
const forms = ['ods', 'xlsx', 'csv', 'pdf', 'json'];

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** The quarter of the demonstration that is over and still open. */
async function openQuarter(browser: Browser): Promise<string> {
  const page = await inOwnBrowser(browser, 'viewer@headway.example');
  const { items } = await api<{ items: { id: string; state: string }[] }>(page, '/api/quarters');
  await page.context().close();
  return items.findLast(({ state }) => state === 'open')!.id;
}

test('a quarter through four sign-ins: submitted, signed off, closed, and re-opened by a second person', async ({
  browser,
}) => {
  const quarter = `/quarters/${await openQuarter(browser)}`;
  const home = `${quarter}/returns/${department}`;

  const lead = await inOwnBrowser(browser, 'lead.defra@headway.example', home);
  await lead.getByRole('checkbox', { name: /^Nothing else has changed/ }).check();
  await lead.getByRole('radio', { name: 'Fairly confident' }).check();
  await lead.getByRole('checkbox', { name: /^I have reviewed/ }).check();
  await press(lead, 'Check and submit');
  await lead.getByRole('checkbox', { name: /complete and correct/ }).check();
  await press(lead, 'Submit return');
  await expect(lead.getByRole('heading', { level: 1, name: 'Return submitted' })).toBeVisible();

  const approver = await inOwnBrowser(browser, 'approver.defra@headway.example', home);
  await press(approver, 'Sign off');
  await approver.getByRole('checkbox', { name: /^I have read this return/ }).check();
  await press(approver, 'Sign off return');
  await expect(approver.locator('.govuk-notification-banner--success')).toContainText('You signed off');

  const oversight = await inOwnBrowser(browser, 'oversight@headway.example', quarter);
  await oversight.getByRole('button', { name: 'Close this quarter' }).click();
  await expect(oversight.getByRole('heading', { level: 1, name: /^Close / })).toBeVisible();
  await press(oversight, 'Close this quarter');
  await expect(oversight.locator('.govuk-error-summary')).toBeFocused();
  await mustBeClean(oversight, 'a closing that is not meant yet');
  await oversight.getByRole('checkbox').first().check();
  await press(oversight, 'Close this quarter');
  await expect(oversight.locator('.govuk-notification-banner--success')).toBeVisible();
  await oversight.goto(`${quarter}/review`);
  await expect(oversight.getByRole('heading', { level: 1 })).toContainText('Progress of government services');
  await sameBytes(oversight, quarter);

  await oversight.goto(`${quarter}/reopen`);
  await expect(oversight.getByRole('main')).toContainText(/somebody else|someone else/i);
  const second = await inOwnBrowser(browser, 'director@headway.example', `${quarter}/reopen`);
  await second.locator('textarea').fill('A department found a mistake in what it had signed.');
  await press(second, /^Re-open/);
  await expect(second.locator('.govuk-notification-banner--success')).toBeVisible();
  await sameBytes(second, quarter);
});

/** Every form comes out the same twice, and says so by its tag. */
async function sameBytes(page: Page, quarter: string): Promise<void> {
  for (const form of forms) {
    const ask = () => page.request.get(`/api${quarter}/review.${form}?revision=1`);
    const [first, again] = [await ask(), await ask()];
    expect(first.status()).toBe(200);
    expect(first.headers()['etag']).toMatch(/^"[0-9a-f]{64}"$/);
    expect((await again.body()).equals(await first.body()), form).toBe(true);
  }
}
