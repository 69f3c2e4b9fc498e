import type { ReorganisationKind } from '@headway/domain';
import {
  type PartInput,
  type ReceiverInput,
  type ReorganisationInput,
  blankInput,
  blankPart,
  blankReceiver,
  fieldAt,
  independent,
  newOne,
  requestFrom,
} from './reorganise-input';

const today = '2026-07-01';
const on = { day: '7', month: 'feb', year: '2023' };
const to = (organisation: string): ReceiverInput => ({ ...blankReceiver(), organisation });
const made = (name: string): ReceiverInput => ({ ...to(newOne), name, kind: 'agency' });
const part = (change: Partial<PartInput>): PartInput => ({ ...blankPart(), ...change });
const typed = (change: Partial<ReorganisationInput>): ReorganisationInput => ({
  ...blankInput(),
  on,
  ...change,
});
const read = (kind: ReorganisationKind, input: ReorganisationInput) => {
  const result = requestFrom(kind, input, today);
  return 'request' in result
    ? result.request
    : result.wrong.map(({ field, message }) => `${field}: ${message}`);
};
const begun = { name: 'New', abbreviation: null, kind: 'agency', parent: null };

describe('what was typed', () => {
  it('is a rename', () =>
    expect(read('rename', typed({ organisation: 'bis', name: ' BEIS ', note: ' ' }))).toEqual({
      kind: 'rename',
      on: '2023-02-07',
      note: null,
      organisation: 'bis',
      name: 'BEIS',
      abbreviation: null,
    }));

  it('is a merge into one that there is, or a new one', () => {
    const merge = { kind: 'merge', on: '2023-02-07', note: null, organisations: ['bis', 'decc'] };
    const organisations = ['bis', 'decc'];
    expect(read('merge', typed({ organisations, into: to('beis') }))).toEqual({
      ...merge,
      into: 'beis',
    } as never);
    expect(read('merge', typed({ organisations, into: made('New') }))).toEqual({
      ...merge,
      into: begun,
    } as never);
  });

  it('is a split, the rest first', () => {
    const parts = [
      part({ into: made('New'), services: ['A-1'] }),
      part({ into: to('b'), organisations: ['ax'] }),
    ];
    const others = [
      { into: begun, services: ['A-1'], organisations: [] },
      { into: 'b', services: [], organisations: ['ax'] },
    ];
    const split = (first: string) => ({
      kind: 'split',
      on: '2023-02-07',
      note: null,
      organisation: 'a',
      parts: [{ into: first, services: [], organisations: [] }, ...others],
    });
    const input = typed({ organisation: 'a', into: to('c'), parts });
    expect(read('split', { ...input, ends: 'ends' })).toEqual(split('c') as never);
    expect(read('split', { ...input, ends: 'goes_on' })).toEqual(split('a') as never);
  });

  it('is a move into another, or to be independent', () => {
    const move = { kind: 'move', on: '2023-02-07', note: null, organisation: 'ch' };
    const input = typed({ organisation: 'ch', parent: 'b' });
    expect(read('move', input)).toEqual({ ...move, parent: 'b' } as never);
    expect(read('move', { ...input, parent: independent })).toEqual({ ...move, parent: null } as never);
    expect(read('move', typed({ on: blankInput().on }))).toEqual([
      'organisation: Select the organisation that moves',
      'on: Enter the date of the change',
      'parent: Select what it becomes part of',
    ]);
  });

  it('is a transfer', () =>
    expect(
      read('transfer', typed({ organisation: 'a', parts: [part({ into: to('b'), services: ['A-1'] })] })),
    ).toEqual({
      kind: 'transfer',
      on: '2023-02-07',
      note: null,
      from: 'a',
      to: 'b',
      services: ['A-1'],
      organisations: [],
    }));

  const blank: readonly (readonly [ReorganisationKind, ...string[]])[] = [
    [
      'rename',
      'organisation: Select the organisation that is renamed',
      'on: Enter the date of the change',
      'name: Enter the new name of the organisation',
    ],
    [
      'merge',
      'organisations: Select at least one organisation that ends',
      'on: Enter the date of the change',
      'into: Select the organisation that takes over',
    ],
    [
      'split',
      'organisation: Select the organisation that is split',
      'on: Enter the date of the change',
      'ends: Select whether it ends or goes on',
      'parts-0-into: Select the organisation that takes over',
    ],
    [
      'transfer',
      'organisation: Select the organisation that gives something away',
      'on: Enter the date of the change',
      'parts-0-into: Select the organisation that takes over',
    ],
  ];
  for (const [kind, ...wrong] of blank)
    it(`is missing where nothing is typed for a ${kind}`, () =>
      expect(read(kind, blankInput())).toEqual(wrong));

  it('is told what is wrong with a new organisation, and with the date', () =>
    expect(
      read('merge', {
        ...typed({ organisations: ['a'], into: { ...to(newOne), abbreviation: 'x'.repeat(21) } }),
        on: { day: '2', month: '7', year: '2026' },
      }),
    ).toEqual([
      'on: The date of the change must be today or in the past',
      'into-name: Enter the name of the organisation',
      'into-abbreviation: Abbreviation must be 20 characters or fewer',
      'into-kind: Select what kind of organisation it is',
    ]));
});

describe('the field that a part of the request was typed in', () => {
  const cases: readonly (readonly [ReorganisationKind, string, string | null])[] = [
    ['rename', 'on', 'on'],
    ['rename', 'abbreviation', 'abbreviation'],
    ['merge', 'organisations/3', 'organisations'],
    ['merge', 'into', 'into'],
    ['merge', 'into/name', 'into-name'],
    ['split', 'organisation', 'organisation'],
    ['split', 'parts/0/into/parent', 'into-parent'],
    ['split', 'parts/1/into', 'parts-0-into'],
    ['split', 'parts/2/into/name', 'parts-1-into-name'],
    ['split', 'parts/2/services/7', 'parts-1-services'],
    ['split', 'parts/1/organisations/0', 'parts-0-organisations'],
    ['split', 'parts', null],
    ['transfer', 'from', 'organisation'],
    ['transfer', 'to/kind', 'parts-0-into-kind'],
    ['transfer', 'services', 'parts-0-services'],
    ['transfer', 'services/2', 'parts-0-services'],
    ['transfer', 'organisations/0', 'parts-0-organisations'],
  ];
  for (const [kind, path, field] of cases)
    it(`of ${path} in a ${kind} is ${field}`, () => expect(fieldAt(kind, path.split('/'))).toBe(field));
});
