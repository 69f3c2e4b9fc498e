import { reportOf } from './imports.fixture';
import {
  countsOf,
  countsSentence,
  partOf,
  placeOf,
  problemsOf,
  reportIn,
  shownAtMost,
  shownSentence,
} from './report';

describe('the report of an import', () => {
  it('is one sentence of counts', () => {
    expect(countsSentence(reportOf(), 'services')).toBe(
      '412 rows: 3 new services, 12 changed, 397 unchanged.',
    );
    expect(countsSentence(reportOf({ rows: 1, created: 1, updated: 0, unchanged: 0 }), 'services')).toBe(
      '1 row: 1 new service, 0 changed, 0 unchanged.',
    );
  });

  it('says all four things that a file can come to', () => {
    const report = reportOf({ missing: 1234 });
    expect(countsOf(report, 'services').map(({ key, count, said }) => `${key}: ${count} ${said}`)).toEqual([
      'New: 3 would be added',
      'Changed: 12 would change',
      'Unchanged: 397 are in the file as they are in Headway',
      'Missing: 1,234 are not in the file, and stay as they are',
    ]);
    expect(countsOf({ ...report, mode: 'apply' }, 'services')[1]!.said).toBe('changed');
  });

  it('is of barriers too, none of which is ever missing', () => {
    expect(countsSentence(reportOf(), 'barriers')).toBe(
      '412 rows: 3 new barriers, 12 changed, 397 unchanged.',
    );
    expect(countsSentence(reportOf({ created: 1 }), 'barriers')).toContain('1 new barrier,');
    expect(countsOf(reportOf(), 'barriers').map(({ key }) => key)).toEqual(['New', 'Changed', 'Unchanged']);
  });

  it('says where something is, down to the cell', () => {
    expect(placeOf({ row: 14, column: 'Stage', cell: 'E14' })).toBe('Row 14, Stage (E14)');
    expect(placeOf({ row: 1, column: 'Audience', cell: null })).toBe('Row 1, Audience');
    expect(placeOf({ row: 1400, column: null, cell: null })).toBe('Row 1,400, whole row');
  });

  it('keeps errors apart from warnings', () => {
    expect(problemsOf(reportOf(), 'error').map(({ row }) => row)).toEqual([9]);
    expect(problemsOf(reportOf(), 'warning').map(({ row }) => row)).toEqual([7]);
  });

  it('shows no more than a person reads, and says how many there are', () => {
    const many = partOf(Array.from({ length: 1234 }));
    expect(many.shown.length).toBe(shownAtMost);
    expect(shownSentence(many)).toBe('Showing the first 200 of 1,234.');
    expect(shownSentence(partOf([1, 2]))).toBe('');
  });

  it('is found in the answer to a refused file', () => {
    const problem = { type: 'x', title: 'x', status: 422, code: 'file_has_errors' as const };
    expect(reportIn({ ...problem, ...reportOf() } as never)?.rows).toBe(412);
    expect(reportIn(problem)).toBeNull();
  });
});
