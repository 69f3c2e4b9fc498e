import { type Params, convertToParamMap } from '@angular/router';
import { present } from '@headway/domain';
import { pastFrom, pastParams } from './past-choice';

const now = new Date('2026-06-30T23:30:00Z'); // half past midnight on 1 July in London
const read = (address: Params) => pastFrom(convertToParamMap(address), now);

describe('which past is looked at', () => {
  for (const address of [
    { on: '2024-03-31', asKnownAt: '2024-06-30', boundaries: 'today' },
    { on: '2024-07-01', asKnownAt: '2024-06-30T12:00:00.000Z' },
    { on: '1990-01-01', asKnownAt: '2026-06-30' },
    { on: '2026-07-01' },
    { boundaries: 'today' },
    {},
  ])
    it(`survives the address: ${JSON.stringify(address)}`, () =>
      expect(pastParams(read(address))).toEqual(address));

  for (const address of [
    { on: '2024-02-30' },
    { on: '2026-07-02' },
    { on: '1989-12-31' },
    { on: '0001-06-01' },
    { asKnownAt: '0001-06-01' },
    { asKnownAt: 'last year' },
    { asKnownAt: '2024-02-30' },
    { boundaries: 'then' },
    { boundaries: 'tomorrow' },
    // What is not over yet is what is known now.
    { asKnownAt: '2026-07-01' },
    { asKnownAt: '2026-06-30T23:30:00Z' },
    { asKnownAt: '2099-01-01' },
  ])
    it(`is the present where the address says ${JSON.stringify(address)}`, () =>
      expect(read(address)).toEqual(present));

  it('is the day that it was known on, in London, where no other is given', () => {
    expect(read({ asKnownAt: '2024-06-30' }).on).toBe('2024-06-30');
    expect(read({ asKnownAt: '2024-06-30T23:30:00Z', on: '2027-01-01' }).on).toBe('2024-07-01');
  });
});
