import { type Page, expect } from '@playwright/test';

/**
 * From one question about a stage to the check of the answers, whichever questions lie between. Each is answered by
 * `answer` once its heading is there: on a busy machine the one before it stays for a while after Continue.
 */
export async function goOnToCheck(page: Page, answer = async () => {}): Promise<void> {
  const [question, check] = [page.getByRole('heading', { level: 1 }), /Check/];
  for (let step = 0; step < 7; step++) {
    await expect(question).toBeVisible();
    const asked = await question.innerText();
    if (check.test(asked)) return;
    await answer();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(question).not.toHaveText(asked);
  }
  await expect(question).toHaveText(check);
}

/** Today, where the question on the page is when. */
export async function pressTodayIfAsked(page: Page): Promise<void> {
  const today = page.getByRole('button', { name: /today’s date/ });
  if (await today.isVisible()) await today.click();
}

/** A date, where the question on the page is when. */
export async function typeDateIfAsked(page: Page, date: string): Promise<void> {
  const day = page.getByRole('textbox', { name: 'Day' });
  if (!(await day.isVisible())) return;
  const [year, month, ofMonth] = date.split('-').map(Number);
  await day.fill(`${ofMonth}`);
  await page.getByRole('textbox', { name: 'Month' }).fill(`${month}`);
  await page.getByRole('textbox', { name: 'Year' }).fill(`${year}`);
}

/** Words, where the question on the page has a box of this name. */
export async function fillIfAsked(page: Page, name: RegExp, words: string): Promise<void> {
  const box = page.getByRole('textbox', { name });
  if (await box.isVisible()) await box.fill(words);
}
