import { type Page, expect } from '@playwright/test';
import { mustBeClean } from './clean.ts';
import { test } from './headway.ts';
import { api, inOwnBrowser, signIn } from './people.ts';

const lead = 'lead.dwp@headway.example';
const scripts = '**/*.js';
const services = (page: Page) => page.getByRole('link', { name: 'Services', exact: true });

test('a click whose code is gone says so, keeps what is typed, and leads on', async ({ page }) => {
  await signIn(page, lead, '/services/DWP-001');
  await page.goto('/services/DWP-001/record/stage');
  await page.getByRole('radio', { name: 'Live', exact: true }).check();
  await page.waitForLoadState('networkidle');
  await page.route(scripts, (route) => route.fulfill({ status: 404, body: '' }));
  await services(page).click();
  const banner = page.getByRole('alert');
  await expect(banner).toContainText('The page could not be opened');
  await expect(banner).toBeFocused();
  await expect(page.getByRole('radio', { name: 'Live', exact: true })).toBeChecked();
  await mustBeClean(page, 'a page that could not be opened');
  await page.setViewportSize({ width: 320, height: 800 });
  await mustBeClean(page, 'a page that could not be opened, narrow');
  await page.unroute(scripts);
  await banner.getByRole('link', { name: 'Reload and open the page' }).click();
  await expect(page).toHaveURL('/services');
  await expect(page.getByRole('heading', { level: 1, name: 'Services' })).toBeVisible();
});

test('a page whose own code is missing is never blank', async ({ page }) => {
  await signIn(page, lead);
  await page.route(/services.*\.js/, (route) => route.abort());
  await page.goto('/services?stage=live');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be opened');
  await page.unroute(/services.*\.js/);
  await page.getByRole('link', { name: 'Reload this page' }).click();
  await expect(page.getByRole('checkbox', { name: 'Live', exact: true })).toBeChecked();
  await expect(page).toHaveURL('/services?stage=live');
  await page.route('**/main-*.js', (route) => route.abort());
  await page.goto('/services');
  await expect(page.getByText('Loading Headway')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Headway is taking a long time to load');
  await mustBeClean(page, 'a page whose script is missing');
});

test('being offline is said, and being back', async ({ page, context }) => {
  await signIn(page, lead, '/services');
  await expect(page.locator('main tbody tr').first()).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByRole('region', { name: 'Important' })).toContainText('You are offline');
  await context.setOffline(false);
  await expect(page.getByText('You are offline')).toHaveCount(0);
});

test('signing out leaves every tab, and what was typed is the person’s own', async ({ page, context }) => {
  await signIn(page, lead, '/services/DWP-002');
  await page.goto('/services/DWP-002/record/stage');
  await page.getByRole('radio', { name: 'Redesigned', exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/record\/date/);
  const tab = await context.newPage();
  await tab.goto('/services');
  await expect(tab.locator('main tbody tr').first()).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/signed-out');
  await expect(tab).toHaveURL('/signed-out');
  await expect(page.getByRole('main')).toContainText('1 draft is kept on this device until');
  await mustBeClean(page, 'signed out with a draft');
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in\?/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Headway');
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.goto('/signed-out');
  await page.getByRole('button', { name: 'Delete it now' }).click();
  await expect(page.getByRole('main')).not.toContainText('draft');
  expect(await page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }))).toEqual([]);
});

test('Back brings back the row that was followed, also where the list is slow to come', async ({ page }) => {
  await signIn(page, 'oversight@headway.example', '/services?sort=-stageSince');
  const row = page.locator('main tbody tr').nth(30).getByRole('link');
  const name = await row.textContent();
  await row.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name!.trim());
  // Slow enough for the page to stand without its rows.
  await page.route('**/api/services?*', async (route) => {
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Services');
    await route.continue();
  });
  await page.goBack();
  await expect(page).toHaveURL('/services?sort=-stageSince');
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name!.trim());
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Services' }).click();
  await expect(page).toHaveURL('/services?sort=-stageSince');
  await expect(row).toBeFocused();
});

test('a reply that was lost ends in what was done, done once', async ({ browser }) => {
  const page = await inOwnBrowser(browser, lead, '/services/DWP-003/confirm');
  const total = async () => (await api<{ total: number }>(page, '/api/services/DWP-003/records')).total;
  const before = await total();
  let lost = 0;
  await page.route('**/api/services/DWP-003/records', async (route) => {
    if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: /Confirm/ }).click();
  await expect(page.getByRole('alert')).toContainText('You confirmed');
  await expect(page.locator('.govuk-error-summary')).toHaveCount(0);
  expect(lost).toBe(2);
  expect(await total()).toBe(before + 1);
});

test('whoever changes their words after a lost reply is told that the first were saved', async ({
  browser,
}) => {
  const page = await inOwnBrowser(browser, lead, '/services/DWP-004');
  await page.goto('/services/DWP-004/change');
  const description = page.getByRole('textbox', { name: /Description/ });
  await description.fill('First words');
  await page.route('**/api/services/DWP-004', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.locator('.govuk-error-summary')).toBeVisible();
  await page.unroute('**/api/services/DWP-004');
  await description.fill('Second words');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What you sent before was saved');
  await expect(page.getByRole('main')).not.toContainText('somebody');
  await page.getByRole('button', { name: 'Save what I typed' }).click();
  // Both words are on the page that asks, until it is left.
  await page.waitForURL('**/services/DWP-004');
  await expect(page.getByText('Second words')).toBeVisible();
});

test('a change is sent again also where Headway was away when it was first sent', async ({ browser }) => {
  const page = await inOwnBrowser(browser, lead, '/services/DWP-005');
  await page.goto('/services/DWP-005/change');
  const description = page.getByRole('textbox', { name: /Description/ });
  await description.fill('Typed before the fall');
  await page.waitForLoadState('networkidle');
  let refused = 0;
  await page.route('**/resend-*.js', (route) => route.abort());
  await page.route('**/api/services/DWP-005', (route) =>
    route.request().method() === 'PATCH' && refused++ === 0 ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.waitForURL('**/services/DWP-005');
  await expect(page.getByText('Typed before the fall')).toBeVisible();
  expect(refused).toBeGreaterThan(1);
});

test('the way back to the list keeps its filters over other pages in between', async ({ page }) => {
  await signIn(page, lead, '/services?stage=live');
  await page.locator('main tbody tr').first().getByRole('link').click();
  await page
    .getByRole('link', { name: /Add a barrier/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Services' }).click();
  await expect(page).toHaveURL('/services?stage=live');
});
