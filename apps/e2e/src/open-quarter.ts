import { randomUUID } from 'node:crypto';
import { type Browser, type Page, expect } from '@playwright/test';
import { api, inOwnBrowser } from './people.ts';
import { today } from './today.ts';

interface Quarter {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly state: string;
  readonly version: number;
}
interface Return {
  readonly organisation: { readonly slug: string; readonly name: string; readonly abbreviation: string };
  readonly state: string;
  readonly services: { readonly total: number };
}

/** A return that is still to be made: its address, its organisation, and who leads and approves it. */
export interface Owed {
  readonly home: string;
  readonly organisation: string;
  readonly slug: string;
  readonly services: number;
  readonly lead: string;
  readonly approver: string;
}

/** The quarter that today falls into, opened by oversight if it is not, and a return of over thirty services. */
export async function owedReturn(browser: Browser): Promise<Owed> {
  const oversight = await inOwnBrowser(browser, 'oversight@headway.example');
  const now = today();
  const { items } = await api<{ items: Quarter[] }>(oversight, '/api/quarters?pageSize=200');
  const quarter = items.find(({ from, to }) => from <= now && now <= to)!;
  if (quarter.state === 'planned') await open(oversight, quarter);
  const { items: returns } = await api<{ items: Return[] }>(oversight, `/api/quarters/${quarter.id}/returns`);
  const { organisation, services } = returns.find(
    (one) => one.state === 'not_started' && one.services.total > 30,
  )!;
  await oversight.context().close();
  const short = organisation.abbreviation.toLowerCase();
  return {
    home: `/quarters/${quarter.id}/returns/${organisation.slug}`,
    organisation: organisation.name,
    slug: organisation.slug,
    services: services.total,
    lead: `lead.${short}@headway.example`,
    approver: `approver.${short}@headway.example`,
  };
}

async function open(page: Page, { id, to, version }: Quarter): Promise<void> {
  const answer = await page.request.post(`/api/quarters/${id}/open`, {
    data: { dueOn: to },
    headers: {
      'If-Match': `"${version}"`,
      'Idempotency-Key': randomUUID(),
      Origin: new URL(page.url()).origin,
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}
