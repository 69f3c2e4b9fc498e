import { type ReturnState, daysAfter, londonDate, quarterBefore, quarterOn } from '@headway/domain';
import { type Asked, type TestApp, organisation, person, service, testApp } from '../testing/app.js';

/** The quarter before today's: over, so that it can be closed. */
export const quarter = quarterBefore(quarterOn(londonDate(new Date())));
/** A day in it. */
export const inQuarter = daysAfter(quarter.from, 20);

/** Two departments, one with an agency, with services that are in progress, and everybody who works on returns. */
export interface ReturnsWorld extends TestApp {
  readonly tokens: Readonly<
    Record<'lead' | 'approver' | 'both' | 'oversight' | 'second' | 'viewer' | 'otherLead', string>
  >;
  /** Ids of services, by reference. */
  readonly services: ReadonlyMap<string, string>;
  /** One request about the quarter, or another, under the version given, or whatever it is. */
  act(
    token: string,
    method: string,
    path: string,
    body?: unknown,
    ifMatch?: string,
    of?: string,
  ): ReturnType<TestApp['ask']>;
  /** One request about anything else, under whatever version it has. */
  send(token: string, method: string, path: string, body?: unknown): ReturnType<TestApp['ask']>;
  open(): Promise<void>;
  state(slug: string): Promise<ReturnState>;
}

export async function returnsWorld(services = 4): Promise<ReturnsWorld> {
  const app = await testApp();
  const { source } = app;
  await organisation(source, 'ONE');
  await organisation(source, 'BELOW', 'one');
  await organisation(source, 'TWO');
  await organisation(source, 'NONE');
  const made = new Map<string, string>();
  for (let n = 1; n <= services; n++)
    made.set(`ONE-${n}`, await service(source, `ONE-${n}`, n === services ? 'below' : 'one'));
  made.set('TWO-1', await service(source, 'TWO-1', 'two'));
  const tokens = {
    lead: await person(source, 'digital_lead', 'one'),
    approver: await person(source, 'approver', 'one'),
    both: await person(source, 'digital_lead', 'one'),
    oversight: await person(source, 'oversight'),
    second: await person(source, 'oversight'),
    viewer: await person(source, 'viewer'),
    otherLead: await person(source, 'digital_lead', 'two'),
  };
  // Whoever is both may do both, but not to the same return.
  await source.query(
    `INSERT INTO role_grant (person_id, role, organisation_id)
     SELECT person_id, 'approver', organisation_id FROM role_grant ORDER BY ctid LIMIT 1 OFFSET 2`,
  );
  await source.query(
    `INSERT INTO stage_record (service_id, stage, effective_on, recorded_by)
     SELECT s.id, 'in_progress', $1::date, (SELECT id FROM person LIMIT 1) FROM service s`,
    [daysAfter(quarter.from, -30)],
  );
  const send = (token: string, method: string, path: string, body?: unknown, ifMatch = '*') => {
    const headers = { 'if-match': ifMatch, 'idempotency-key': crypto.randomUUID() };
    const asked: Asked = { token, headers: method === 'GET' ? {} : headers, ...(body ? { body } : {}) };
    return app.ask(method, `/api${path}`, asked);
  };
  const act: ReturnsWorld['act'] = (token, method, path, body, ifMatch, of = quarter.id) =>
    send(token, method, `/quarters/${of}${path}`, body, ifMatch);
  return {
    ...app,
    tokens,
    services: made,
    act,
    send,
    open: async () => {
      const opened = await act(tokens.oversight, 'POST', '/open', { dueOn: londonDate(new Date()) });
      if (opened.statusCode !== 200) throw new Error(opened.body);
    },
    state: async (slug) =>
      (await act(tokens.oversight, 'GET', `/returns/${slug}`)).json().state as ReturnState,
  };
}

export const wholeDraft = {
  confidence: 'fairly_confident',
  summary: 'One service moved on',
  reviewed: true,
  restUnchanged: true,
} as const;
