import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** axe finds nothing, nothing makes the page scroll sideways, and no table stands out over its margin. */
export async function mustBeClean(page: Page, state: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  // What is fetched late stands there for a moment before its words do.
  await expect(page.locator('.hw-loading, th[scope="col"]:empty')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    state,
  ).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(sideways, `${state} scrolls sideways`).toBe(false);
  const beyond = await page.locator('main table').evaluateAll((tables) => {
    const edge = document.querySelector('main')!.getBoundingClientRect().right + 1;
    return tables
      .filter((table) => table.getBoundingClientRect().right > edge)
      .filter((table) => !table.closest('[role="region"][tabindex="0"]'))
      .map((table) => table.querySelector('caption')?.textContent.trim());
  });
  expect(beyond, `${state} has tables beyond its margin`).toEqual([]);
}
