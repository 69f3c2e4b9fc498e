import { type ImportReport, barrierColumns, knownAtHeading } from '@headway/contract';
import { londonDate } from '@headway/domain';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';
import { csv } from './imports.fixture.js';
import { savedAs, summary, typeOf } from './round-trip.fixture.js';
import { readCsv } from './table.js';

const heading = [...Object.values(barrierColumns), knownAtHeading];
const today = londonDate(new Date());

describe('importing barriers', () => {
  let headway: TestApp;
  let lead: string;
  let other: string;

  beforeEach(async () => {
    headway = await testApp();
    for (const name of ['DWP', 'HMT']) await organisation(headway.source, name);
    for (const reference of ['D-1', 'D-2']) await service(headway.source, reference, 'dwp');
    await service(headway.source, 'H-1', 'hmt');
    lead = await person(headway.source, 'digital_lead', 'dwp');
    other = await person(headway.source, 'digital_lead', 'hmt');
    await raise('services/D-1', { description: '=1+1', nextAction: '-', nextActionOwner: "'@us" });
    await raise('services/D-1', {
      description: 'Two\r\nlines, "quoted"',
      category: 'policy_or_law',
      raisedOn: '2026-02-01',
    });
    const { id } = await raise('organisations/dwp', { description: 'Over' });
    await headway.ask('PATCH', `/api/barriers/${id}`, {
      token: lead,
      body: { resolvedOn: '2026-02-28' },
      headers: { 'if-match': '*' },
    });
    await raise('services/H-1', { description: 'Theirs' }, other);
  }, 60_000);
  afterEach(() => headway.close());

  const raise = async (path: string, body: object, token = lead) =>
    (
      await headway.ask('POST', `/api/${path}/barriers`, {
        token,
        body: { category: 'funding', raisedOn: '2026-01-31', ...body },
      })
    ).json();
  const download = async (token = lead) =>
    (await headway.ask('GET', '/api/barriers.csv', { token })).rawPayload;
  const rows = async (token = lead) => readCsv((await download(token)).toString()).map((row) => [...row]);
  const send = (body: Buffer | string, mode: string, token = lead, type = 'text/csv') =>
    headway.ask('POST', `/api/imports?kind=barriers&mode=${mode}`, {
      token,
      body,
      headers: { 'content-type': type },
    });
  const report = async (...sent: Parameters<typeof send>) => (await send(...sent)).json() as ImportReport;
  const codes = ({ problems }: ImportReport) => problems.map(({ row, code }) => `${row} ${code}`);
  const at = (column: keyof typeof barrierColumns) => heading.indexOf(barrierColumns[column]);
  /** Without the instant, which is another at every download. */
  const undated = (table: string[][]) => table.map((row) => row.slice(0, -1));
  const find = (table: string[][], text: string) => table.find((row) => row.includes(text))!;

  it('takes its own download back in any format, and changes nothing by it', async () => {
    const file = await download();
    const before = await rows();
    expect(before[0]).toEqual(heading);
    expect(summary(await report(file, 'check'))).toEqual([0, 0, 3, 0, []]);
    for (const format of ['ods', 'xlsx'] as const)
      expect(summary(await report(await savedAs(format, before), 'apply', lead, typeOf(format))))
        .withContext(format)
        .toEqual([0, 0, 3, 0, []]);
    expect(undated(await rows())).toEqual(undated(before));
    const versions = await headway.source.query('SELECT max(version) AS latest FROM barrier');
    expect(versions).toEqual([{ latest: 2 }]);
  });

  it('changes, resolves and raises what it says once, and tells of each as a page would', async () => {
    const table = await rows();
    const [first, second] = [find(table, "'=1+1"), find(table, 'policy_or_law')];
    first[at('nextAction')] = 'Buy a gateway';
    second[at('resolvedOn')] = today;
    const fresh = ['D-2', '', '', 'Skills', 'Nobody knows it', '', '', '01/02/2026', '', ''];
    const whole = ['', '', 'dwp', 'other', 'Was bad', '', '', '2026-01-01', '2026-01-02', ''];
    const file = csv(...table.filter(([, , , , text]) => text !== 'Over'), fresh, whole);
    const checked = await report(file, 'check');
    expect(summary(checked)).toEqual([2, 2, 0, 0, []]);
    expect(checked.differences.map(({ change, reference, name }) => [change, reference, name])).toEqual([
      ['updated', 'D-1', '=1+1'],
      ['updated', 'D-1', 'Two lines, "quoted"'],
      ['created', 'D-2', 'Nobody knows it'],
      ['created', null, 'Was bad'],
    ]);
    expect((await rows()).length).toBe(4);
    expect(summary(await report(file, 'apply'))).toEqual([2, 2, 0, 0, []]);
    expect(summary(await report(file, 'apply'))).toEqual([0, 0, 4, 0, []]);
    const after = await rows();
    expect(after.length).toBe(6);
    expect(find(after, "'=1+1")[at('nextAction')]).toBe('Buy a gateway');
    expect(find(after, 'policy_or_law')[at('resolvedOn')]).toBe(today);
    expect(find(after, 'Was bad').slice(0, 3)).toEqual(['', '', 'Department DWP']);
    expect(find(after, 'Over')[at('resolvedOn')]).toBe('2026-02-28');
    const told = await headway.source.query(
      `SELECT subject, action, (detail - 'barrier' - 'import')::text AS detail FROM audit_entry
       WHERE detail ? 'import' ORDER BY id`,
    );
    expect(told.map(({ subject, action }: Record<string, string>) => `${subject} ${action}`)).toEqual([
      'D-2 barrier.raised',
      'dwp barrier.raised',
      'dwp barrier.resolved',
      'D-1 barrier.changed',
      'D-1 barrier.resolved',
    ]);
    expect(JSON.parse(told[3].detail)).toEqual({
      before: { nextAction: '-' },
      after: { nextAction: 'Buy a gateway' },
    });
    const { items } = (
      await headway.ask('GET', `/api/barriers/${first[at('barrierId')]}/history`, { token: lead })
    ).json();
    expect(items.map(({ nextAction }: { nextAction: string }) => nextAction)).toEqual(['Buy a gateway', '-']);
    const events = await headway.source.query(`SELECT kind, subject FROM event ORDER BY id DESC LIMIT 3`);
    expect(events).toEqual(
      jasmine.arrayWithExactContents(
        ['D-1', 'D-2', 'dwp'].map((subject) => ({ kind: 'barrier.changed', subject })),
      ),
    );
  });

  it('answers about what is not to be seen as about what is not there, and never touches it', async () => {
    const theirs = (await rows(other))[1]!;
    theirs[at('barrier')] = 'Mine now';
    const fresh = ['H-1', '', '', 'skills', 'Mine too', '', '', '2026-02-01', '', ''];
    const whole = ['', '', 'HMT', 'skills', 'Mine as well', '', '', '2026-02-01', '', ''];
    const hidden = await report(csv(heading, theirs, fresh, whole), 'apply');
    expect(codes(hidden)).toEqual(['2 unknown_barrier', '3 unknown_service', '4 unknown_organisation']);
    const nothing = theirs.map((cell) => cell.replaceAll('H-1', 'X-1'));
    nothing[at('barrierId')] = crypto.randomUUID();
    expect(codes(await report(csv(heading, nothing), 'check'))).toEqual(['2 unknown_barrier']);
    await headway.source.query(
      `INSERT INTO role_grant (person_id, role) SELECT person_id, 'viewer' FROM role_grant WHERE organisation_id =
         (SELECT id FROM organisation WHERE slug = 'dwp')`,
    );
    const seen = await report(csv(heading, theirs, fresh, whole), 'apply');
    expect(codes(seen)).toEqual(['2 not_allowed', '3 not_allowed', '4 not_allowed']);
    expect((await rows(other)).slice(1).map((row) => row[at('barrier')])).toEqual(['Theirs']);
  });

  it('is for those who may change barriers', async () => {
    for (const [role, status] of [
      ['oversight', 200],
      ['admin', 403],
      ['viewer', 403],
    ] as const)
      expect((await send(await download(), 'check', await person(headway.source, role))).statusCode)
        .withContext(role)
        .toBe(status);
  });

  it('with any error changes nothing at all', async () => {
    const before = await rows();
    const table = await rows();
    find(table, 'policy_or_law')[at('category')] = 'Funding';
    const fine = ['D-2', '', '', 'skills', 'Fine', '', '', '2026-02-01', '', ''];
    const wrong = ['D-2', '', '', 'skills', 'Not fine', '', '', '2026-02-01', '2026-01-01', ''];
    const answer = await send(csv(...table, fine, wrong), 'apply');
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors).toEqual([
      jasmine.objectContaining({ pointer: '/rows/6/Resolved on', code: 'before_raised' }),
    ]);
    expect(answer.json().problems[0].cell).toBe('I6');
    expect(undated(await rows())).toEqual(undated(before));
  });

  it('leaves what was changed meanwhile, unless told to write over it', async () => {
    const file = csv(...(await rows()));
    const id = find(await rows(), "'=1+1")[at('barrierId')];
    await headway.ask('PATCH', `/api/barriers/${id}`, {
      token: lead,
      body: { category: 'skills' },
      headers: { 'if-match': '*' },
    });
    const applied = await report(file, 'apply');
    expect([applied.differences, applied.newerCount]).toEqual([[], 1]);
    expect(applied.newer[0]).toEqual(
      jasmine.objectContaining({
        column: 'Category',
        file: 'Funding',
        now: 'Skills',
        by: 'digital_lead dwp',
      }),
    );
    const over = await report(file, 'apply&overwriteNewer=true');
    expect(over.differences.map(({ fields }) => fields)).toEqual([
      [{ field: 'Category', before: 'Skills', after: 'Funding' }],
    ]);
  });

  it('asks where a cell was changed here and in the file', async () => {
    const table = await rows();
    const row = find(table, "'=1+1");
    await headway.ask('PATCH', `/api/barriers/${row[at('barrierId')]}`, {
      token: lead,
      body: { category: 'skills' },
      headers: { 'if-match': '*' },
    });
    row[at('category')] = 'Supplier';
    expect(codes(await report(csv(...table), 'check'))).toEqual([
      `${table.indexOf(row) + 1} changed_in_both`,
    ]);
  });
});
