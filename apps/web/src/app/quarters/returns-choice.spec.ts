import { convertToParamMap } from '@angular/router';
import { returnOf } from './quarters.fixture';
import { showFrom, shownReturns, shows } from './returns-choice';

const returns = [
  returnOf('A', { state: 'signed_off' }),
  returnOf('B', { state: 'draft', workingDaysLate: 3 }),
  returnOf('C'),
  returnOf('D', { state: 'draft' }),
  returnOf('E', { workingDaysLate: 5 }),
];
const slugs = (show: Parameters<typeof shownReturns>[1]) =>
  shownReturns(returns, show).map(({ organisation }) => organisation.slug);

describe('which returns are listed', () => {
  it('is in the address, and anything unknown there lists all', () => {
    for (const show of shows) expect(showFrom(convertToParamMap({ show }))).toBe(show);
    expect(showFrom(convertToParamMap({ show: 'nonsense' }))).toBeNull();
    expect(showFrom(convertToParamMap({}))).toBeNull();
  });

  it('begins with whom to chase: the latest, then those that have got least far, then by name', () => {
    expect(slugs(null)).toEqual(['e', 'b', 'c', 'd', 'a']);
  });

  it('is those of a state, those owed, or those late', () => {
    expect(slugs('draft')).toEqual(['b', 'd']);
    expect(slugs('owed')).toEqual(['e', 'b', 'c', 'd']);
    expect(slugs('late')).toEqual(['e', 'b']);
    expect(slugs('excused')).toEqual([]);
  });
});
