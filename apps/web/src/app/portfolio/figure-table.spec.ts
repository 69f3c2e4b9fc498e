import { present } from '@headway/domain';
import { byMeasure, byStage, fileName, fileOf } from './figure-table';
import { officeFigures, organisationFigures } from './figures';
import { portfolioOf } from './portfolio.fixture';

const view = { ...present, organisation: [], audience: null, compareWith: null };
const past = { ...view, asKnownAt: '2026-06-30', boundaries: 'today' } as const;
const organisations = byStage('Organisation', organisationFigures(portfolioOf()));

describe('a table of figures', () => {
  it('has behind each figure what narrows the list to it', () => {
    const [back] = byStage('Office', officeFigures(portfolioOf())).lines.slice(2);
    expect(back!.figures.map(({ narrowing }) => narrowing)).toEqual([
      {},
      ...['not_started', 'in_progress', 'live', 'redesigned', 'not_recorded'].map((stage) => ({
        backOffice: [stage as 'live'],
      })),
    ]);
    expect(back!.share).toEqual({ value: 'no share', narrowing: { backOffice: ['live', 'redesigned'] } });
  });

  it('sets online and redesign beside each other, redesigned counted as live', () => {
    const [online, redesign] = byMeasure(portfolioOf()).lines;
    expect(online!.figures.map(({ value }) => value)).toEqual([24, 2, 10, 8, 4]);
    expect(redesign!.figures.map(({ value }) => value)).toEqual([24, 11, 7, 2, 4]);
    expect([online!.share.value, redesign!.share.value]).toEqual(['40%', '10%']);
    expect(online!.figures[3]!.narrowing).toEqual({ stage: ['live', 'redesigned'] });
    expect(redesign!.figures[2]!.narrowing).toEqual({ redesign: ['under_way'] });
  });

  it('is a file that says of which past it is, and whose part each line is', () => {
    const { columns, rows } = fileOf(organisations, '2026-03-31', past);
    expect(columns.slice(0, 6)).toEqual([
      'Organisation',
      'Part of',
      'Date',
      'As known at',
      'Departments as they were',
      'Services',
    ]);
    expect(rows.map((row) => row.slice(0, 6))).toEqual([
      ['Cabinet Office', '', '2026-03-31', '2026-06-30', 'today', 12],
      ['Department for Transport', '', '2026-03-31', '2026-06-30', 'today', 12],
      [
        'Driver and Vehicle Licensing Agency',
        'Department for Transport',
        '2026-03-31',
        '2026-06-30',
        'today',
        12,
      ],
    ]);
    expect(fileOf(organisations, '2026-03-31', view).rows[0]!.slice(2, 5)).toEqual([
      '2026-03-31',
      '',
      'on the date',
    ]);
  });

  it('is a file of another name for another past', () => {
    const name = (chosen: typeof view | typeof past) => fileName(organisations, '2026-03-31', chosen);
    expect(name(view)).toBe('headway-organisation-2026-03-31.csv');
    expect(name(past)).toBe('headway-organisation-2026-03-31-known-2026-06-30-departments-today.csv');
  });
});
