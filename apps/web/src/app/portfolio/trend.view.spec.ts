import { type Params, convertToParamMap } from '@angular/router';
import { measuresFor, quartersUpTo, trendFrom, trendParams } from './trend.view';

describe('what is shown quarter by quarter, in the address', () => {
  for (const address of [
    { trendOf: 'redesign', quarters: '40' },
    { trendOf: 'external', quarters: null },
  ])
    it(`survives it: ${JSON.stringify(address)}`, () =>
      expect(trendParams(trendFrom(convertToParamMap(address)))).toEqual(address));

  it('is three years of stages where it says nothing, or nothing that can be', () => {
    for (const address of [{}, { trendOf: 'x', quarters: '7' }])
      expect(trendFrom(convertToParamMap(address))).toEqual({ measure: 'stage', quarters: 12 });
  });

  it('is never of an audience that is left out', () => {
    const of = (address: Params) => trendFrom(convertToParamMap(address)).measure;
    expect(of({ trendOf: 'external', audience: 'internal' })).toBe('stage');
    expect(of({ trendOf: 'internal', audience: 'internal' })).toBe('internal');
    expect(measuresFor('external')).not.toContain('internal');
    expect(measuresFor(null)).toContain('internal');
  });

  it('is of quarters up to that of the day', () => {
    expect(quartersUpTo('2026-11-24', 4)).toEqual({ from: '2025-26-Q4', to: '2026-27-Q3' });
    expect(quartersUpTo('2026-03-31', 1)).toEqual({ from: '2025-26-Q4', to: '2025-26-Q4' });
  });
});
