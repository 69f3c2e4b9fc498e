import { type OrganisationCorrection, correctOrganisation } from './organisation-correction.js';
import type { OrganisationHistory } from './organisation-history.js';
import { organisation, period } from './reorganisation.fixture.js';

/** Renamed in 2020 while part of A; another of B since 2022; one that begins and one that has ended. */
const renamed = organisation('R', 'a', {
  periods: [period('Old', '2020-01-01', 'a'), period('R', null, 'a')],
});
const moved = organisation('M', 'b', { periods: [period('M', '2022-01-01', 'a'), period('M', null, 'b')] });
const late = organisation('LATE', null, { existsFrom: '2023-02-07' });
const gone = organisation('GONE', null, { existsTo: '2016-07-14' });
const agency = organisation('AX', 'a');
const all = [organisation('A'), organisation('B'), renamed, moved, late, gone, agency];

describe('a correction of an organisation', () => {
  const correct = (one: OrganisationHistory, correction: OrganisationCorrection) => {
    const result = correctOrganisation(correction, one, all);
    return 'broken' in result
      ? result.broken.map(({ pointer, code, message }) => `${pointer} ${code}: ${message}`)
      : result.history.periods.map(({ name, parent, untilOn }) =>
          [name, parent ?? 'none', untilOn].filter((text) => text !== null).join(' '),
        );
  };

  it('of what it is part of holds for all of its past', () => {
    expect(correct(renamed, { parent: 'b' })).toEqual(['Old b 2020-01-01', 'R b']);
    expect(correct(renamed, { parent: null })).toEqual(['Old none 2020-01-01', 'R none']);
  });

  it('of what it is part of is refused where that changed on a date', () => {
    for (const parent of ['late', null])
      expect(correct(moved, { parent })).toEqual([
        '/parent changed_on_a_date: What M is part of changed on 1 January 2022. Withdraw that change, or record another with its date',
      ]);
    expect(correct(moved, { parent: 'b', kind: 'agency' })).toEqual(['M a 2022-01-01', 'M b']);
  });

  it('of a name or kind holds for as long as it has had it', () => {
    expect(correct(renamed, { name: 'Right' })).toEqual(['Old a 2020-01-01', 'Right a']);
    expect(correct(moved, { name: 'Right' })).toEqual(['Right a 2022-01-01', 'Right b']);
    expect(correct(renamed, { name: 'Old', abbreviation: null })).toEqual(['Old a']);
    const kinds = correctOrganisation({ kind: 'agency' }, moved, all);
    expect('history' in kinds && kinds.history.periods.map(({ kind }) => kind)).toEqual(['agency', 'agency']);
  });

  const refused: readonly (readonly [
    what: string,
    one: OrganisationHistory,
    correction: OrganisationCorrection,
    error: string,
  ])[] = [
    [
      'into one that there is not',
      agency,
      { parent: 'none' },
      '/parent unknown_organisation: Select an organisation',
    ],
    [
      'into one that has ended',
      agency,
      { parent: 'gone' },
      '/parent organisation_ended: That organisation has ended. Select another one',
    ],
    [
      'into one that began later',
      agency,
      { parent: 'late' },
      '/parent organisation_not_there: Department LATE exists only from 7 February 2023. Record from which date it is part of that, or that it exists from 7 February 2023 or later',
    ],
    [
      'into itself',
      agency,
      { parent: 'ax' },
      '/parent part_of_itself: An organisation cannot be part of itself or of one below it',
    ],
    [
      'into one that was below it for a time',
      organisation('A'),
      { parent: 'm' },
      '/parent part_of_itself: An organisation cannot be part of itself or of one below it',
    ],
    ['to a name of another', agency, { name: 'old' }, '/name already_exists: R had this name before'],
    [
      'to exist from after it ended',
      gone,
      { existsFrom: '2016-07-14' },
      '/existsFrom begins_after_it_ends: It must exist from a date before the one it ended on',
    ],
    [
      'to exist from after it was renamed',
      renamed,
      { existsFrom: '2020-01-01' },
      '/existsFrom begins_after_it_changed: It was renamed or moved on 1 January 2020, so it must exist from a date before that',
    ],
    [
      'to exist from after others were part of it',
      organisation('B'),
      { existsFrom: '2022-01-02' },
      '/existsFrom begins_after_its_parts: M was part of it from 1 January 2022',
    ],
  ];
  for (const [what, one, correction, error] of refused)
    it(`is refused ${what}`, () => expect(correct(one, correction)).toEqual([error]));

  it('may let one exist from when it became part of another on', () => {
    expect(correct(late, { existsFrom: '2023-03-01' })).toEqual(['Department LATE none']);
    expect(correct(agency, { existsFrom: '2023-02-07', parent: 'late' })).toEqual(['Department AX late']);
    expect(correct(organisation('B'), { existsFrom: '2022-01-01' })).toEqual(['Department B none']);
  });

  it('does not let one exist before what it has always been part of', () => {
    const part = organisation('P', 'late', { existsFrom: '2023-02-07' });
    expect(correct(part, { existsFrom: null })).toEqual([
      '/existsFrom begins_before_its_parent: It has been part of Department LATE from the beginning, which exists from 7 February 2023',
    ]);
  });
});
