import { type Page, expect } from '@playwright/test';
import { api } from './people.ts';
import { quarterAgo } from './today.ts';

/** Leads an organisation of over thirty services, on which no other test counts. */
export const lead = 'lead.ho@headway.example';

export interface Service {
  readonly reference: string;
  readonly name: string;
  readonly stage: string;
  readonly version: number;
}
interface Records {
  readonly total: number;
  readonly items: readonly { kind: string; stage: string; correction: { reason: string } | null }[];
}

export async function servicesOf(page: Page): Promise<readonly Service[]> {
  return (await api<{ items: Service[] }>(page, '/api/services?pageSize=200')).items;
}
export const recordsOf = (page: Page, { reference }: Service) =>
  api<Records>(page, `/api/services/${reference}/records`);
export const stageOf = (page: Page, { reference }: Service) => page.locator(`[id="stage-${reference}"]`);

/** The table of the quarter that it is today; `/return` opens what is due. */
export const thisQuarter = () => `/return/${quarterAgo(0).id}`;

/** On the table of this quarter, with nothing said yet. */
export async function atTheTable(page: Page): Promise<void> {
  await page.goto(thisQuarter());
  await expect(page.getByRole('button', { name: 'Check 0 services' })).toBeVisible();
}

export async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Check/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Check before you record');
}
export const record = (page: Page) => page.getByRole('button', { name: /^Record \d/ }).click();
export const isDone = (page: Page) =>
  expect(page.getByRole('heading', { level: 1 })).toContainText(/up to date/);
