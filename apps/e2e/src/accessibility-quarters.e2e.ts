import { expect } from '@playwright/test';
import { mustBeClean } from './clean.ts';
import { test } from './headway.ts';
import { api, signIn } from './people.ts';
import { quarterAgo } from './today.ts';

const quarter = `/quarters/${quarterAgo(1).id}`;
/** Whatever state the quarter is in, each of them has something to say. */
const quarterPages = [
  '/quarters',
  quarter,
  `${quarter}?show=late`,
  `${quarter}/open`,
  `${quarter}/due`,
  `${quarter}/close`,
  `${quarter}/reopen`,
  `${quarter}/excuse/home-office`,
  '/quarters/NOTHING',
];

for (const width of [1280, 320])
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('pages of the quarters', async ({ page }) => {
      await signIn(page, 'oversight@headway.example', '/quarters');
      for (const path of quarterPages) {
        await page.goto(path);
        await mustBeClean(page, path);
      }
    });

    test('the review of the quarter that was closed last, with a list unfolded', async ({ page }) => {
      await signIn(page, 'lead.dwp@headway.example');
      const { items } = await api<{ items: { id: string; state: string }[] }>(page, '/api/quarters');
      const closed = items.find(({ state }) => state === 'closed')!;
      await page.goto(`/quarters/${closed.id}/review`);
      await expect(page).toHaveTitle(/^Progress of government services/);
      await page.getByRole('button', { name: /^Copy these sentences.*in brief$/ }).press('Enter');
      await expect(page.locator('.hw-headlines .hw-copy')).toContainText(/Copied|Selected/);
      await page.locator('hw-folded-table summary', { hasText: 'Barriers' }).click();
      await mustBeClean(page, 'a review');
    });

    test('states: a wave without dates, and tables of the pulse unfolded', async ({ page }) => {
      await signIn(page, 'oversight@headway.example', '/pulse/waves/new');
      await page.getByText('Show the questions').click();
      await page.getByRole('button', { name: 'Plan this wave' }).click();
      await expect(page.locator('.govuk-error-summary')).toBeFocused();
      await mustBeClean(page, 'a wave without dates');
      await page.goto('/pulse');
      for (const summary of [
        'Change the wave, or whose answers are shown',
        'How far to trust these figures',
        'Show every organisation as a table',
        'Show every wave as a table',
      ])
        await page.getByText(summary).click();
      await mustBeClean(page, 'every table of the pulse');
    });
  });
