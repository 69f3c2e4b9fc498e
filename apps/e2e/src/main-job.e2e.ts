import { type Page, expect } from '@playwright/test';
import { test } from './headway.ts';
import { api, inOwnBrowser, signIn } from './people.ts';
import { fillIfAsked, goOnToCheck } from './recording.ts';
import { today } from './today.ts';

interface ServiceList {
  readonly total: number;
  readonly items: readonly { reference: string; name: string; stage: string }[];
}

async function answer(page: Page, choice: string): Promise<void> {
  await page.getByRole('radio', { name: choice, exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function pressToday(page: Page): Promise<void> {
  await page.getByRole('button', { name: /today’s date/ }).click();
}

test('a lead records a stage, and oversight sees the portfolio move without a reload', async ({
  page,
  browser,
}) => {
  const oversight = await inOwnBrowser(browser, 'oversight@headway.example');
  await signIn(page, 'lead.dwp@headway.example');
  const list = await api<ServiceList>(page, '/api/services?stage=not_started&pageSize=1');
  const [service] = list.items;
  const { total } = await api<{ total: { live: number } }>(oversight, '/api/portfolio');
  const liveNow = oversight.getByRole('link', { name: new RegExp(`^${total.live + 1} services are live`) });
  await expect(
    oversight.getByRole('link', { name: new RegExp(`^${total.live} services are live`) }),
  ).toBeVisible();
  await oversight.evaluate(() => ((window as unknown as { same: boolean }).same = true));

  await page.goto(`/services/${service!.reference}`);
  await page
    .getByRole('link', { name: 'Record a stage' })
    .or(page.getByRole('button', { name: 'Record a stage' }))
    .click();
  await answer(page, 'Live');
  await pressToday(page);
  await goOnToCheck(page);
  await page.getByRole('button', { name: /Record|Save|Confirm|Accept/ }).click();
  await expect(page.locator('.govuk-notification-banner--success')).toContainText('Live');

  await expect(liveNow).toBeVisible();
  expect(await oversight.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true);
});

test('every number of the portfolio opens the list of just that many services', async ({ page }) => {
  await signIn(page, 'oversight@headway.example');
  const numbers = page.locator('table a[href^="/services"]').filter({ hasText: /^[\d,]+$/ });
  for (const last of ['Quarter by quarter', 'Organisations'])
    await expect(page.getByRole('heading', { name: last, exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: /by department and quarter/ })).toBeVisible();
  const links = await numbers.evaluateAll((all) =>
    all.map((link) => ({
      href: link.getAttribute('href')!,
      number: Number(link.textContent!.replaceAll(',', '')),
    })),
  );
  expect(links.length).toBeGreaterThan(150);
  for (const { href, number } of links) {
    const query = href.slice('/services'.length);
    const { total } = await api<ServiceList>(page, `/api/services${query}${query ? '&' : '?'}pageSize=1`);
    expect(total, href).toBe(number);
  }
  const { href, number } = links.find((link) => link.number > 1)!;
  await page.goto(href);
  await expect(page.getByRole('heading', { name: `${number} services` })).toBeVisible();
});

test('of two who change one service, the second sees both versions and loses nothing typed', async ({
  page,
  browser,
}) => {
  await signIn(page, 'lead.moj@headway.example');
  const { items } = await api<ServiceList>(
    page,
    '/api/services?organisation=hm-courts-and-tribunals-service&stage=not_started&pageSize=1',
  );
  const path = `/services/${items[0]!.reference}`;
  const other = await inOwnBrowser(browser, 'lead.hmcts@headway.example', path);
  await page.goto(`${path}/record`);
  await answer(page, 'In progress');
  await pressToday(page);

  await other.goto(`${path}/record`);
  await answer(other, 'Live');
  await pressToday(other);
  await goOnToCheck(other);
  await other.getByRole('button', { name: /Record|Save|Confirm|Accept/ }).click();
  await expect(other.locator('.govuk-notification-banner--success')).toBeVisible();

  await goOnToCheck(page, () => fillIfAsked(page, /Note|Reason/, 'Pilot begun in two courts'));
  await page.getByRole('button', { name: /Record|Save|Confirm|Accept/ }).click();
  const conflict = page.getByRole('table').filter({ hasText: 'Pilot begun in two courts' });
  await expect(conflict).toContainText('Live');
  await expect(conflict).toContainText('In progress');
});

test('"nothing has changed" is one page', async ({ page }) => {
  await signIn(page, 'lead.dwp@headway.example', '/services?stage=live');
  await page.locator('main table tbody a').first().click();
  await page
    .getByRole('link', { name: 'Nothing has changed' })
    .or(page.getByRole('button', { name: 'Nothing has changed' }))
    .click();
  await page.getByRole('button', { name: /Confirm/ }).click();
  await expect(page.locator('.govuk-notification-banner--success')).toBeVisible();
  await expect(page.locator('.moj-timeline__item').first()).toContainText(/Confirmed/);
});

const header =
  'Reference,Service name,Organisation,Audience,Stage,Stage reached on,Transactions a year,Service address';

test('a file is checked, its problems named by row and column, then saved', async ({ page }) => {
  await signIn(page, 'lead.dwp@headway.example', '/import');
  const choose = async (text: string) => {
    await page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'services.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Check this file' }).click();
  };
  await choose(`${header}\nDWP-901,A new thing,DWP,everyone,live,2026-02-31,,\n`);
  await expect(page.getByRole('heading', { name: 'The file has errors' })).toBeVisible();
  const problems = page.getByRole('table').filter({ hasText: 'Stage reached on' });
  await expect(problems).toContainText('Audience');
  await expect(problems).toContainText('2026-02-31 is not a date');

  await page.getByRole('button', { name: 'Choose another file' }).click();
  await choose(`${header}\nDWP-901,A new thing,DWP,external,live,${today()},1200,\n`);
  await expect(page.getByRole('heading', { name: 'Check the changes' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('A new thing');
  expect((await page.request.get('/api/services/DWP-901')).status()).toBe(404);
  await page.getByRole('button', { name: 'Save these changes' }).click();
  await expect(page.getByRole('heading', { name: 'Changes saved' })).toBeVisible();
  expect((await api<{ stage: string }>(page, '/api/services/DWP-901')).stage).toBe('live');
});
