import { readFile } from 'node:fs/promises';
import { type Page, expect } from '@playwright/test';
import { mustBeClean } from './clean.ts';
import { test } from './headway.ts';
import { signIn } from './people.ts';
import { quarterAgo } from './today.ts';

const dwp = 'department-for-work-and-pensions';
const year = { from: quarterAgo(5).to, to: quarterAgo(1).to };

/** Every table of the page by its caption: a row for each line, as text. */
const tablesOf = (page: Page) =>
  page.locator('hw-figures-table table').evaluateAll((tables) =>
    tables.map((table) => ({
      caption: table.querySelector('caption')!.textContent.trim(),
      rows: [...table.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map((cell) =>
          cell.textContent.replace(/\s+/g, ' ').trim().replace('of which ', ''),
        ),
      ),
    })),
  );

test('what is chosen is in the address, on every page of the portfolio, and in the file', async ({
  page,
}) => {
  await signIn(page, 'oversight@headway.example');
  await page.goto('/portfolio');
  await page.getByText('Change the date or the services shown').click();
  await page.getByRole('checkbox', { name: 'Department for Work and Pensions' }).check();
  await page.getByRole('radio', { name: 'External' }).check();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText('Only external services of Department for Work and Pensions.')).toBeVisible();
  await page.getByLabel('Show', { exact: true }).selectOption('redesign');
  await page.getByLabel('Over', { exact: true }).selectOption('1 year');
  await expect(page).toHaveURL(
    `/portfolio?organisation=${dwp}&audience=external&trendOf=redesign&quarters=4`,
  );
  const quarters = page.getByRole('region', { name: 'Redesign of services, at the end of each quarter' });
  await expect(quarters.locator('tbody tr')).toHaveCount(4);
  await mustBeClean(page, 'portfolio, narrowed');

  await page.reload();
  await expect(quarters.locator('tbody tr')).toHaveCount(4);
  await expect(page.getByRole('region', { name: 'Organisations by stage' })).toBeVisible();
  const tables = await tablesOf(page);
  expect(tables.map(({ caption }) => caption).length).toBe(7);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV of this view' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n').slice(1);
  const said = lines.filter((line) => line.startsWith('About,'));
  expect(said.join()).toContain('Organisations,,,');
  const inFile = lines
    .slice(said.length)
    .map((line) => /(?:"[^"]*"|[^,]*)$/.exec(line)![0].replaceAll('"', ''));
  const onPage = tables.flatMap(({ rows }) => rows.flatMap(([, ...figures]) => figures));
  expect(inFile.map((value) => Number(value).toLocaleString('en-GB').replace('NaN', value))).toEqual(onPage);

  await page.getByRole('link', { name: 'See what the change is made of' }).click();
  await expect(page.getByText('Only external services of Department for Work and Pensions.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await page.getByRole('link', { name: 'See which services ask for a look' }).click();
  await expect(page).toHaveURL(`/portfolio/signals?organisation=${dwp}&audience=external`);
  // The page before this one has such a box too.
  await expect(page.getByRole('heading', { level: 1, name: 'Signals' })).toBeFocused();
  await page.getByText('Change the date or the services shown').click();
  await expect(page.getByRole('checkbox', { name: 'Department for Work and Pensions' })).toBeChecked();
  await page.getByRole('radio', { name: 'Everyone' }).check();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(`/portfolio/signals?organisation=${dwp}`);
  await mustBeClean(page, 'signals, narrowed');
  await page.goBack();
  await expect(page).toHaveURL(`/portfolio/signals?organisation=${dwp}&audience=external`);
});

test('the services of a signal open in the list, as many as were counted', async ({ page }) => {
  await signIn(page, 'oversight@headway.example');
  await page.goto('/portfolio/signals?signal=stalled');
  const counted = page.getByRole('heading', { name: /services show: stalled$/ });
  const [number] = /^\d+/.exec((await counted.textContent())!.trim())!;
  await page.getByRole('link', { name: 'Open these in the list of services' }).click();
  await expect(page).toHaveURL('/services?signal=stalled');
  await expect(page.getByRole('heading', { name: `${number} services` })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Remove this filter Stalled' })).toBeVisible();
});

test('every quarter of every department, and the change, are seen at one look', async ({ page }) => {
  await signIn(page, 'oversight@headway.example');
  const table = page.getByRole('region', { name: 'Share that is live or beyond, by department and quarter' });
  await expect(table.getByRole('columnheader', { name: 'Now and change' })).toBeVisible();
  expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test('who stayed and who went back is marked without colour too', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await signIn(page, 'oversight@headway.example');
  await page.goto(`/portfolio/compare?from=${year.from}&to=${year.to}`);
  await expect(page.locator('.hw-matrix__stayed').first()).toHaveCSS('outline-style', 'dotted');
  await expect(page.locator('.hw-matrix__down').first()).toHaveCSS('border-left-width', '4px');
});

test('a comparison can be taken away as files', async ({ page }) => {
  await signIn(page, 'oversight@headway.example');
  await page.goto(`/portfolio/compare?from=${year.from}&to=${year.to}`);
  for (const [caption, file] of [
    ['Stages on both dates', `headway-stages-${year.from}-to-${year.to}.csv`],
    ['Who went from where to where', `headway-movements-${year.from}-to-${year.to}.csv`],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: caption }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
  }
});
