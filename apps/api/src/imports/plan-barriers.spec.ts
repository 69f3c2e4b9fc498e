import { type Cells, barrier, exported, fresh, ofAll, plan, uuid, world } from './plan-barriers.fixture.js';

describe('a row of the download of barriers', () => {
  for (const known of [barrier(), ofAll({ nextAction: null, nextActionOwner: null })])
    it(`of ${known.service ? 'a service' : 'a whole organisation'} that comes back changes nothing`, () => {
      const { planned, said } = plan([exported(known)], world({ barriers: [known] }));
      expect(planned.map((one) => [one.known?.id, one.fields, one.change])).toEqual([[known.id, [], {}]]);
      expect(said).toEqual([]);
    });

  const sameTexts = ['-', 'None', '[TBC]', '=1+1', "'=1", 'one\r\ntwo'];
  for (const description of sameTexts)
    it(`is the same where the barrier is called ${JSON.stringify(description)}`, () => {
      const one = barrier({ description, nextAction: description, nextActionOwner: 'None' });
      const written = (text: string) => (/^'*[=+\-@]/.test(text) ? `'${text}` : text);
      const cells = { Barrier: written(description), 'Next action': written(description) };
      const { planned, said } = plan([{ ...exported(one), ...cells }], world({ barriers: [one] }));
      expect([planned[0]?.fields, said]).toEqual([[], []]);
    });

  const changes: readonly [
    cells: Cells,
    field: string,
    before: string | null,
    after: string,
    change: object,
  ][] = [
    [{ Category: 'Funding' }, 'Category', 'Legacy technology', 'Funding', { category: 'funding' }],
    [
      { Category: 'policy_or_law' },
      'Category',
      'Legacy technology',
      'Policy or law',
      { category: 'policy_or_law' },
    ],
    [{ Barrier: 'Other' }, 'Barrier', barrier().description, 'Other', { description: 'Other' }],
    [{ 'Next action': 'Wait' }, 'Next action', 'Buy a gateway', 'Wait', { nextAction: 'Wait' }],
    [{ 'Who does it': 'Ann' }, 'Who does it', 'Head of platforms', 'Ann', { nextActionOwner: 'Ann' }],
    [{ 'Raised on': '01/04/2026' }, 'Raised on', '23 April 2026', '1 April 2026', { raisedOn: '2026-04-01' }],
    [{ 'Resolved on': '2026-11-23' }, 'Resolved on', null, '23 November 2026', { resolvedOn: '2026-11-23' }],
  ];
  for (const [cells, field, before, after, change] of changes)
    it(`with another ${field} changes just that, to ${after}`, () => {
      const { planned, said } = plan([{ ...exported(barrier()), ...cells }]);
      expect(planned[0]?.fields).toEqual([{ field, before, after }]);
      expect([planned[0]?.change, said]).toEqual([change, []]);
    });

  it('keeps what it leaves blank, and says so once for each column', () => {
    const over = barrier({ resolvedOn: '2026-06-01' });
    const blank = { 'Next action': '', 'Who does it': '', 'Resolved on': '' };
    const { planned, said, messages } = plan([{ ...exported(over), ...blank }], world({ barriers: [over] }));
    expect(planned[0]?.fields).toEqual([]);
    expect(said.toSorted()).toEqual(
      ['Next action', 'Resolved on', 'Who does it'].map((column) => `2 ${column} warning left_as_it_is`),
    );
    expect(messages[0]).toMatch(/is blank here: what is known stays. Clear it on the page of the barrier$/);
  });
});

describe('a row without a barrier id', () => {
  it('is a new barrier of a service, by its reference alone', () => {
    const { planned, said } = plan([fresh]);
    const [one] = planned;
    expect(one?.known === null && one.heldBack.id).toBe('T-1-id');
    expect(one?.fields).toEqual([
      { field: 'Reference', before: null, after: 'T-1' },
      { field: 'Category', before: null, after: 'Skills' },
      { field: 'Barrier', before: null, after: 'Nobody knows it' },
      { field: 'Raised on', before: null, after: '1 May 2026' },
    ]);
    expect(said).toEqual([]);
  });

  it('is a new barrier of a whole organisation, by what it is or was called', () => {
    const { planned, said } = plan([{ ...fresh, Reference: '', Organisation: 'office of tea' }]);
    const [one] = planned;
    expect(one?.known === null && one.heldBack).toEqual(
      jasmine.objectContaining({ column: 'organisation_id', id: 'treasury-id', subject: 'treasury' }),
    );
    expect(one?.fields[0]).toEqual({ field: 'Organisation', before: null, after: 'Treasury' });
    expect(said).toEqual(['2 Organisation warning former_name']);
  });

  it('may be over already', () =>
    expect(plan([{ ...fresh, 'Resolved on': '2026-06-01' }]).planned[0]?.said.resolvedOn).toBe('2026-06-01'));

  it('that says what is known, of the same and raised on the same day, is that barrier', () => {
    const { planned, said } = plan([
      {
        ...exported(barrier()),
        'Barrier id': '',
        Barrier: 'the mainframe takes  NO calls',
        Category: 'Skills',
      },
    ]);
    expect(planned.map((one) => [one.known?.id, one.fields.map(({ field }) => field), said])).toEqual([
      [uuid(1), ['Category', 'Barrier'], []],
    ]);
  });
});
