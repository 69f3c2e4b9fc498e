import type { ImportReport } from '@headway/contract';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

const header =
  'Reference,Service name,Organisation,Audience,Stage,Stage reached on,Transactions a year,Service address';

describe('importing services', () => {
  let headway: TestApp;
  let oversight: string;
  let lead: string;

  beforeAll(async () => {
    headway = await testApp();
    for (const name of ['DWP', 'HMT', 'MOD']) await organisation(headway.source, name);
    oversight = await person(headway.source, 'oversight');
    lead = await person(headway.source, 'digital_lead', 'dwp');
  }, 60_000);
  afterAll(() => headway.close());

  const send = (
    body: string | Buffer,
    query: string,
    token = oversight,
    headers: Record<string, string> = {},
  ) =>
    headway.ask('POST', `/api/imports?kind=services&${query}`, {
      token,
      body,
      headers: { 'content-type': 'text/csv', ...headers },
    });
  const file = (...rows: string[]) => [header, ...rows].join('\n');
  const summary = ({ created, updated, unchanged }: ImportReport) => [created, updated, unchanged];
  const portfolio = async (query = '') =>
    (await headway.ask('GET', `/api/portfolio?on=2026-03-31${query}`, { token: oversight })).json();

  it('checks without a trace, applies once with a trail, and finds nothing the second time', async () => {
    const body = file(
      'A-1,Claim a thing,MOD,external,live,2026-03-31,1200,https://www.gov.uk/claim',
      'A-2,"Pay, quickly",mod,internal,,,,',
      ',Nameless,Department MOD,External,In progress,31/03/2026,"1,000",',
    );
    const checked = await send(body, 'mode=check');
    expect(checked.statusCode).toBe(200);
    expect(summary(checked.json())).toEqual([3, 0, 0]);
    expect((await portfolio('&organisation=mod')).total.services).toBe(0);
    expect(summary((await send(body, 'mode=apply')).json())).toEqual([3, 0, 0]);
    expect((await portfolio('&organisation=mod')).total).toEqual(
      jasmine.objectContaining({ services: 3, live: 1, in_progress: 1, not_recorded: 1 }),
    );
    expect(summary((await send(body, 'mode=apply')).json())).toEqual([0, 0, 3]);
    const named = await headway.ask('GET', '/api/services/MOD-001', { token: oversight });
    expect(named.json().name).toBe('Nameless');
    const entries = await headway.source.query(
      `SELECT action, organisation_id IS NOT NULL AS tied FROM audit_entry WHERE subject = 'A-1'`,
    );
    expect(entries).toEqual([{ action: 'service.created', tied: true }]);
  });

  it('with any error changes nothing at all and says row and column', async () => {
    const before = await portfolio();
    const body = file(
      'B-1,Fine,DWP,external,live,2026-03-31,,',
      'B-2,Not fine,DWP,public,live,2026-02-31,many,',
    );
    const answer = await send(body, 'mode=apply');
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().code).toBe('file_has_errors');
    const where = (answer.json() as ImportReport).problems.map(({ row, column }) => `${row} ${column}`);
    expect(where).toEqual(['3 Audience', '3 Stage reached on', '3 Transactions a year']);
    expect(answer.json().errors[0].pointer).toBe('/rows/3/Audience');
    expect(await portfolio()).toEqual(before);
  });

  it('adds organisations only when told to, and only for who may', async () => {
    const body = file('C-1,New here,Department of New Things,external,,,,');
    const unknown = (await send(body, 'mode=check')).json() as ImportReport;
    expect(unknown.problems.map(({ code }) => code)).toEqual(['unknown_organisation']);
    expect((await send(body, 'mode=apply&createOrganisations=true', lead)).statusCode).toBe(403);
    const created = (await send(body, 'mode=apply&createOrganisations=true')).json() as ImportReport;
    expect(created.organisationsCreated).toEqual(['Department of New Things']);
  });

  it('answers a lead about another department as about one that is not there, and never touches a thing of its', async () => {
    await service(headway.source, 'HMT-9', 'hmt');
    const other = (
      await send(file('X-1,Theirs,HMT,external,,,,'), 'mode=check', lead)
    ).json() as ImportReport;
    const none = (await send(file('X-1,Theirs,XYZ,external,,,,'), 'mode=check', lead)).json() as ImportReport;
    const codes = (report: ImportReport) => report.problems.map(({ code }) => code);
    expect(codes(other)).toEqual(['unknown_organisation']);
    expect(codes(none)).toEqual(['unknown_organisation']);
    const taken = await send(file('HMT-9,Mine now,DWP,external,,,,'), 'mode=apply', lead);
    expect(codes(taken.json())).toEqual(['reference_refused']);
    expect([other.missing, other.missingServices]).toEqual([0, []]);
  });

  it('asks for a reason where a stage goes back, and takes it from a column Note', async () => {
    await send(file('D-1,Back and forth,DWP,external,live,2026-01-31,,'), 'mode=apply');
    const back = (
      await send(file('D-1,Back and forth,DWP,external,in_progress,2026-02-28,,'), 'mode=apply')
    ).json();
    expect(back.problems[0]).toEqual(
      jasmine.objectContaining({ row: 2, column: 'Note', code: 'note_required' }),
    );
    const explained = `Reference,Service name,Organisation,Audience,Stage,Stage reached on,Note\nD-1,Back and forth,DWP,external,in_progress,2026-02-28,Taken down`;
    expect(summary((await send(explained, 'mode=apply')).json())).toEqual([0, 1, 0]);
    const history = await headway.ask('GET', '/api/services/D-1/records', { token: oversight });
    expect(history.json().items[0]).toEqual(
      jasmine.objectContaining({ kind: 'went_backwards', note: 'Taken down' }),
    );
  });

  it('applies a file once for one key', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const body = file('E-1,Once,DWP,external,,,,');
    const first = (await send(body, 'mode=apply', oversight, key)).json();
    expect((await send(body, 'mode=apply', oversight, key)).json()).toEqual(first);
    expect((await send(file('E-2,Twice,DWP,external,,,,'), 'mode=apply', oversight, key)).statusCode).toBe(
      422,
    );
  });
});
