import { TestBed } from '@angular/core/testing';
import type { Quarter, ReturnList } from '@headway/contract';
import { type Role, returnCounts } from '@headway/domain';
import { Flash } from '../platform/flash';
import { openPage, wordsOf } from '../platform/page.harness';
import { quartersRoutes } from './quarters.routes';

const routes = [
  { path: 'quarters', children: quartersRoutes },
  { path: 'no-permission', children: [] },
  { path: 'no-such-quarter', children: [] },
];

/** A page of this slice with the whole of it around, as a person of a role over some organisations. */
export async function open(url: string, role: Role = 'oversight', organisations: 'all' | string[] = 'all') {
  const opened = await openPage(url, routes, { role, organisations });
  const { http, page: main, settle } = opened;
  /** What the page asked first: a quarter whose counts are those of its returns, where none are given. */
  const answer = async (quarter: Quarter, list: Partial<ReturnList> = {}) => {
    const { items } = list;
    const returns = items ? returnCounts(items.map(({ state }) => state)) : quarter.returns;
    http.expectOne(`/api/quarters/${quarter.id}`).flush({ ...quarter, returns });
    http
      .expectOne(`/api/quarters/${quarter.id}/returns`)
      .flush({ items: [], missing: [], unreachable: [], ...list });
    await settle();
  };
  return {
    ...{ ...opened, main, answer, events: opened.changes },
    rows: (of = 'tbody tr') => [...main().querySelectorAll(of)].map((row) => [...row.children].map(wordsOf)),
    wrong: () => [...main().querySelectorAll('.govuk-error-summary li')].map(wordsOf),
    type: async (id: string, value: string) => {
      opened.type(id, value);
      await settle();
    },
    news: () => {
      TestBed.inject(Flash).arrived();
      return TestBed.inject(Flash).shown();
    },
  };
}
