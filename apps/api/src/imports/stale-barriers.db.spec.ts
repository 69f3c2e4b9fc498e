import { type ImportReport, barrierColumns } from '@headway/contract';
import { organisation, person } from '../testing/app.js';
import { csv } from './imports.fixture.js';
import { type TwoPeople, settled, twoPeople } from './stale-file.fixture.js';
import { readCsv } from './table.js';

const codes = ({ problems }: ImportReport) => problems.map(({ cell, code }) => `${cell} ${code}`);
const counts = ({ created, updated, unchanged }: ImportReport) => [created, updated, unchanged];
const newer = (report: ImportReport) => report.newer.map(({ column, file, now }) => [column, file, now]);

describe('a file of barriers that go by their words', () => {
  let here: TwoPeople;

  beforeEach(async () => {
    here = await twoPeople();
  }, 60_000);
  afterEach(() => here.headway.close());

  const raise = async (path: string, description: string, rest: object = {}): Promise<string> => {
    const body = { category: 'funding', raisedOn: '2026-01-31', description, ...rest };
    const answer = await here.headway.ask('POST', `/api/${path}/barriers`, { token: here.lead, body });
    return (answer.json() as { id: string }).id;
  };
  const change = (id: string, body: object) => here.colleague('PATCH', `/api/barriers/${id}`, body);
  /** The download as it is without some columns, or with them left blank. */
  const download = async (dropped: readonly string[], blank: readonly string[] = [], token = here.lead) => {
    await settled(here.headway);
    const { rawPayload } = await here.headway.ask('GET', '/api/barriers.csv', { token });
    const [header, ...rows] = readCsv(rawPayload.toString());
    const all = rows.map((row) => row.map((cell, index) => (blank.includes(header![index]!) ? '' : cell)));
    return [header!, ...all].map((row) => row.filter((_, index) => !dropped.includes(header![index]!)));
  };
  const send = async (rows: readonly (readonly string[])[], mode: string, token = here.lead) => {
    const url = `/api/imports?kind=barriers&mode=${mode}`;
    const headers = { 'content-type': 'text/csv' };
    const answer = await here.headway.ask('POST', url, { token, body: csv(...rows), headers });
    return answer.json() as ImportReport;
  };
  const kept = async () =>
    (await here.headway.source.query('SELECT description FROM barrier ORDER BY 1')).map(
      ({ description }: { description: string }) => description,
    );
  const id = barrierColumns.barrierId;

  for (const [how, dropped, blank] of [
    ['without the column of ids', [id], []],
    ['with blank ids', [], [id]],
  ] as const)
    it(`finds them by what they said then, ${how}`, async () => {
      const barrier = await raise('services/S-1', 'No money');
      await raise('services/S-1', '- Nobody to ask');
      const file = await download(dropped, blank);
      await change(barrier, { description: 'No money until April', raisedOn: '2026-01-15' });
      for (const mode of ['check', 'apply']) {
        const report = await send(file, mode);
        expect([counts(report), codes(report), newer(report)])
          .withContext(mode)
          .toEqual([
            [0, 0, 2],
            [],
            [
              ['Barrier', 'No money', 'No money until April'],
              ['Raised on', '31 January 2026', '15 January 2026'],
            ],
          ]);
      }
      expect(await kept()).toEqual(['- Nobody to ask', 'No money until April']);
    });

  it('changes the one that said it then and not one that says it now', async () => {
    const [first, second] = [
      await raise('services/S-1', 'No money'),
      await raise('services/S-1', 'No staff'),
    ];
    const file = await download([id]);
    await change(first, { description: 'No money until April' });
    await change(second, { description: 'No money' });
    const at = file[0]!.indexOf(barrierColumns.nextAction);
    const edited = file.map((row) => (row.includes('No money') ? row.with(at, 'Ask again') : row));
    const report = await send(edited, 'apply');
    expect([counts(report), codes(report)]).toEqual([[0, 1, 1], []]);
    const { nextAction } = (
      await here.headway.source.query('SELECT next_action AS "nextAction" FROM barrier WHERE id = $1', [
        first,
      ])
    )[0];
    expect(nextAction).toBe('Ask again');
  });

  it('adds none where one was worded so before, when the file does not say which time it is of', async () => {
    const barrier = await raise('organisations/dwp', 'No money');
    const file = await download([id, 'Known at']);
    await change(barrier, { description: 'No money until April' });
    for (const mode of ['check', 'apply'])
      expect(codes(await send(file, mode)))
        .withContext(mode)
        .toEqual(['E2 barrier_reworded']);
    expect(await kept()).toEqual(['No money until April']);
  });

  it('takes an apostrophe that a spreadsheet has kept for no other words', async () => {
    await raise('services/S-1', '- Nobody to ask');
    const file = await download([id]);
    const report = await send(
      file.map((row) => row.map((cell) => cell.replace(/^'-/, "''-"))),
      'check',
    );
    expect(counts(report)).toEqual([0, 0, 1]);
  });

  it('finds those of an organisation that has ended since', async () => {
    await organisation(here.headway.source, 'OLD');
    const [token, admin] = [
      await person(here.headway.source, 'oversight'),
      await person(here.headway.source, 'admin'),
    ];
    await here.headway.source.query(
      `INSERT INTO barrier (organisation_id, category, description, raised_on, resolved_on, changed_by)
       SELECT o.id, 'funding', words, '2026-01-31', CASE words WHEN 'Over' THEN '2026-02-28'::date END, p.id
       FROM unnest(ARRAY['Over', 'Open']) words, organisation o, (SELECT id FROM person LIMIT 1) p
       WHERE o.slug = 'old'`,
    );
    const file = await download([id], [], token);
    const merge = { kind: 'merge', on: '2026-03-31', organisations: ['old'], into: 'hmt' };
    const url = '/api/organisations/reorganisations?mode=apply';
    const headers = { 'if-match': '*' };
    const merged = await here.headway.ask('POST', url, { token: admin, body: merge, headers });
    expect(merged.statusCode).withContext(merged.body).toBe(200);
    const report = await send(file, 'apply', token);
    expect([counts(report), codes(report)]).toEqual([[0, 0, 2], ['C2 former_name']]);
  });
});
