import { chosenReason, correctedByChoice, overruledReason } from './at-once.js';
import { record, statement } from './stage-record.fixture.js';
import { type Stage, stages } from './stage.js';

/** A mark for each stage that is yours: C corrects theirs, + stands beside it. */
const cells: readonly [theirs: Stage, days: string, marks: string][] = [
  //                              not_started in_progress live redesigned
  ['not_started', 'the same day', ' + C C C'],
  ['in_progress', 'the same day', ' C + C C'],
  ['live', '       the same day', ' C C + C'],
  ['redesigned', ' the same day', ' C C C +'],
  ['not_started', 'yours later', '  + + + +'],
  ['in_progress', 'yours later', '  C + + +'],
  ['live', '       yours later', '  C C + +'],
  ['redesigned', ' yours later', '  C C C +'],
  ['not_started', 'yours earlier', '+ C C C'],
  ['in_progress', 'yours earlier', '+ + C C'],
  ['live', '       yours earlier', '+ + + C'],
  ['redesigned', ' yours earlier', '+ + + +'],
].map(([stage, days, marks]) => [stage!.trim() as Stage, days!.trim(), marks!]);
const dayOf: Readonly<Record<string, string>> = {
  'the same day': '2026-11-30',
  'yours later': '2026-12-10',
  'yours earlier': '2026-11-20',
};

describe('keeping your own record over one that somebody made at the same time', () => {
  for (const [theirs, days, marks] of cells)
    for (const [index, mark] of marks.split(' ').filter(Boolean).entries()) {
      const yours = stages[index]!;
      it(`${yours} over ${theirs}, ${days}: ${mark === 'C' ? 'corrects it' : 'beside it'}`, () => {
        const one = record(1, '2026-11-30', theirs);
        expect(correctedByChoice(statement(dayOf[days]!, yours), [one])).toEqual(mark === 'C' ? [one] : []);
      });
    }

  it('is never a step backwards beside what is not corrected, where they made one record', () => {
    for (const theirs of stages)
      for (const yours of stages)
        for (const on of Object.values(dayOf)) {
          const one = record(1, '2026-11-30', theirs);
          const said = statement(on, yours);
          if (correctedByChoice(said, [one]).length > 0) continue;
          const [first, second] = on < one.effectiveOn ? [said, one] : [one, said];
          expect(stages.indexOf(first.stage)).toBeLessThanOrEqual(stages.indexOf(second.stage));
        }
  });

  const live = statement('2026-11-30', 'live');
  it('corrects a record of the same day whose details alone differ', () => {
    const theirs = record(1, '2026-11-30', 'live', { backOffice: 'live' });
    expect(correctedByChoice(live, [theirs])).toEqual([theirs]);
  });
  it('stands beside one that differs in its note or evidence only', () => {
    const theirs = record(1, '2026-11-30', 'live', { note: 'Open', evidenceUrl: 'https://a.example' });
    expect(correctedByChoice({ ...live, evidenceUrl: 'https://b.example' }, [theirs])).toEqual([]);
  });
  it('corrects all that stand against it, those of the same day first', () => {
    const all = [
      record(1, '2026-11-20', 'redesigned'),
      record(2, '2026-11-30', 'in_progress'),
      record(3, '2026-11-30', 'redesigned'),
      record(4, '2026-11-10', 'in_progress'),
      record(5, '2026-11-15', 'redesigned'),
      record(6, '2026-12-10', 'not_started'),
    ];
    const ids = (theirs: typeof all) => correctedByChoice(live, theirs).map(({ id }) => id);
    expect(ids(all)).toEqual(['3', '2', '6', '1', '5']);
    expect(ids(all.slice(0, 1))).toEqual(['1']);
    expect(ids([])).toEqual([]);
  });
  it('leaves a day alone whose last record says the same', () => {
    const all = [record(1, '2026-11-30', 'redesigned'), record(2, '2026-11-30', 'live')];
    expect(correctedByChoice(live, all)).toEqual([]);
  });
  it('says why', () => {
    const theirs = { recordedBy: 'Sam Oak' };
    expect(chosenReason(theirs)).toBe(
      'Recorded at the same time by Sam Oak, and this one was chosen instead',
    );
    expect(overruledReason(theirs)).toBe(
      'Recorded at the same time by Sam Oak, and another record was chosen instead',
    );
  });
});
