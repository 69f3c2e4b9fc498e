import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Quarter, Return } from '@headway/contract';
import type { Role } from '@headway/domain';
import { londonDate, quarterOn } from '@headway/domain';
import { openPage } from '../platform/page.harness';
import { home, quarterOf, returnOf, submittedReturn } from './return/return.fixture';
import { returnsRoutes } from './returns.routes';

const routes = [
  { path: 'return', children: returnsRoutes },
  { path: '**', children: [] },
];

/** `/return` for a person, with the quarters that there are and the returns of each. */
async function opened(
  role: Role,
  quarters: readonly Quarter[],
  returns: Readonly<Record<string, readonly Return[]>>,
) {
  const page = await openPage('/return', routes, { role, organisation: returnOf().organisation });
  const items = [...quarters];
  page.http
    .expectOne(({ url }) => url === '/api/quarters')
    .flush({ items, page: 1, pageSize: 200, total: items.length });
  for (const [id, list] of Object.entries(returns))
    page.http.expectOne(`/api/quarters/${id}/returns`).flush({ items: list, missing: [], unreachable: [] });
  await page.settle();
  await page.settle();
  return { ...page, at: () => TestBed.inject(Router).url };
}

const first = quarterOf();
const second = { ...quarterOf(), id: '2024-25-Q2' };
const today = quarterOn(londonDate(new Date()));

describe('the return that is due', () => {
  it('is the one of the oldest open quarter that is still owed, whatever quarter it is today', async () => {
    const later = returnOf({ quarter: '2024-25-Q2' });
    const both = [second, first];
    const due = await opened('digital_lead', both, { '2024-25-Q2': [later], '2024-25-Q1': [returnOf()] });
    expect(due.at()).toBe('/return/2024-25-Q1');
    TestBed.resetTestingModule();
    const sent = { '2024-25-Q2': [later], '2024-25-Q1': [submittedReturn()] };
    expect((await opened('digital_lead', both, sent)).at()).toBe('/return/2024-25-Q2');
  });

  it('is for an approver the one that waits to be signed off', async () => {
    const waiting = submittedReturn({ maySignOff: true });
    const { at } = await opened('approver', [first], { '2024-25-Q1': [waiting] });
    expect(at()).toBe(home);
  });

  it('is said not to be there where none is, with the last and the next', async () => {
    const { at, heading, text, links } = await opened('digital_lead', [first], {
      '2024-25-Q1': [submittedReturn({ state: 'signed_off' })],
    });
    expect(at()).toBe('/return');
    expect(heading()).toBe('No return is due');
    expect(text()).toContain('Department for Work and Pensions, Q1 2024-25 Signed off');
    expect(text()).toContain('Central oversight opens it for returns');
    expect(links()).toEqual([home, `/return/${today.id}`]);
  });

  it('offers no table to an approver, who records nothing', async () => {
    const { heading, links } = await opened('approver', [first], {
      '2024-25-Q1': [submittedReturn({ state: 'signed_off' })],
    });
    expect(heading()).toBe('No return is due');
    expect(links()).toEqual([home]);
  });

  it('is for an approver not ready while a lead still owes it, and never said not to be due', async () => {
    const { heading, text, links } = await opened('approver', [first], { '2024-25-Q1': [returnOf()] });
    expect(heading()).toBe('No return is ready to sign off');
    expect(text()).toContain('It waits for a digital lead');
    expect(text()).not.toContain('Your last return');
    expect(links()).toEqual([home]);
  });
});
