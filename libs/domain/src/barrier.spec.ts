import { barrierBroken, openOn } from './barrier-dates.js';
import { barrierCategories, barrierCategoryLabels } from './barrier.js';

describe('the categories of barriers', () => {
  const labels = [
    ['skills', 'Skills'],
    ['structure', 'Structure'],
    ['leadership', 'Leadership'],
    ['legacy_technology', 'Legacy technology'],
    ['funding', 'Funding'],
    ['procurement', 'Procurement'],
    ['policy_or_law', 'Policy or law'],
    ['data_sharing', 'Data sharing'],
    ['supplier', 'Supplier'],
    ['other', 'Other'],
  ] as const;

  it('are these, with other at the end', () =>
    expect(barrierCategories).toEqual(labels.map(([category]) => category)));

  for (const [category, label] of labels)
    it(`call ${category} “${label}”`, () => expect(barrierCategoryLabels[category]).toBe(label));
});

describe('a barrier', () => {
  const cases: readonly [raisedOn: string, resolvedOn: string | null, on: string, open: boolean][] = [
    ['2026-03-01', null, '2026-02-28', false],
    ['2026-03-01', null, '2026-03-01', true],
    ['2026-03-01', null, '2999-01-01', true],
    ['2026-03-01', '2026-06-01', '2026-05-31', true],
    ['2026-03-01', '2026-06-01', '2026-06-01', false],
    ['2026-03-01', '2026-03-01', '2026-03-01', false],
  ];
  for (const [raisedOn, resolvedOn, on, open] of cases)
    it(`raised on ${raisedOn} and resolved on ${resolvedOn} is ${open ? 'open' : 'not open'} on ${on}`, () =>
      expect(openOn({ raisedOn, resolvedOn }, on)).toBe(open));
});

describe('the dates of a barrier on 23 November 2026', () => {
  const cases: readonly [raisedOn: string, resolvedOn: string | null, wrong: string | null][] = [
    ['2026-11-23', null, null],
    ['1999-01-01', null, null],
    ['2026-11-24', null, 'raisedOn in_the_future'],
    ['2026-11-24', '2026-11-25', 'raisedOn in_the_future'],
    ['2026-11-01', '2026-11-23', null],
    ['2026-11-23', '2026-11-23', null],
    ['2026-11-01', '2026-11-24', 'resolvedOn in_the_future'],
    ['2026-11-01', '2026-10-31', 'resolvedOn before_raised'],
  ];
  for (const [raisedOn, resolvedOn, wrong] of cases)
    it(`raised ${raisedOn}, resolved ${resolvedOn}: ${wrong ?? 'allowed'}`, () => {
      const broken = barrierBroken({ raisedOn, resolvedOn }, '2026-11-23');
      expect(broken ? `${broken.field} ${broken.code}` : null).toBe(wrong);
    });
});
