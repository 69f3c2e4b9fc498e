import { expect, test } from '@playwright/test';
import { api, signIn } from './people.ts';

const header =
  'Reference,Service name,Organisation,Audience,Stage,Stage reached on,Transactions a year,Service address';

test('a file is checked, its problems named by row and column, then saved', async ({ page }) => {
  await signIn(page, 'lead.hmrc@headway.example', '/import');
  const choose = async (text: string) => {
    await page
      .getByLabel('Choose a CSV file')
      .setInputFiles({ name: 'services.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Check this file' }).click();
  };
  await choose(`${header}\nNEW-1,A new thing,HMRC,everyone,live,2026-02-31,,\n`);
  await expect(page.getByRole('heading', { name: 'The file has errors' })).toBeVisible();
  const problems = page.getByRole('table').filter({ hasText: 'Stage reached on' });
  await expect(problems).toContainText('Audience');
  await expect(problems).toContainText('2026-02-31 is not a date');

  await page.getByRole('button', { name: 'Choose another file' }).click();
  await choose(`${header}\nNEW-1,A new thing,HMRC,external,live,2026-02-28,1200,\n`);
  await expect(page.getByRole('heading', { name: 'Check the changes' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('A new thing');
  expect((await page.request.get('/api/services/NEW-1')).status()).toBe(404);
  await page.getByRole('button', { name: 'Save these changes' }).click();
  await expect(page.getByRole('heading', { name: 'Changes saved' })).toBeVisible();
  expect((await api<{ stage: string }>(page, '/api/services/NEW-1')).stage).toBe('live');
});
