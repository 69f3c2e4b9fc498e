import { organisationsTable, present } from '@headway/domain';
import { fileName, fileOf } from './figures-file';
import { portfolioOf } from './portfolio.fixture';

const view = { ...present, organisation: [], audience: null, compareWith: null };
const past = { ...view, asKnownAt: '2026-06-30', boundaries: 'today' } as const;
const organisations = organisationsTable(portfolioOf().byOrganisation);

describe('a table of figures as a file', () => {
  it('says of which past it is, and whose part each line is', () => {
    const { columns, rows } = fileOf(organisations, '2026-03-31', past);
    expect(columns.slice(0, 6)).toEqual([
      'Organisation',
      'Part of',
      'Date',
      'As known at',
      'Departments as they were',
      'Services',
    ]);
    const all = ['2026-03-31', '2026-06-30', 'today', 12];
    expect(rows.map((row) => row.slice(0, 6))).toEqual([
      ['Cabinet Office', '', ...all],
      ['Department for Transport', '', ...all],
      ['Driver and Vehicle Licensing Agency', 'Department for Transport', ...all],
    ]);
    const now = fileOf(organisations, '2026-03-31', view).rows[0]!.slice(2, 5);
    expect(now).toEqual(['2026-03-31', '', 'on the date']);
  });

  it('holds every column of the page, the share too', () => {
    const { columns, rows } = fileOf(organisations, '2026-03-31', view);
    expect(columns.at(-1)).toBe('Live or beyond');
    expect(rows.map((row) => row.at(-1))).toEqual(organisations.lines.map(({ share }) => share.value));
  });

  it('has another name for another past', () => {
    const name = (chosen: typeof view | typeof past) => fileName(organisations, '2026-03-31', chosen);
    expect(name(view)).toBe('headway-organisation-2026-03-31.csv');
    expect(name(past)).toBe('headway-organisation-2026-03-31-known-2026-06-30-departments-today.csv');
  });
});
