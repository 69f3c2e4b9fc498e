import { type Compared, type Detail, type Side, compared, merged, readsTheSame } from './three-way';

interface Form {
  readonly name: string;
  readonly owner: string;
}
const details: readonly Detail<Form>[] = [
  { field: 'name', label: 'Name', words: ({ name }) => name },
  { field: 'owner', label: 'Owner', words: ({ owner }) => owner.toUpperCase() },
];

/** Opened, typed, saved by somebody else; who changed it, and what is saved for each choice. */
const cases: readonly [string, string, string, Compared['changedBy'], mine: string, theirs: string][] = [
  ['Ada', 'Ada', 'Ada', 'nobody', 'Ada', 'Ada'],
  ['Ada', 'Bob', 'Ada', 'me', 'Bob', 'Bob'],
  ['Ada', '', 'Ada', 'me', '', ''],
  ['', 'Bob', '', 'me', 'Bob', 'Bob'],
  ['Ada', 'Ada', 'Cid', 'them', 'Cid', 'Cid'],
  ['Ada', 'Ada', '', 'them', '', ''],
  ['', '', 'Cid', 'them', 'Cid', 'Cid'],
  ['Ada', 'Bob', 'Bob', 'them', 'Bob', 'Bob'],
  ['Ada', 'Bob', 'Cid', 'both', 'Bob', 'Cid'],
  ['Ada', '', 'Cid', 'both', '', 'Cid'],
  ['Ada', 'Bob', '', 'both', 'Bob', ''],
  ['', 'Bob', 'Cid', 'both', 'Bob', 'Cid'],
  // Two that read the same are the same, blanks around them or not: what is saved is what was.
  ['Ada', ' ada ', 'Ada', 'nobody', 'Ada', 'Ada'],
  ['Ada', 'ADA', 'Cid', 'them', 'Cid', 'Cid'],
];

describe('three versions of a form', () => {
  for (const [base, typed, saved, changedBy, ifMine, ifTheirs] of cases)
    it(`opened as "${base}", typed "${typed}", saved as "${saved}": changed by ${changedBy}`, () => {
      const versions = {
        base: { name: 'N', owner: base },
        mine: { name: 'N', owner: typed },
        theirs: { name: 'Renamed', owner: saved },
      };
      const [name, owner] = compared(details, versions);
      expect([name!.changedBy, owner!.changedBy]).toEqual(['them', changedBy]);
      const save = (side: Side) => merged(details, versions, { owner: side });
      expect(save('mine')).toEqual({ name: 'Renamed', owner: ifMine });
      expect(save('theirs')).toEqual({ name: 'Renamed', owner: ifTheirs });
      expect(merged(details, versions)).toEqual({ name: 'Renamed', owner: ifMine });
    });

  it('save what was put back after an attempt of one’s own was saved without an answer', () => {
    const [base, first, theirs] = [
      { name: 'N', owner: 'Ada' },
      { name: 'N', owner: 'Bob' },
      { name: 'Renamed', owner: 'Bob' },
    ];
    const versions = { base, mine: base, theirs, sent: [first] };
    expect(merged(details, versions)).toEqual({ name: 'Renamed', owner: 'Ada' });
    expect(merged(details, { ...versions, sent: [] })).toEqual(theirs);
  });

  it('keep what the form does not ask as the others left it', () => {
    const [base, theirs] = [
      { name: 'N', owner: 'Ada' },
      { name: 'N', owner: 'Cid' },
    ];
    expect(merged([details[0]!], { base, mine: { name: 'M', owner: 'Bob' }, theirs })).toEqual({
      name: 'M',
      owner: 'Cid',
    });
  });

  it('read the same where every detail does', () => {
    const one = { name: 'N', owner: 'Ada' };
    expect(readsTheSame(details, one, { name: 'N ', owner: 'ADA' })).toBeTrue();
    expect(readsTheSame(details, one, { name: 'N', owner: 'Bob' })).toBeFalse();
  });
});
