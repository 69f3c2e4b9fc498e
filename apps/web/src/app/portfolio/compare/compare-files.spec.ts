import { comparisonOf, present } from '@headway/domain';
import type { CompareView } from './compare.view';
import { compareFileName, matrixFile, stagesFile } from './compare-files';

const chosen = { ...present, organisation: [], audience: null, compareWith: null };
const dates = { from: '2025-03-31', to: '2026-03-31' };
const view: CompareView = { ...dates, chosen, kind: [], before: null, after: null, page: 1 };
const matrix = [
  { before: 'not_started', after: 'live', services: 1 },
  { before: 'not_started', after: 'not_started', services: 2 },
  { before: 'absent', after: 'live', services: 5 },
] as const;
const past = ['', 'on the date'];

describe('two dates as files', () => {
  it('holds each stage of all services and of the same ones, and the change before rounding to whole points', () => {
    const { columns, rows } = stagesFile(comparisonOf(view.from, matrix), view);
    expect(columns.slice(4)).toEqual([
      'Services on 2025-03-31',
      'Services on 2026-03-31',
      'Change of share in points',
    ]);
    expect(rows.length).toBe(10);
    expect(rows[4]).toEqual(['Live or beyond', 'All services', ...past, 0, 6, 75]);
    expect(rows[9]).toEqual(['Live or beyond', 'The same services', ...past, 0, 1, 33.3]);
  });

  it('leaves a change blank where there is nothing to compare', () => {
    const { rows } = stagesFile(comparisonOf(view.from, matrix.slice(2)), view);
    expect(rows[0]!.at(-1)).toBe('');
  });

  it('holds the matrix as it stands on the page', () => {
    const { columns, rows } = matrixFile(matrix, view);
    expect(columns[0]).toBe('On 2025-03-31');
    expect(columns.slice(3, 6)).toEqual([
      'Not started on 2026-03-31',
      'In progress on 2026-03-31',
      'Live on 2026-03-31',
    ]);
    expect(rows[0]).toEqual(['Not started', ...past, 2, 0, 1, 0]);
    expect(rows.at(-1)).toEqual(['Not on the list', ...past, 0, 0, 5, 0]);
  });

  it('is named after its dates and its past', () => {
    expect(compareFileName('stages', view)).toBe('headway-stages-2025-03-31-to-2026-03-31.csv');
    const today = { ...view, chosen: { ...chosen, boundaries: 'today' as const } };
    expect(compareFileName('stages', today)).toContain('-departments-today.csv');
  });
});
