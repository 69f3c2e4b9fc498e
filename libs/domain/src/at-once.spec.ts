import { chosenReason, correctedByChoice } from './at-once.js';
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
        expect(correctedByChoice(statement(dayOf[days]!, yours), [one])).toBe(mark === 'C' ? one : null);
      });
    }

  it('is never a step backwards beside what is not corrected, where they made one record', () => {
    for (const theirs of stages)
      for (const yours of stages)
        for (const on of Object.values(dayOf)) {
          const one = record(1, '2026-11-30', theirs);
          const said = statement(on, yours);
          if (correctedByChoice(said, [one])) continue;
          const [first, second] = on < one.effectiveOn ? [said, one] : [one, said];
          expect(stages.indexOf(first.stage)).toBeLessThanOrEqual(stages.indexOf(second.stage));
        }
  });

  const live = statement('2026-11-30', 'live');
  it('corrects a record of the same day whose details alone differ', () => {
    const theirs = record(1, '2026-11-30', 'live', { backOffice: 'live' });
    expect(correctedByChoice(live, [theirs])).toBe(theirs);
  });
  it('stands beside one that differs in its note or evidence only', () => {
    const theirs = record(1, '2026-11-30', 'live', { note: 'Open', evidenceUrl: 'https://a.example' });
    expect(correctedByChoice({ ...live, evidenceUrl: 'https://b.example' }, [theirs])).toBeNull();
  });
  it('corrects the one of the same day before any other, and of one day the last', () => {
    const all = [
      record(1, '2026-11-20', 'redesigned'),
      record(2, '2026-11-30', 'in_progress'),
      record(3, '2026-11-30', 'redesigned'),
    ];
    expect(correctedByChoice(live, all)).toBe(all[2]!);
    expect(correctedByChoice(live, all.slice(0, 1))).toBe(all[0]!);
    expect(correctedByChoice(live, [])).toBeNull();
  });
  it('says why', () =>
    expect(chosenReason({ recordedBy: 'Sam Oak' })).toBe(
      'Recorded at the same time by Sam Oak, and this one was chosen instead',
    ));
});
