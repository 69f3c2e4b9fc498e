import { type Page, expect } from '@playwright/test';
import { test } from './headway.ts';
import { inOwnBrowser, signIn } from './people.ts';

test('nobody sees anything before signing in, and is taken back to where they were going', async ({
  page,
}) => {
  await page.goto('/services?stage=live');
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await signIn(page, 'viewer@headway.example', '/services?stage=live');
  await expect(page).toHaveURL('/services?stage=live');
  await expect(page.getByRole('checkbox', { name: 'Live', exact: true })).toBeChecked();
});

test('signing out ends it', async ({ page }) => {
  await signIn(page, 'viewer@headway.example');
  await page
    .getByRole('button', { name: 'Sign out' })
    .or(page.getByRole('link', { name: 'Sign out' }))
    .click();
  await expect(page).toHaveURL('/signed-out');
  expect((await page.request.get('/api/session')).status()).toBe(401);
});

test('each kind of person is shown what they may do and no more', async ({ browser }) => {
  const shown = async (email: string, path: string, name: string) => {
    const page = await inOwnBrowser(browser, email, path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const visible = (await page.getByText(name, { exact: true }).count()) > 0;
    await page.context().close();
    return visible;
  };
  expect(await shown('lead.dwp@headway.example', '/services/DWP-001', 'Record a stage')).toBe(true);
  expect(await shown('approver.dwp@headway.example', '/services/DWP-001', 'Record a stage')).toBe(false);
  expect(await shown('oversight@headway.example', '/services/DWP-001', 'Record a stage')).toBe(false);
  expect(await shown('lead.hmrc@headway.example', '/services/DWP-001', 'Record a stage')).toBe(false);
  expect(await shown('viewer@headway.example', '/portfolio', 'Import')).toBe(false);
  expect(await shown('oversight@headway.example', '/portfolio', 'Import')).toBe(true);
  expect(await shown('admin@headway.example', '/departments', 'Add an organisation')).toBe(true);
  expect(await shown('oversight@headway.example', '/departments', 'Add an organisation')).toBe(false);
});

test('titles, focus and the back button follow the page', async ({ page }) => {
  await signIn(page, 'oversight@headway.example');
  await expect(page).toHaveTitle('Portfolio – Headway');
  await page.getByRole('link', { name: 'Services', exact: true }).click();
  await expect(page).toHaveTitle('Services – Headway');
  await expect(page.getByRole('heading', { level: 1, name: 'Services' })).toBeFocused();
  await page.getByRole('checkbox', { name: 'Redesigned', exact: true }).check();
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page).toHaveURL(/stage=redesigned/);
  await page.goBack();
  await expect(page).not.toHaveURL(/stage=redesigned/);
  await expect(page.getByRole('checkbox', { name: 'Redesigned', exact: true })).not.toBeChecked();
});

const busy = [
  {
    path: '/portfolio',
    last: (page: Page) => page.getByRole('region', { name: 'Organisations by stage' }),
    later: (page: Page) => page.getByRole('region', { name: /by department and quarter/ }),
  },
  {
    path: '/services',
    last: (page: Page) => page.locator('main tbody tr').first(),
    later: (page: Page) => page.getByRole('button', { name: 'Apply filters' }),
  },
];
for (const { path, last, later } of busy)
  test(`all of ${path} takes at most 130 kB of script (gzip), and the browser keeps it`, async ({ page }) => {
    let bytes = 0;
    await signIn(page, 'oversight@headway.example', path);
    // What of this first time is still on its way would be counted too.
    await expect(later(page)).toBeVisible();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await session.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': 'gzip' } });
    const scripts = new Set<string>();
    const kept = new Set<string>();
    session.on('Network.responseReceived', ({ requestId, response }) => {
      if (!response.mimeType.includes('javascript')) return;
      scripts.add(requestId);
      kept.add(response.headers['Cache-Control'] ?? response.headers['cache-control'] ?? 'nothing');
    });
    session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.reload();
    await expect(last(page)).toBeVisible();
    await expect(later(page)).toBeVisible();
    expect(scripts.size).toBeGreaterThan(0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(130_000);
    expect([...kept]).toEqual(['public, max-age=31536000, immutable']);
  });

test('the whole of a question can be answered by keyboard alone', async ({ page }) => {
  await signIn(page, 'lead.dwp@headway.example', '/services/DWP-002/record/stage');
  await expect(page.getByRole('radio').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  for (
    let n = 0;
    n < 12 &&
    !(await page
      .getByRole('radio')
      .first()
      .evaluate((el) => el === document.activeElement || document.activeElement?.matches('[type=radio]')));
    n++
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('When did');
});
