import { type BrowserContext, type Page, expect } from '@playwright/test';
import { test } from './headway.ts';
import { api, signIn } from './people.ts';

const lead = 'lead.dwp@headway.example';
const oversight = 'oversight@headway.example';

const whoIs = async (page: Page) =>
  (await api<{ person: { email: string } }>(page, '/api/session')).person.email;
const choose = (page: Page, email: string) => page.locator(`a[href*="${encodeURIComponent(email)}"]`).click();
/** As far as the page of people. */
async function begin(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Choose a demonstration person' })).toBeVisible();
  return page;
}

test('one browser is one person after another', async ({ page }) => {
  await signIn(page, lead);
  for (const email of [oversight, lead]) {
    await page
      .getByRole('button', { name: 'Sign out' })
      .or(page.getByRole('link', { name: 'Sign out' }))
      .click();
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await choose(page, email);
    await expect(page).toHaveURL('/portfolio');
    expect(await whoIs(page)).toBe(email);
  }
});

test('two tabs sign in side by side', async ({ context }) => {
  const first = await begin(context, '/services?stage=live');
  const second = await begin(context, '/departments');
  await choose(first, lead);
  await expect(first).toHaveURL('/services?stage=live');
  expect(await whoIs(first)).toBe(lead);
  await choose(second, oversight);
  await expect(second).toHaveURL('/departments');
  expect(await whoIs(second)).toBe(oversight);
});

test('signing in comes back to the place on the page', async ({ page }) => {
  await signIn(page, lead, '/services/DWP-001#history');
  await expect(page).toHaveURL('/services/DWP-001#history');
});

test('signing in comes back from a long address, or at least to its page', async ({ page }) => {
  for (const [length, query] of [
    [2_500, true],
    [9_000, false],
  ] as const) {
    await page.context().clearCookies();
    const long = `/services?stage=live&more=${'a'.repeat(length)}`;
    await signIn(page, lead, long);
    await expect(page.getByRole('heading', { level: 1, name: 'Services' })).toBeVisible();
    expect(new URL(page.url()).searchParams.has('stage')).toBe(query);
  }
});

test('an attempt that has ended leads back to signing in', async ({ page }) => {
  for (const path of [
    '/demonstration-people/ended',
    '/demonstration-identity/auth/ended',
    '/api/session/callback',
  ]) {
    await page.goto(path);
    await expect(page).toHaveURL('/sign-in?problem=expired');
    await expect(page.getByText('That took too long')).toBeVisible();
  }
  await page.getByRole('button', { name: 'Sign in' }).click();
  await choose(page, lead);
  await expect(page).toHaveURL('/portfolio');
});
