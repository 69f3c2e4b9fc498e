import { known, made, merge, organisation, part, rename, split, transfer } from './reorganisation.fixture.js';
import { planReorganisation } from './reorganisation-plan.js';
import type { Reorganisation } from './reorganisation.js';

const today = '2026-07-01';
function broken(request: Reorganisation, world = known()): string[] {
  const plan = planReorganisation(request, world, today);
  return 'broken' in plan
    ? plan.broken.map(({ pointer, code, message }) => `${pointer} ${code}: ${message}`)
    : [];
}

describe('a reorganisation', () => {
  const cases: readonly (readonly [what: string, request: Reorganisation, ...errors: string[]])[] = [
    ['may rename', rename()],
    ['may rename today', rename({ on: today })],
    [
      'is not in the future',
      rename({ on: '2026-07-02' }),
      '/on in_the_future: The date of the change must be today or in the past',
    ],
    [
      'is of organisations that there are',
      rename({ organisation: '' }),
      '/organisation unknown_organisation: Select an organisation',
    ],
    [
      'is of organisations of the time',
      rename({ organisation: 'late' }),
      '/organisation organisation_not_there: Department LATE did not exist on 1 June 2023',
    ],
    ['may rename one that has ended since', rename({ organisation: 'gone', on: '2023-02-06' })],
    [
      'is of organisations that have not ended by then',
      rename({ organisation: 'gone', on: '2023-02-07' }),
      '/organisation organisation_not_there: Department GONE did not exist on 7 February 2023',
    ],
    [
      'renames from a later day than the first',
      rename({ organisation: 'late', on: '2024-01-01' }),
      '/on began_that_day: Department LATE began on this date. Correct its name instead',
    ],
    [
      'gives another name than it had on the day, whatever it has now',
      rename({ organisation: 'moved', name: 'Before', abbreviation: null, on: '2022-01-01' }),
      '/name nothing_changes: It had this name and abbreviation on this date already',
    ],
    [
      'may give back a name that it had',
      rename({ organisation: 'moved', name: 'Before', abbreviation: null }),
    ],
    ['may change an abbreviation alone', rename({ name: 'Department A' })],
    [
      'gives a name that nobody has, however it is written',
      rename({ name: 'department b' }),
      '/name already_exists: Department B has this name already',
    ],
    [
      'gives an abbreviation that nobody has',
      rename({ abbreviation: 'ax' }),
      '/abbreviation already_exists: Department AX has this abbreviation already',
    ],
    [
      'gives a name of one that has ended only from the day after',
      rename({ on: '2023-02-07', name: 'Department GONE', abbreviation: 'GONE' }),
      '/name already_exists: Department GONE had this name until it ended on 7 February 2023. It can be taken from 8 February 2023',
      '/abbreviation already_exists: Department GONE had this abbreviation until it ended on 7 February 2023. It can be taken from 8 February 2023',
    ],
    [
      'may give a name of one that has ended from the day after',
      rename({ on: '2023-02-08', name: 'Department GONE', abbreviation: 'GONE' }),
    ],
    [
      'gives no former name of one that goes on',
      rename({ name: 'Before' }),
      '/name already_exists: After had this name before',
    ],

    ['may merge', merge()],
    ['may merge several into a new one', merge({ organisations: ['a', 'b'], into: made('New', 'N') })],
    ['may merge an agency with what it is part of', merge({ organisations: ['ax'], into: 'a' })],
    ['may merge both at once', merge({ organisations: ['a', 'ax'] })],
    [
      'merges each once',
      merge({ organisations: ['a', 'a'] }),
      '/organisations/1 repeated: Department A is named more than once',
    ],
    [
      'does not merge into itself',
      merge({ into: 'a' }),
      '/into itself: An organisation cannot become part of itself',
    ],
    [
      'does not merge into one directly below',
      merge({ into: 'ax' }),
      '/into part_of_itself: Department AX cannot take this over, since it would become part of itself',
    ],
    [
      'does not merge into one further below',
      merge({ into: 'axy' }),
      '/into part_of_itself: Department AXY cannot take this over, since it would become part of itself',
    ],
    [
      'does not end what has ended',
      merge({ organisations: ['gone'], on: '2022-01-01' }),
      '/organisations/0 ended_already: Department GONE ended on 7 February 2023 already',
    ],
    [
      'does not end what began that day',
      merge({ organisations: ['late'], on: '2024-01-01' }),
      '/organisations/0 began_that_day: Department LATE began on this date, so it cannot end on it',
    ],
    [
      'does not end what changed after',
      merge({ organisations: ['moved'], on: '2022-01-01' }),
      '/organisations/0 changed_later: After was renamed or moved on 1 January 2023, so it cannot have ended before that',
    ],
    ['may end what changed that day', merge({ organisations: ['moved'], on: '2023-01-01' })],
    [
      'gives nothing to one that has ended since',
      merge({ into: 'gone', on: '2022-01-01' }),
      '/into organisation_ended: Department GONE ended on 7 February 2023, so it cannot take anything over for good',
    ],
    [
      'gives nothing to one that is not there yet',
      merge({ into: 'late' }),
      '/into organisation_not_there: Department LATE did not exist on 1 June 2023',
    ],
    [
      'makes one under one that there is',
      merge({ into: made('New', 'N', 'none') }),
      '/into/parent unknown_organisation: Select an organisation',
    ],
    [
      'makes none under one that ends',
      merge({ into: made('New', 'N', 'a') }),
      '/into/parent organisation_ended: Department A ends by this change, so nothing can be part of it',
    ],
    [
      'makes none under one that would be part of it',
      merge({ into: made('New', 'N', 'ax') }),
      '/into part_of_itself: New cannot take this over, since it would become part of itself',
    ],
    [
      'makes one by a name that nobody has, not even one that ends',
      merge({ into: made('Department A', 'b') }),
      '/into/name already_exists: Department A has this name already',
      '/into/abbreviation already_exists: Department B has this abbreviation already',
    ],
    ['may make one by the name of one that ended before', merge({ into: made('Department GONE', 'gone') })],

    [
      'may split',
      split(
        part({ into: made('One'), services: ['a-1'] }),
        part({ into: made('Two'), organisations: ['ax'] }),
      ),
    ],
    ['may split off from one that goes on', split(part({ into: 'a' }), part({ services: ['A-1'] }))],
    [
      'splits into each once',
      split(part(), part()),
      '/parts/1/into repeated: Department B is named more than once',
    ],
    [
      'splits into new ones of different names',
      split(part({ into: made('One', 'X') }), part({ into: made('one', 'x') })),
      '/parts/1/into/name repeated: one is named more than once',
      '/parts/1/into/abbreviation repeated: x is named more than once',
    ],
    [
      'gives a service to one part',
      split(part({ services: ['A-1'] }), part({ into: 'late', services: ['a-1'] })),
      '/parts/1/into organisation_not_there: Department LATE did not exist on 1 June 2023',
      '/parts/1/services/0 repeated: a-1 is named more than once',
    ],
    [
      'gives an agency to one part',
      split(part({ organisations: ['ax'] }), part({ into: made('Two'), organisations: ['ax'] })),
      '/parts/1/organisations/0 repeated: Department AX is named more than once',
    ],
    [
      'lets an agency take over only where it does not become part of itself',
      split(part({ into: 'ax' }), part()),
      '/parts/0/into part_of_itself: Department AX cannot take this over, since it would become part of itself',
    ],
    ['may give an agency what it was part of', split(part(), part({ into: 'ax' }))],

    ['may transfer a service', transfer()],
    ['may transfer an agency', transfer({ services: [], organisations: ['ax'] })],
    ['may transfer to an agency', transfer({ to: 'ax' })],
    ['may transfer to a new one', transfer({ to: made('New', null, 'a') })],
    [
      'does not transfer to itself',
      transfer({ to: 'a' }),
      '/to itself: An organisation cannot become part of itself',
    ],
    [
      'transfers something',
      transfer({ services: [] }),
      '/services nothing_moves: Select at least one service or organisation to transfer',
    ],
    [
      'transfers what was its own on the day',
      transfer({ services: ['A-1', 'A-3', 'A-4', 'NONE'], organisations: ['b', 'axy', 'none'] }),
      '/services/1 not_theirs: A-3 was not a service of Department A on 1 June 2023',
      '/services/2 not_theirs: A-4 was not a service of Department A on 1 June 2023',
      '/services/3 not_theirs: NONE was not a service of Department A on 1 June 2023',
      '/organisations/0 not_theirs: Department B was not part of Department A on 1 June 2023',
      '/organisations/1 not_theirs: Department AXY was not part of Department A on 1 June 2023',
      '/organisations/2 unknown_organisation: Select an organisation',
    ],
    [
      'transfers no agency to itself or to one below it',
      transfer({ to: 'axy', services: [], organisations: ['ax'] }),
      '/to part_of_itself: Department AXY cannot take this over, since it would become part of itself',
    ],
  ];
  for (const [what, request, ...errors] of cases) it(what, () => expect(broken(request)).toEqual(errors));

  it('is not held up by a circle that it has no part in', () => {
    const world = known();
    const circle = [...world.organisations, organisation('C', 'd'), organisation('D', 'c')];
    expect(broken(merge(), { ...world, organisations: circle })).toEqual([]);
  });
});
