import { type Params, convertToParamMap } from '@angular/router';
import { compareFrom, compareParams, listing } from './compare.view';
import { listWords } from './compare-words';

const read = (address: Params) => compareFrom(convertToParamMap(address), '2026-11-24');

describe('two dates to compare, in the address', () => {
  for (const address of [
    { from: '2024-03-31', to: '2025-03-31' },
    {
      from: '2024-03-31',
      to: '2026-11-24',
      boundaries: 'today',
      audience: 'internal',
      organisation: ['dwp', 'dft'],
    },
    { from: '2024-03-31', to: '2025-03-31', asKnownAt: '2025-06-30', kind: ['up', 'left'], page: '3' },
    { from: '2024-03-31', to: '2025-03-31', before: 'absent', after: 'live' },
  ])
    it(`survive it: ${JSON.stringify(address)}`, () => expect(compareParams(read(address))).toEqual(address));

  it('are a year before and today where it says nothing, or nothing that can be', () => {
    const usual = { from: '2025-11-24', to: '2026-11-24' };
    for (const address of [
      {},
      { from: '2026-11-24' },
      { from: 'x', to: '2026-02-30' },
      { from: '1989-12-31', to: '2028-01-01' },
      { page: '-1' },
      { kind: 'x' },
    ])
      expect(compareParams(read(address))).toEqual(usual);
    expect(compareParams(read({ to: '2024-02-29' }))).toEqual({ from: '2023-02-28', to: '2024-02-29' });
  });

  it('are put in order, the earlier first', () =>
    expect(compareParams(read({ from: '2026-06-30', to: '2025-06-30' }))).toEqual({
      ...{ from: '2025-06-30', to: '2026-06-30' },
    }));

  it('end on the day that they were known on, unless another is given', () =>
    expect(compareParams(read({ asKnownAt: '2025-06-30' }))).toEqual({
      ...{ from: '2024-06-30', to: '2025-06-30', asKnownAt: '2025-06-30' },
    }));

  it('begin at the first page of another list', () =>
    expect(listing(read({ from: '2024-03-31', kind: 'up', page: '2' }), { before: 'live' })).toEqual({
      ...{ from: '2024-03-31', to: '2026-11-24', before: 'live' },
    }));
});

describe('what a list of those that moved is of', () => {
  const cases: readonly (readonly [Params, number, string])[] = [
    [{}, 5, '5 services moved up or back'],
    [{ kind: ['up'] }, 1200, '1,200 services moved up'],
    [{ kind: ['down'] }, 1, '1 service went back'],
    [{ kind: ['stayed'] }, 1, '1 service stayed at its stage'],
    [{ kind: ['stayed'] }, 2, '2 services stayed at their stage'],
    [{ kind: ['up', 'down', 'stayed'] }, 370, '370 services recorded on both dates'],
    [
      { kind: ['up', 'down', 'stayed'], before: 'live' },
      ...([8, '8 services recorded on both dates, Live on the first'] as const),
    ],
    [
      { kind: ['up', 'down', 'stayed'], after: 'in_progress' },
      ...([1, '1 service recorded on both dates, In progress on the second'] as const),
    ],
    [{ kind: ['entered', 'left'] }, 3, '3 services entered or left the list'],
    [{ kind: ['left'] }, 0, 'No service left the list'],
    [{ before: 'live', after: 'in_progress' }, 2, '2 services went from Live to In progress'],
    [{ before: 'absent', after: 'live' }, 1, '1 service went from Not on the list to Live'],
    [{ before: 'live', after: 'live' }, 2, '2 services stayed at Live'],
  ];
  for (const [address, total, words] of cases)
    it(words, () => expect(listWords(read(address), total)).toBe(words));
});
