import type { OrganisationHistory } from './organisation-history.js';
import { planReorganisation } from './reorganisation-plan.js';
import { known, move, on, organisation, period } from './reorganisation.fixture.js';
import type { Reorganisation } from './reorganisation.js';

const today = '2026-07-01';

/** Part of A, of B from 2024, and of none from 2025. */
const travels = organisation('T', null, {
  periods: [period('T', '2024-01-01', 'a'), period('T', '2025-01-01', 'b'), period('T', null)],
});
const world = (...others: readonly OrganisationHistory[]) => ({
  ...known(),
  organisations: [...known().organisations, travels, ...others],
});

describe('an organisation that becomes part of another or independent', () => {
  const result = (request: Reorganisation, ...others: OrganisationHistory[]) => {
    const plan = planReorganisation(request, world(...others), today);
    return 'broken' in plan
      ? plan.broken.map(({ pointer, code, message }) => `${pointer} ${code}: ${message}`)
      : plan;
  };
  const parents = (request: Reorganisation, ...others: OrganisationHistory[]) => {
    const plan = result(request, ...others);
    if (Array.isArray(plan)) return plan;
    const { organisations } = plan as Exclude<typeof plan, string[]>;
    return organisations
      .find(({ change }) => change === 'moved')!
      .history.periods.map(({ parent, untilOn }) => `${parent ?? 'none'} ${untilOn ?? ''}`.trim());
  };

  it('is part of the other from the day on, with both that it leaves and joins named', () => {
    const plan = planReorganisation(move(), world(), today);
    if ('broken' in plan) throw new Error(JSON.stringify(plan));
    expect(plan.organisations.map(({ change, history: { slug } }) => `${slug} ${change}`)).toEqual([
      'ax moved',
      'a continues',
      'b continues',
    ]);
    expect([plan.services, plan.successions, plan.estates]).toEqual([[], [], []]);
    expect(parents(move())).toEqual([`a ${on}`, 'b']);
  });

  it('is independent, or joins, from the day on', () => {
    expect(parents(move({ parent: null }))).toEqual([`a ${on}`, 'none']);
    expect(parents(move({ organisation: 'b', parent: 'a' }))).toEqual([`none ${on}`, 'a']);
  });

  it('keeps what changed later', () => {
    expect(parents(move({ organisation: 't', parent: null }))).toEqual([
      `a ${on}`,
      'none 2024-01-01',
      'b 2025-01-01',
      'none',
    ]);
    expect(parents(move({ organisation: 't', parent: 'b' }))).toEqual([`a ${on}`, 'b 2025-01-01', 'none']);
    expect(parents(move({ organisation: 't', parent: 'a', on: '2024-06-01' }))).toEqual([
      'a 2024-01-01',
      'b 2024-06-01',
      'a 2025-01-01',
      'none',
    ]);
  });

  it('may be recorded of one that has ended since', () =>
    expect(parents(move({ organisation: 'gone', on: '2023-02-06' }))).toEqual(['none 2023-02-06', 'b']));

  const refused: readonly (readonly [what: string, request: Reorganisation, ...errors: string[]])[] = [
    [
      'in the future',
      move({ on: '2026-07-02' }),
      '/on in_the_future: The date of the change must be today or in the past',
    ],
    [
      'where it is unknown',
      move({ organisation: '' }),
      '/organisation unknown_organisation: Select an organisation',
    ],
    [
      'into one that is unknown',
      move({ parent: 'none' }),
      '/parent unknown_organisation: Select an organisation',
    ],
    [
      'where it did not exist',
      move({ organisation: 'late' }),
      '/organisation organisation_not_there: Department LATE did not exist on 1 June 2023',
    ],
    [
      'into one that did not exist',
      move({ parent: 'gone' }),
      '/parent organisation_not_there: Department GONE did not exist on 1 June 2023',
    ],
    [
      'into one that ended while it would be part of it',
      move({ parent: 'gone', on: '2022-01-01' }),
      '/parent organisation_ended: Department GONE ended on 7 February 2023, and Department AX would still be part of it',
    ],
    [
      'on the day that it began',
      move({ organisation: 'late', on: '2024-01-01' }),
      '/on began_that_day: Department LATE began on this date. Correct what it is part of instead',
    ],
    [
      'where it is so already',
      move({ parent: 'a' }),
      '/parent nothing_changes: Department AX was part of Department A on 1 June 2023 already',
    ],
    [
      'where it is independent already',
      move({ organisation: 'b', parent: null }),
      '/parent nothing_changes: Department B was not part of another organisation on 1 June 2023 already',
    ],
    [
      'into itself',
      move({ organisation: 'b', parent: 'b' }),
      '/parent part_of_itself: Department B cannot become part of Department B, since it would become part of itself',
    ],
    [
      'into one below it',
      move({ organisation: 'a', parent: 'axy' }),
      '/parent part_of_itself: Department A cannot become part of Department AXY, since it would become part of itself',
    ],
    [
      'into one that is below it on a later day',
      move({ organisation: 'b', parent: 't' }),
      '/parent part_of_itself: Department B cannot become part of T, since it would become part of itself',
    ],
  ];
  for (const [what, request, ...errors] of refused)
    it(`is refused ${what}`, () => expect(result(request)).toEqual(errors));

  it('may join one that ended after it left that again', () => {
    const leaves = organisation('L', null, { periods: [period('L', '2023-01-01', 'a'), period('L', null)] });
    expect(parents(move({ organisation: 'l', parent: 'gone', on: '2022-01-01' }), leaves)).toEqual([
      'a 2022-01-01',
      'gone 2023-01-01',
      'none',
    ]);
  });
});
