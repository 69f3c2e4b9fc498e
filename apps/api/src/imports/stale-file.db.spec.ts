import type { ImportReport } from '@headway/contract';
import { type TwoPeople, twoPeople } from './stale-file.fixture.js';

const formats = ['csv', 'ods', 'xlsx'] as const;
const codes = ({ problems }: ImportReport) => problems.map(({ cell, code }) => `${cell} ${code}`);
const counts = ({ created, updated, unchanged }: ImportReport) => [created, updated, unchanged];

describe('a file that was downloaded before a colleague changed things', () => {
  let here: TwoPeople;

  beforeEach(async () => {
    here = await twoPeople();
  }, 60_000);
  afterEach(() => here.headway.close());

  const changeEverything = async () => {
    await here.colleague('PATCH', '/api/services/S-1', {
      owner: 'Bob',
      address: 'https://b.example',
      transactionsAYear: 20,
      description: 'Second',
      name: 'Renamed',
      audience: 'internal',
    });
    await here.colleague('PUT', '/api/services/S-1/targets/live', { dueOn: '2030-03-31' });
    await here.colleague('POST', '/api/services/S-1/records', {
      stage: 'live',
      effectiveOn: '2026-03-01',
      frontOffice: 'live',
      evidenceUrl: 'https://proof.example',
    });
  };

  for (const format of formats)
    it(`undoes nothing as ${format}, and says apart what is newer here`, async () => {
      const file = await here.download(format);
      await changeEverything();
      const before = await here.service('S-1');
      file.set('S-2', 'Senior responsible owner', 'Cat');
      const sent = await file.bytes();
      const report = await here.report(sent, 'mode=check');
      expect([counts(report), report.problems]).toEqual([[0, 1, 2], []]);
      expect(report.differences.map(({ reference }) => reference)).toEqual(['S-2']);
      const newer = report.newer.map(({ reference, column, file: said, now }) => [
        reference,
        column,
        said,
        now,
      ]);
      expect(newer).toEqual(
        jasmine.arrayWithExactContents([
          ['S-1', 'Stage', 'In progress since 1 May 2024', 'Live since 1 March 2026'],
          ['S-1', 'Service name', 'Service S-1', 'Renamed'],
          ['S-1', 'Audience', 'External', 'Internal'],
          ['S-1', 'Front office', null, 'Live'],
          ['S-1', 'Live by', null, '31 March 2030'],
          ['S-1', 'Transactions a year', '10', '20'],
          ['S-1', 'Service address', 'https://a.example', 'https://b.example'],
          ['S-1', 'Senior responsible owner', 'Ann', 'Bob'],
          ['S-1', 'Description', 'First', 'Second'],
          ['S-1', 'Evidence', null, 'https://proof.example'],
        ]),
      );
      expect(report.newer.every(({ by, at }) => by === 'digital_lead dwp' && at !== null)).toBeTrue();
      expect(counts(await here.report(sent, 'mode=apply'))).toEqual([0, 1, 2]);
      expect(await here.service('S-1')).toEqual(before);
      expect((await here.service('S-2')).owner).toBe('Cat');
      expect(counts(await here.report(sent, 'mode=apply'))).toEqual([0, 0, 3]);
    });

  it('overwrites what is newer where told to, but never withdraws a stage', async () => {
    const file = await here.download('csv');
    await changeEverything();
    const report = await here.report(await file.bytes(), 'mode=apply&overwriteNewer=true');
    expect(counts(report)).toEqual([0, 1, 2]);
    expect(report.newer.map(({ column }) => column)).toEqual(
      jasmine.arrayWithExactContents(['Stage', 'Front office', 'Live by', 'Evidence']),
    );
    const { owner, description, name, stage, transactionsAYear } = await here.service('S-1');
    expect([owner, description, name, transactionsAYear]).toEqual(['Ann', 'First', 'Service S-1', 10]);
    expect(stage).toBe('live');
  });

  it('asks where a cell was changed in both', async () => {
    const file = await here.download('csv');
    await changeEverything();
    file.set('S-1', 'Senior responsible owner', 'Dan');
    file.set('S-1', 'Stage', 'Not started');
    file.set('S-1', 'Stage reached on', '2024-06-01');
    file.set('S-1', 'Note', 'Stopped');
    const sent = await file.bytes();
    const refused = await here.send(sent, 'mode=apply');
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'file_has_errors']);
    const row = file.rows.findIndex(([first]) => first === 'S-1') + 1;
    expect(codes(refused.json())).toEqual(
      jasmine.arrayContaining([`E${row} changed_in_both`, `O${row} changed_in_both`]),
    );
    const [owner] = (refused.json() as ImportReport).problems.filter(({ column }) => /owner/.test(column!));
    expect(owner!.message).toMatch(
      /^You changed “Ann” to “Dan”, and digital_lead dwp changed it to “Bob” \(.+\)\. Put what is right here/,
    );
    file.set('S-1', 'Stage', 'In progress');
    file.set('S-1', 'Stage reached on', '2024-05-01');
    expect((await here.report(await file.bytes(), 'mode=apply&overwriteNewer=true')).updated).toBe(1);
    expect((await here.service('S-1')).owner).toBe('Dan');
  });

  it('is right whatever was sorted, added or taken out, and row by row where rows are of other times', async () => {
    const early = await here.download('csv');
    await here.colleague('PATCH', '/api/services/S-1', { owner: 'Bob' });
    const late = await here.download('csv');
    await here.colleague('PATCH', '/api/services/S-2', { owner: 'Eve' });
    const [header, ...rows] = late.rows;
    const old = early.rows.find(([first]) => first === 'S-1')!;
    const fresh = ['', 'Added', 'DWP', 'External'];
    const pasted = [header!, fresh, rows[1]!, old].map((row) => row.map(String));
    const body = Buffer.from(pasted.map((row) => row.join(',')).join('\n'));
    const report = await here.report(body, 'mode=check');
    expect(codes(report)).toEqual(['T4 known_at_differs']);
    expect(report.newer.map(({ reference, column, now }) => [reference, column, now])).toEqual([
      ['S-2', 'Senior responsible owner', 'Eve'],
      ['S-1', 'Senior responsible owner', 'Bob'],
    ]);
    expect(counts(report)).toEqual([1, 0, 2]);
    expect(report.knownAt.from! < report.knownAt.to!).toBeTrue();
  });

  it('without the instant is compared as now, and says so', async () => {
    const file = await here.download('csv');
    await here.colleague('PATCH', '/api/services/S-1', { owner: 'Bob' });
    const body = Buffer.from(file.rows.map((row) => row.slice(0, -1).join(',')).join('\n'));
    const report = await here.report(body, 'mode=check');
    expect(report.knownAt).toEqual({ from: null, to: null, rowsWithout: 3 });
    expect([report.newer, report.differences.map(({ fields }) => fields)]).toEqual([
      [],
      [[{ field: 'Senior responsible owner', before: 'Bob', after: 'Ann' }]],
    ]);
  });

  const wrong = [
    ['2026-02-31', 'not_an_instant'],
    ['yesterday', 'not_an_instant'],
    ['2999-01-01T00:00:00Z', 'known_at_in_the_future'],
    ['1970-01-01T00:00:00Z', 'known_at_too_early'],
  ] as const;
  for (const [text, code] of wrong)
    it(`is refused where it is of no time that can be: ${text}`, async () => {
      const file = await here.download('csv');
      file.set('S-1', 'Known at', text);
      const row = file.rows.findIndex(([first]) => first === 'S-1') + 1;
      const report = await here.report(await file.bytes(), 'mode=check');
      expect(codes(report)).toContain(`T${row} ${code}`);
      expect((await here.send(await file.bytes(), 'mode=apply')).statusCode).toBe(422);
    });

  it('is told of a service that moved to another organisation since', async () => {
    const file = await here.download('csv');
    await here.headway.source.query(
      `UPDATE service_ownership SET organisation_id = (SELECT id FROM organisation WHERE slug = 'hmt')
       WHERE service_id = (SELECT id FROM service WHERE reference = 'S-1')`,
    );
    expect(codes(await here.report(await file.bytes(), 'mode=check'))).toEqual(['C2 service_moved']);
  });
});
