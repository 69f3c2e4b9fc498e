import type { Browser } from '@playwright/test';
import { api, inOwnBrowser } from './people.ts';

interface Quarter {
  readonly id: string;
  readonly to: string;
  readonly state: string;
}
interface Return {
  readonly organisation: { readonly slug: string; readonly name: string; readonly abbreviation: string };
  readonly state: string;
  readonly services: { readonly total: number };
}

/** A return that is still to be made: its address, its organisation, and who leads and approves it. */
export interface Owed {
  readonly home: string;
  /** The last day of its quarter. */
  readonly to: string;
  readonly organisation: string;
  readonly slug: string;
  readonly services: number;
  readonly lead: string;
  readonly approver: string;
}

/** In the demonstration's quarter that is over and still open, a return of over thirty services. */
export async function owedReturn(browser: Browser): Promise<Owed> {
  const oversight = await inOwnBrowser(browser, 'oversight@headway.example');
  const { items } = await api<{ items: Quarter[] }>(oversight, '/api/quarters?pageSize=200');
  const quarter = items.findLast(({ state }) => state === 'open')!;
  const { items: returns } = await api<{ items: Return[] }>(oversight, `/api/quarters/${quarter.id}/returns`);
  const { organisation, services } = returns.find(
    (one) => one.state === 'not_started' && one.services.total > 30,
  )!;
  await oversight.context().close();
  const short = organisation.abbreviation.toLowerCase();
  return {
    to: quarter.to,
    home: `/quarters/${quarter.id}/returns/${organisation.slug}`,
    organisation: organisation.name,
    slug: organisation.slug,
    services: services.total,
    lead: `lead.${short}@headway.example`,
    approver: `approver.${short}@headway.example`,
  };
}
