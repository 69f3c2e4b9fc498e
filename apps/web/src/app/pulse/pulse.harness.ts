import type { TestRequest } from '@angular/common/http/testing';
import type { PulseResultsQuery } from '@headway/contract';
import type { Role } from '@headway/domain';
import { openPage, wordsOf } from '../platform/page.harness';
import { listOf, recordedOf, resultsOf, waves } from './pulse.fixture';
import { pulseRoutes } from './pulse.routes';

const routes = [
  { path: 'pulse', children: pulseRoutes },
  { path: 'no-permission', children: [] },
];

/** A page of the pulse, before anything that it asks for is answered. */
export async function open(url: string, role: Role = 'oversight') {
  const opened = await openPage(url, routes, { role });
  const { http, settle } = opened;
  const answerWaves = async (items: readonly object[] = waves) => {
    http.expectOne('/api/pulse/waves?page=1&pageSize=200').flush(listOf(items));
    await settle();
  };
  /** Answers all that was asked by the rules of the domain; the queries that there were. */
  const answerResults = async () => {
    const asked: TestRequest[] = [];
    // What is fetched late is asked for once it is drawn.
    for (let turn = 0; turn < 20; turn++) {
      const now = http.match(({ url }) => /^\/api\/pulse\/(results|recorded)$/.test(url));
      for (const one of now)
        one.flush(one.request.url.endsWith('recorded') ? recordedOf() : resultsOf(queryOf(one)));
      asked.push(...now);
      await settle();
      await new Promise((done) => setTimeout(done));
    }
    return asked.map(({ request }) => request.urlWithParams);
  };
  const rows = (table: Element) =>
    [...table.querySelectorAll('tr')].map((row) => [...row.children].map(wordsOf));
  return { ...opened, page: opened.page(), answerWaves, answerResults, rows };
}

function queryOf({ request: { params } }: TestRequest): Partial<PulseResultsQuery> {
  const all = (name: string) => params.getAll(name) ?? undefined;
  return {
    ...{ wave: params.get('wave') ?? undefined, audience: params.get('audience') ?? undefined },
    ...{ organisation: all('organisation'), grade: all('grade'), question: all('question') },
  } as Partial<PulseResultsQuery>;
}
