import { reportOf } from './imports.fixture';
import { countsSentence, partOf, problemsOf, reportIn, shownAtMost, shownSentence } from './report';

describe('the report of an import', () => {
  it('is one sentence of counts', () => {
    expect(countsSentence(reportOf())).toBe('412 rows: 3 new services, 12 changed, 397 unchanged.');
    expect(countsSentence(reportOf({ rows: 1, created: 1, updated: 0, unchanged: 0 }))).toBe(
      '1 row: 1 new service, 0 changed, 0 unchanged.',
    );
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
