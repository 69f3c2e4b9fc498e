import { type Cells, barrier, exported, fresh, ofAll, plan, uuid, world } from './plan-barriers.fixture.js';

describe('a file of barriers says by row and column', () => {
  const mine = exported(barrier());
  const refused: readonly [what: string, rows: readonly Cells[], said: readonly string[]][] = [
    [
      'that an id is of no barrier',
      [{ ...mine, 'Barrier id': uuid(9) }],
      ['2 Barrier id error unknown_barrier'],
    ],
    ['that an id is none', [{ ...mine, 'Barrier id': 'x' }], ['2 Barrier id error unknown_barrier']],
    [
      'that a barrier is not one’s own',
      [{ ...mine, 'Barrier id': uuid(3) }],
      ['2 Barrier id error not_allowed'],
    ],
    [
      'that a barrier holds back another',
      [{ ...mine, Reference: 'T-2' }],
      ['2 Reference error held_back_differs'],
    ],
    [
      'that a barrier is of another organisation',
      [
        { ...mine, Organisation: 'HMT' },
        { ...exported(ofAll()), Organisation: 'Office of Coal' },
      ],
      ['3 Organisation error organisation_ended'],
    ],
    ['that a service is not here', [{ ...fresh, Reference: 'X-1' }], ['2 Reference error unknown_service']],
    ['that a service is not one’s own', [{ ...fresh, Reference: 'D-1' }], ['2 Reference error not_allowed']],
    [
      'that an organisation is not one’s own',
      [{ ...fresh, Reference: '', Organisation: 'MOD' }],
      ['2 Organisation error not_allowed'],
    ],
    [
      'that an organisation is not here',
      [{ ...fresh, Organisation: 'Tea' }],
      ['2 Organisation error unknown_organisation'],
    ],
    [
      'that a name is no reference',
      [{ ...fresh, Reference: '', 'Service name': 'Claim a grant', Organisation: 'HMT' }],
      ['2 Reference error reference_missing'],
    ],
    ['that nothing is held back', [{ ...fresh, Reference: '' }], ['2 Organisation error value_missing']],
    ['that a barrier comes twice', [mine, mine], ['3 Barrier id error barrier_repeated']],
    [
      'that a new one comes twice',
      [fresh, { ...fresh, Reference: 'T-1' }],
      ['3 Barrier error barrier_repeated'],
    ],
    [
      'what is missing',
      [{ ...fresh, Category: '', Barrier: ' ', 'Raised on': '' }],
      ['2 Category error value_missing', '2 Barrier error value_missing', '2 Raised on error value_missing'],
    ],
    [
      'what is not to be read',
      [{ ...fresh, Category: 'Weather', Barrier: '#REF!', 'Raised on': '2026-02-30', 'Resolved on': 'soon' }],
      [
        '2 Category error unknown_value',
        '2 Barrier error spreadsheet_error',
        '2 Raised on error not_a_date',
        '2 Resolved on error not_a_date',
      ],
    ],
    ['what is too long', [{ ...fresh, Barrier: 'x'.repeat(2001) }], ['2 Barrier error too_big']],
    [
      'that it was raised in the future',
      [{ ...fresh, 'Raised on': '2026-11-24' }],
      ['2 Raised on error in_the_future'],
    ],
    [
      'that it was resolved before it was raised',
      [{ ...mine, 'Resolved on': '2026-04-22' }],
      ['2 Resolved on error before_raised'],
    ],
    ['that a name differs', [{ ...mine, 'Service name': 'Claim' }], ['2 Service name warning name_left_out']],
    [
      'that a column is not read',
      [{ ...mine, ...{ Colour: 'red' } }],
      ['1 Colour warning column_kept_aside'],
    ],
    [
      'which columns are missing',
      [{ Reference: 'T-1' }],
      ['Category', 'Barrier', 'Raised on'].map((column) => `1 ${column} error column_missing`),
    ],
  ];
  for (const [what, rows, said] of refused) it(what, () => expect(plan(rows).said).toEqual([...said]));

  it('the same of a barrier that may not be seen as of one that is not here', () => {
    const hidden = plan([mine], world({ barriers: [] }));
    expect(hidden.messages).toEqual([`There is no barrier ${uuid(1)} here`]);
  });

  it('that several barriers say the same, and then needs the id', () => {
    const barriers = [barrier(), barrier({ id: uuid(4) })];
    expect(plan([{ ...mine, 'Barrier id': '' }], world({ barriers })).said).toEqual([
      '2 Barrier error barrier_ambiguous',
    ]);
    expect(plan(barriers.map(exported), world({ barriers })).said).toEqual([]);
  });

  it('that somebody else’s organisation is none of the barrier', () =>
    expect(plan([{ ...mine, Organisation: 'MOD' }], world({ mayChange: () => true })).messages).toEqual([
      'The barrier belongs to Treasury',
    ]));
});
