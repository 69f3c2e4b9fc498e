import { counts } from './counts.fixture.js';
import { rowOf, tableOf, textColumn } from './pack-columns.js';
import { packOf } from './pack-of.js';
import { withRevisions } from './pack-revisions.js';
import type { Pack, PackTable } from './pack.js';
import { comparedWith, figuresOf, returnOf, serviceOf, snapshotOf } from './snapshot.fixture.js';
import type { Snapshot } from './snapshot.js';

const sha256 = 'ab'.repeat(32);
const tableIn = ({ tables }: Pack, key: string): PackTable => tables.find((table) => table.key === key)!;
/** Cells by the keys of their columns. */
const rowIn = (pack: Pack, key: string, row: string) => {
  const { columns, rows } = tableIn(pack, key);
  const found = rows.find((one) => one.key === row)!;
  return Object.fromEntries(columns.map((column, n) => [column.key, found.cells[n]]));
};

const counted = figuresOf(counts(2, 4, 5, 1, 1));
const before = figuresOf(counts(4, 4, 3, 1));
const snapshot: Snapshot = snapshotOf({
  figures: counted,
  trend: [
    { quarter: '2025-26-Q2', on: '2025-09-30', ...before },
    { quarter: '2026-27-Q1', on: '2026-06-30', ...before },
    { quarter: '2026-27-Q2', on: '2026-09-30', ...counted },
  ],
  comparisons: {
    lastYear: comparedWith('2025-26-Q2', '2025-09-30', [
      { before: 'not_started', after: 'not_started', services: 2 },
      { before: 'not_started', after: 'live', services: 2 },
      { before: 'in_progress', after: 'in_progress', services: 4 },
      { before: 'live', after: 'live', services: 3 },
      { before: 'redesigned', after: 'redesigned', services: 1 },
      { before: 'absent', after: 'not_recorded', services: 1 },
    ]),
    lastQuarter: comparedWith('2026-27-Q1', '2026-06-30', []),
  },
  services: [serviceOf('A'), serviceOf('B', { stage: 'not_recorded', stageSince: null })],
  published: {
    lastQuarter: null,
    lastYear: { quarter: '2025-26-Q2', revision: 1, sha256, figures: before, organisations: [] },
  },
});

describe('the pack of a snapshot', () => {
  const pack = packOf(snapshot, [], sha256);

  it('says what the page of the portfolio says', () => {
    expect(pack.title).toBe('Progress of government services: Q2 2026-27 (July to September 2026)');
    expect(pack.headline[0]).toBe(
      '6 of the 12 services recorded are live or beyond, 50%; 17 points up since 30 September 2025; 17 points up among the same services.',
    );
    expect(pack.changes.lastYear).toContain('5 services are live, 42%; 17 points up.');
    expect(pack.facts.at(-1)).toEqual(['SHA-256 of the data', sha256]);
  });

  it('rounds shares and changes once, to one decimal', () => {
    const live = rowIn(pack, 'headline', 'live');
    expect(live).toEqual({
      figure: 'Live',
      services: 5,
      share: 41.7,
      change_quarter: 16.7,
      change_year: 16.7,
    });
    expect(rowIn(pack, 'headline', 'not_started')['change_year']).toBe(-16.7);
    expect(rowIn(pack, 'same_services', 'lastYear same')).toEqual(
      jasmine.objectContaining({
        services_now: 12,
        live_then: 33.3,
        live_now: 50,
        change: 16.7,
        coverage: 92.3,
      }),
    );
  });

  it('has a table for each key that a section names, with as many cells as columns, and rows of keys of their own', () => {
    expect(pack.sections.flatMap(({ tables }) => tables)).toEqual(pack.tables.map(({ key }) => key));
    for (const { key, name, columns, rows } of pack.tables) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(new Set(columns.map((column) => column.key)).size)
        .withContext(key)
        .toBe(columns.length);
      expect(new Set(columns.map(({ header }) => header)).size)
        .withContext(key)
        .toBe(columns.length);
      expect(new Set(rows.map((row) => row.key)).size)
        .withContext(key)
        .toBe(rows.length);
      for (const column of columns) expect(column.key).toMatch(/^[a-z][a-z0-9_]*$/);
      for (const row of rows) expect(row.cells.length).withContext(`${key} ${row.key}`).toBe(columns.length);
    }
  });

  it('holds published figures beside those now known, and marks what has become another', () => {
    const { rows } = tableIn(pack, 'published');
    expect(rows.every(({ revised }) => revised.length === 0)).toBeTrue();
    const late = figuresOf({ ...before.total, live: 4, not_started: 3 });
    const trend = snapshot.trend.map((one) => (one.quarter === '2025-26-Q2' ? { ...one, ...late } : one));
    const known = packOf({ ...snapshot, trend }, [], sha256);
    expect(rowIn(known, 'published', '2025-26-Q2 live')).toEqual(
      jasmine.objectContaining({
        figure: 'Live',
        quarter: 'Q2 2025-26',
        published: 3,
        now: 4,
        difference: 1,
      }),
    );
    const marked = tableIn(known, 'published').rows.filter(({ revised }) => revised.includes('now'));
    expect(marked.map(({ key }) => key.replace('2025-26-Q2 ', ''))).toEqual([
      'not_started',
      'live',
      'live_or_beyond',
    ]);
  });

  it('is said of nothing at all', () => {
    const empty = packOf(snapshotOf(), [], sha256);
    expect(empty.headline).toEqual([
      'There are no services.',
      'No service has moved to another stage since 30 June 2026.',
      'No returns were expected.',
    ]);
    for (const { sentences } of empty.sections)
      for (const sentence of sentences) expect(sentence).not.toMatch(/NaN|undefined|null/);
  });
});

