import { reviewOf, revisionOf } from './review.fixture';
import { fileWords, sizeWords, sourceOf, standing } from './review-words';

describe('the words of a review', () => {
  it('say what a file is and how large', () => {
    expect(fileWords({ format: 'ods', bytes: 122_880 })).toBe('OpenDocument spreadsheet (ODS, 120\u00a0KB)');
    expect(fileWords({ format: 'csv', bytes: 1_500_000 })).toBe('CSV files in a zip (ZIP, 1.4\u00a0MB)');
    expect(fileWords({ format: 'pdf', bytes: 2048 })).toBe('PDF (2\u00a0KB)');
    expect(fileWords({ format: 'xlsx', bytes: null })).toBe('Excel workbook (XLSX, made as you download it)');
  });

  it('never write a thousand of one unit', () => {
    expect([1, 1023, 1024, 999 * 1024, 1023 * 1024].map(sizeWords)).toEqual([
      ...['1\u00a0byte', '1023\u00a0bytes', '1\u00a0KB', '999\u00a0KB', '1.0\u00a0MB'],
    ]);
  });

  it('name the source, so that figures are found again', () => {
    expect(sourceOf(reviewOf())).toBe(
      'Source: Headway, review of Q2 2026-27, revision 2. Position on 30 September 2026.',
    );
  });

  it('tell the latest revision from those that it replaced, and a first one from those that followed', () => {
    const [first, second] = [revisionOf(1), revisionOf(2, 'A wrong list')];
    expect(standing({ revision: 1, revisions: [first] })).toEqual({ later: null, revised: null });
    const old = standing({ revision: 1, revisions: [first, second] });
    expect(old.revised).toBeNull();
    expect(old.later).toEqual({
      revision: 2,
      reason: 'A wrong list',
      sentence: 'This is revision 1. It was replaced by revision 2, frozen at 2:15pm on 2 November 2026.',
    });
    const latest = standing({ revision: 2, revisions: [first, second] });
    expect(latest.later).toBeNull();
    expect(latest.revised?.reason).toBe('A wrong list');
    expect(latest.revised?.sentence).toContain('What differs from revision 1 is marked [r]');
  });
});
