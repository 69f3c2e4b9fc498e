import { type Response, expect } from '@playwright/test';
import { mustBeClean } from './clean.ts';
import { test } from './headway.ts';
import { api, inOwnBrowser, signIn } from './people.ts';
import {
  type Service,
  atTheTable,
  check,
  isDone,
  lead,
  record,
  recordsOf,
  servicesOf,
  stageOf,
  thisQuarter,
} from './the-table.ts';
import { today } from './today.ts';

test('unsent work outlives a reload, a closed tab and a session that ran out', async ({ page, context }) => {
  await signIn(page, lead);
  const [service, other] = (await servicesOf(page)).filter(({ stage }) => stage === 'in_progress');
  await atTheTable(page);
  await stageOf(page, service!).selectOption('not_started');
  await page.locator(`[id="note-${service!.reference}"]`).fill('The supplier left');
  await page.reload();
  await expect(page.locator(`[id="note-${service!.reference}"]`)).toHaveValue('The supplier left');

  const tab = await context.newPage();
  await page.close();
  await tab.goto(thisQuarter());
  await expect(stageOf(tab, service!)).toHaveValue('not_started');
  await stageOf(tab, other!).selectOption('confirm');

  await check(tab);
  await context.clearCookies();
  await record(tab);
  await expect(tab.getByRole('alert')).toContainText('You have been signed out');
  const signsIn = context.waitForEvent('page');
  await tab.getByRole('link', { name: /Sign in again/ }).click();
  const second = await signsIn;
  await second
    .getByRole('button', { name: 'Sign in' })
    .or(second.getByRole('link', { name: 'Sign in' }))
    .first()
    .click();
  await second.locator(`a[href*="${encodeURIComponent(lead)}"]`).click();
  await second.waitForURL(/portfolio/);
  await second.close();

  // Or in the same tab, by way of a reload, which leads to the sign-in and back here.
  await context.clearCookies();
  await tab.reload();
  await tab
    .getByRole('button', { name: 'Sign in' })
    .or(tab.getByRole('link', { name: 'Sign in' }))
    .first()
    .click();
  await tab.locator(`a[href*="${encodeURIComponent(lead)}"]`).click();
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Check before you record 2 services');
  await expect(tab.getByRole('main')).toContainText('The supplier left');
  await record(tab);
  await isDone(tab);
  expect((await recordsOf(tab, service!)).items[0]!.stage).toBe('not_started');
});

test('work of one person is not seen by another on the same computer', async ({ page, context }) => {
  await signIn(page, lead);
  const [service] = await servicesOf(page);
  await atTheTable(page);
  await stageOf(page, service!).selectOption('redesigned');
  await expect(page.getByRole('main')).toContainText('Kept on this computer');
  await context.clearCookies();
  await signIn(page, 'lead.ukef@headway.example');
  await atTheTable(page);
  await context.clearCookies();
  await signIn(page, lead);
  await page.goto(thisQuarter());
  await expect(stageOf(page, service!)).toHaveValue('redesigned');
  await stageOf(page, service!).selectOption('');
});

test('an answer that never came is no second record', async ({ page }) => {
  await signIn(page, lead);
  const [service] = (await servicesOf(page)).filter(({ stage }) => stage === 'live');
  const { total } = await recordsOf(page, service!);
  await atTheTable(page);
  await stageOf(page, service!).selectOption('confirm');
  await check(page);
  await page.route('**/api/records/batch', async (route) => {
    await route.fetch();
    await route.abort();
  });
  const told = page.waitForResponse((answer) => isListWith(answer, service!));
  await record(page);
  await expect(page.locator('.govuk-error-summary')).toContainText('safe to send it again');
  await page.unroute('**/api/records/batch');
  // The live events have told the page of the change that was made.
  await told;
  await page.reload();
  await record(page);
  await isDone(page);
  expect((await recordsOf(page, service!)).total).toBe(total + 1);
});

test('what somebody else was quicker with is shown beside one’s own, and settled one by one', async ({
  page,
  browser,
}) => {
  await signIn(page, lead);
  const [a, b, c] = (await servicesOf(page)).filter(({ stage }) => stage === 'in_progress');
  await atTheTable(page);
  for (const service of [a!, b!, c!]) await stageOf(page, service).selectOption('redesigned');

  const other = await inOwnBrowser(browser, lead);
  await atTheTable(other);
  for (const service of [a!, b!]) await stageOf(other, service).selectOption('live');
  await check(other);
  await record(other);
  await isDone(other);

  const marks = page.getByRole('table').getByText('Changed by somebody since you began');
  await expect(marks).toHaveCount(2);
  await expect(page.locator('tbody').filter({ hasText: a!.reference })).toContainText('Live');
  await expect(stageOf(page, a!)).toHaveValue('redesigned');
  await check(page);
  const both = (service: Service) => page.getByRole('region', { name: service.name });
  await expect(both(a!)).toContainText(/By .+ on .+Live since/s);
  await expect(both(a!)).toContainText('Redesigned since');
  await mustBeClean(page, 'both versions');
  await page.setViewportSize({ width: 320, height: 800 });
  await mustBeClean(page, 'both versions, narrow');
  await both(a!).getByRole('radio', { name: 'Keep theirs' }).check();
  await both(b!).getByRole('radio', { name: 'Keep mine on top' }).check();
  await page.getByRole('button', { name: 'Use these choices and record' }).click();
  await isDone(page);
  const stages = new Map((await servicesOf(page)).map(({ reference, stage }) => [reference, stage]));
  expect([a, b, c].map((service) => stages.get(service!.reference))).toEqual([
    'live',
    'redesigned',
    'redesigned',
  ]);
});

test('a service that went elsewhere meanwhile is said so, and the others are kept', async ({
  page,
  browser,
}) => {
  await signIn(page, lead);
  const [gone, stays] = (await servicesOf(page)).filter(({ stage }) => stage === 'in_progress');
  await atTheTable(page);
  for (const service of [gone!, stays!]) await stageOf(page, service).selectOption('confirm');
  const oversight = await inOwnBrowser(browser, 'oversight@headway.example');
  const { version } = await api<Service>(oversight, `/api/services/${gone!.reference}`);
  const status = await oversight.evaluate(
    async ([path, version, on]) => {
      const headers = {
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        'If-Match': `"${version}"`,
      };
      const body = JSON.stringify({ organisation: 'uk-export-finance', on });
      return (await fetch(path!, { method: 'POST', headers, body })).status;
    },
    [`/api/services/${gone!.reference}/transfer`, String(version), today()],
  );
  expect(status).toBe(200);
  await check(page);
  await expect(page.getByRole('main')).toContainText('1 service is no longer yours to record, or closed');
  await page.getByRole('button', { name: 'Leave it out' }).click();
  await record(page);
  await isDone(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 service is up to date');
});

/** The list of services as the page fetched it, once it has the service later than it is here. */
async function isListWith(answer: Response, { reference, version }: Service): Promise<boolean> {
  if (new URL(answer.url()).pathname !== '/api/services' || !answer.ok()) return false;
  const { items } = (await answer.json()) as { items: Service[] };
  return items.some((one) => one.reference === reference && one.version > version);
}