describe('a second revision', () => {
  const second: Snapshot = {
    ...snapshot,
    revision: 2,
    reason: 'A stage was missing',
    figures: figuresOf({ ...counted.total, live: 6, not_recorded: 0 }),
    services: [snapshot.services[0]!, serviceOf('B', { stageSince: '2026-09-01' }), serviceOf('C')],
    returns: [returnOf('One')],
  };
  const pack = packOf(second, [snapshot], sha256);
  const listed = tableIn(pack, 'revisions').rows.map(({ cells }) => cells);
  const marked = (table: string, row: string) =>
    tableIn(pack, table).rows.find(({ key }) => key === row)!.revised;

  it('marks each value that differs and lists it', () => {
    expect(marked('services', 'B')).toEqual(['stage', 'since', 'redesign']);
    expect(marked('services', 'A')).toEqual([]);
    expect(marked('headline', 'live')).toContain('services');
    expect(listed).toContain(['Services', 'B, Service B', 'Stage', 1, 'Not recorded', 'Live']);
    expect(listed).toContain([
      'Services',
      'B, Service B',
      'Stage since',
      1,
      'Not applicable',
      '1 September 2026',
    ]);
    expect(listed).toContain(['Headline', 'Live', 'Share', 1, '41.7%', '46.2%']);
  });

  it('has the notes that its tables refer to, in the order in which they do', () => {
    const used = pack.tables.flatMap(({ notes, columns }) => [
      ...notes,
      ...columns.flatMap((one) => one.notes),
    ]);
    expect(Object.keys(pack.notes)).toEqual([...new Set(used)]);
  });

  it('marks all that a row says that is new, and lists one that is gone', () => {
    const { columns, rows } = tableIn(pack, 'services');
    const row = rows.find(({ key }) => key === 'C')!;
    expect(row.revised).toEqual(columns.flatMap(({ key }, n) => (row.cells[n] === null ? [] : key)));
    expect(listed).toContain(['Return status', 'One', 'Whole row', 1, 'Not there', 'There']);
    const back = packOf({ ...snapshot, revision: 3 }, [second], sha256);
    expect(tableIn(back, 'revisions').rows.map(({ cells }) => cells)).toContain([
      ...['Services', 'C, Service C', 'Whole row'],
      ...[2, 'There', 'Not there'],
    ]);
  });

  it('marks what any earlier revision said otherwise, and says which', () => {
    const third = packOf({ ...snapshot, revision: 3 }, [snapshot, second], sha256);
    const row = tableIn(third, 'services').rows.find(({ key }) => key === 'B')!;
    expect(row.revised).toEqual(['stage', 'since', 'redesign']);
    const stages = tableIn(third, 'revisions').rows.filter(({ key }) => key.startsWith('services B stage '));
    expect(stages.map(({ cells }) => cells.slice(2))).toEqual([['Stage', 2, 'Live', 'Not recorded']]);
    // Back at what the one before said, and still not what the first did.
    const fourth = packOf({ ...second, revision: 4 }, [snapshot, second, second], sha256);
    const again = tableIn(fourth, 'revisions').rows.filter(({ key }) => key.startsWith('services B stage '));
    expect(again.map(({ cells }) => cells.slice(2))).toEqual([['Stage', 1, 'Not recorded', 'Live']]);
    expect(fourth.sections.at(-1)!.sentences[0]).toMatch(
      / values differ from earlier revisions, and are marked/,
    );
  });

  it('marks a column that an earlier revision did not have', () => {
    const newer = { ...tableOf({ key: 'x', name: 'X', headers: 1, title: 'X', columns: [], rows: [] }) };
    const table = (columns: readonly string[], cells: (string | null)[]) => ({
      ...newer,
      columns: columns.map((key) => textColumn(key, key)),
      rows: [rowOf('one', cells)],
    });
    const [marked, list] = withRevisions(
      [table(['a', 'b', 'c'], ['1', '2', null])],
      [{ revision: 1, tables: [table(['a'], ['1'])] }],
    );
    expect(marked!.rows[0]!.revised).toEqual(['b']);
    expect(list!.rows.map(({ cells }) => cells.slice(2))).toEqual([['b', 1, 'Not there', '2']]);
  });

  it('lists every value that it marks, and says how many', () => {
    for (const { name, columns, rows } of pack.tables.filter(({ key }) => key !== 'revisions'))
      for (const { cells, revised } of rows)
        for (const key of revised) {
          const header = columns.find((column) => column.key === key)!.header;
          const about = listed.filter(([table, row]) => table === name && `${row}`.startsWith(`${cells[0]}`));
          expect(about.some(([, , column]) => column === header || column === 'Whole row'))
            .withContext(`${name} ${cells[0]} ${key}`)
            .toBeTrue();
        }
    expect(pack.sections.at(-1)!.sentences).toEqual([
      `${listed.length} values differ from revision 1, and are marked [r] wherever they are shown.`,
    ]);
    expect(packOf(snapshot, [], sha256).sections.at(-1)!.sentences).toEqual(['This is the first revision.']);
    expect(packOf({ ...snapshot, revision: 2 }, [snapshot], sha256).sections.at(-1)!.sentences).toEqual([
      'Nothing differs from revision 1.',
    ]);
  });
});
