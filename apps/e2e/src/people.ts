import type { Browser, Page } from '@playwright/test';

/** Signs a demonstration person in, through the same pages as they would, and lands on a page. */
export async function signIn(page: Page, email: string, landOn = '/portfolio'): Promise<Page> {
  await page.goto(landOn);
  await page
    .getByRole('link', { name: 'Sign in' })
    .or(page.getByRole('button', { name: 'Sign in' }))
    .first()
    .click();
  await page.locator(`a[href*="${encodeURIComponent(email)}"]`).click();
  await page.waitForURL((url) => url.pathname === landOn.split(/[?#]/)[0]);
  return page;
}

/** The same, in a browser of their own. */
export async function inOwnBrowser(browser: Browser, email: string, landOn?: string): Promise<Page> {
  const context = await browser.newContext();
  return signIn(await context.newPage(), email, landOn);
}

/** Off to an empty page: what a busy machine still loads of the last one is no part of what is counted next. */
export async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
}

/** What the API answers, asked with the page's own session. */
export async function api<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
  return (await answer.json()) as T;
}
