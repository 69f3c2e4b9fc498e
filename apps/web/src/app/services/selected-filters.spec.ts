import { convertToParamMap } from '@angular/router';
import { choiceFrom, downloadPath, everything, listPath } from './list-choice';
import { selectedFilters } from './selected-filters';

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
