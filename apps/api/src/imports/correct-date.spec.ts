import type { Stage } from '@headway/domain';
import { correctDate } from './correct-date.js';
import { type Finding, sayTo } from './findings.js';
import { brief, today } from './imports.fixture.js';

const record = (id: string, sequence: number, effectiveOn: string, stage: Stage) => ({
  id,
  sequence,
  stage,
  effectiveOn,
  redesignUnderWay: false,
  frontOffice: null,
  middleOffice: null,
  backOffice: null,
  note: 'As written',
  evidenceUrl: null,
});
const records = [record('a', 1, '2024-05-01', 'in_progress'), record('b', 2, '2025-03-01', 'live')];

function corrected(stageReachedOn: string, all = records, note: string | null = null) {
  const findings: Finding[] = [];
  const context = { today, opensOn: '2020-01-01' };
  const { statements, fields } = correctDate({ stageReachedOn, note }, all, context, sayTo(findings, 2));
  return { statements, fields, said: brief(findings) };
}

describe('another date for the stage that is in force', () => {
  for (const date of ['2024-08-01', '2026-01-31'])
    it(`is a correction of the record that it was reached by: ${date}`, () => {
      const { statements, fields, said } = corrected(date);
      expect(statements).toEqual([
        jasmine.objectContaining({
          stage: 'live',
          effectiveOn: date,
          note: 'As written',
          corrects: { recordId: 'b', reason: 'The date was changed in an import' },
        }),
      ]);
      expect(fields.map(({ field, before }) => [field, before])).toEqual([
        ['Stage reached on', '1 March 2025'],
      ]);
      expect(said).toEqual([]);
    });

  it('has the note for its reason', () =>
    expect(corrected('2026-01-31', records, 'Typed wrongly').statements[0]!.corrects!.reason).toBe(
      'Typed wrongly',
    ));

  it('is refused where another record keeps it from becoming so', () => {
    expect(corrected('2024-04-01').said).toEqual(['2 Stage reached on error other_records_between']);
    const again = [...records, record('c', 3, '2025-06-01', 'live')];
    expect(corrected('2025-09-01', again).said).toEqual(['2 Stage reached on error other_records_between']);
  });

  it('keeps to the rules for dates', () =>
    expect(corrected('2098-01-01').said).toEqual(['2 Stage reached on error in_the_future']));
});
