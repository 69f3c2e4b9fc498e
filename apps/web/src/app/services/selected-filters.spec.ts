import { convertToParamMap } from '@angular/router';
import { choiceFrom, downloadPath, everything, listPath } from './list-choice';
import { selectedFilters } from './selected-filters';

describe('the filter by what was known', () => {
  const dates = (choice: Partial<typeof everything>) =>
    selectedFilters({ ...everything, ...choice }, []).map(({ heading, items }) => [heading, items[0]!.href]);

  it('is of the same day unless another is given, and is then taken away with it', () => {
    expect(dates({ on: '2025-06-30', asKnownAt: '2025-06-30' })).toEqual([
      ['As it was known on', '/services'],
    ]);
    expect(dates({ on: '2025-03-31', asKnownAt: '2025-06-30' })).toEqual([
      ['As of', '/services?asKnownAt=2025-06-30'],
      ['As it was known on', '/services?on=2025-03-31'],
    ]);
  });
});

describe('the filter by barrier', () => {
  const held = { ...everything, barrier: 'legacy_technology' as const, page: 2 };

  it('lives in the address and goes with the download', () => {
    expect(listPath(held)).toBe('/services?barrier=legacy_technology&page=2');
    expect(downloadPath(held)).toBe('/api/services.csv?barrier=legacy_technology');
    expect(choiceFrom(convertToParamMap({ barrier: 'legacy_technology', page: '2' }))).toEqual(held);
    expect(choiceFrom(convertToParamMap({ barrier: 'weather' }))).toEqual(everything);
  });

  it('is shown in words, and taken away by itself', () => {
    const chosen = { ...held, q: 'pension' };
    expect(selectedFilters(chosen, []).filter(({ heading }) => heading === 'Held back by')).toEqual([
      { heading: 'Held back by', items: [{ text: 'Legacy technology', href: '/services?q=pension' }] },
    ]);
  });
});
