import { type Finding, sayTo } from './findings.js';
import { brief, row, service, today } from './imports.fixture.js';
import { type KnownService, planRow } from './plan.js';
import type { ReadRow } from './read-rows.js';

const set = (...dates: (string | null)[]) =>
  dates.map((dueOn) => ({ dueOn, reason: dueOn && `Until ${dueOn}` }));

function plan(read: Partial<ReadRow>, targets: Partial<KnownService['targets']> = {}) {
  const findings: Finding[] = [];
  const known = service({ targets: { live: [], redesigned: [], ...targets } });
  const planned = planRow(row(read), 'treasury-id', known, today, sayTo(findings, 2));
  const all = planned.targets.map(({ stage, dueOn, reason }) => [stage, dueOn, reason]);
  return { targets: all, fields: planned.fields, said: brief(findings) };
}
const by = (live: string | null, redesigned: string | null = null) => ({ targets: { live, redesigned } });

describe('the targets in a row', () => {
  it('are set, each for its stage', () =>
    expect(plan(by('2027-03-31', '2028-03-31'))).toEqual({
      targets: [
        ['live', '2027-03-31', null],
        ['redesigned', '2028-03-31', null],
      ],
      fields: [
        { field: 'Live by', before: null, after: '31 March 2027' },
        { field: 'Redesigned by', before: null, after: '31 March 2028' },
      ],
      said: [],
    }));

  it('are unchanged where they are the same, or blank', () => {
    expect(plan(by('2027-03-31'), { live: set('2026-03-31', '2027-03-31') }).targets).toEqual([]);
    expect(plan(by(null), { live: set('2027-03-31') }).targets).toEqual([]);
  });

  it('are moved for the reason in the note, else for that of being in an import', () => {
    expect(plan({ ...by('2027-06-30'), note: 'The supplier is late' }, { live: set('2027-03-31') })).toEqual({
      targets: [['live', '2027-06-30', 'The supplier is late']],
      fields: [{ field: 'Live by', before: '31 March 2027', after: '30 June 2027' }],
      said: [],
    });
    expect(plan(by('2027-06-30'), { live: set('2027-03-31') }).targets).toEqual([
      ['live', '2027-06-30', 'From an import'],
    ]);
  });

  it('keep to the rules, by column', () => {
    expect(plan(by(null, '2026-03-31'), { redesigned: set('2027-03-31') }).said).toEqual([
      '2 Redesigned by error in_the_past',
    ]);
    expect(plan({ ...by('2020-03-31'), opensOn: '2020-04-01' }).said).toEqual([
      '2 Live by error before_it_opened',
    ]);
  });

  it('may be set again after they were given up', () =>
    expect(plan(by('2027-06-30'), { live: set('2027-03-31', null) }).targets.length).toBe(1));

  it('have kept the note of an earlier import of the same row', () =>
    expect(plan({ ...by('2027-03-31'), note: 'Until 2027-03-31' }, { live: set('2027-03-31') }).said).toEqual(
      [],
    ));
});
