import { numbered, referencePrefix } from './reference.js';

describe('what references of an organisation start with', () => {
  const cases = [
    ['Department for Work and Pensions', 'DWP', 'DWP'],
    ['Department for Work and Pensions', null, 'DWP'],
    ['Ministry of Defence', null, 'MD'],
    ['The National Archives', null, 'NA'],
    ['HM Revenue & Customs', null, 'HRC'],
    ["King's Printer", null, 'KSP'],
    ['Ŵyn Cymru', null, 'WC'],
    ['Defence', 'D.E. & S', 'DES'],
    ['Defence', 'Dŵr', 'DWR'],
    ['Defence', 'abcdefghijklmnop', 'ABCDEFGHIJKL'],
    ['A B C D E F G H I J K L M N O P', null, 'ABCDEFGHIJKL'],
    ['2070 Commission', null, '2C'],
    ['日本', null, 'S'],
    ['Defence', '!?', 'S'],
    ['of the', null, 'S'],
    ['', null, 'S'],
  ] as const;
  for (const [name, abbreviation, prefix] of cases)
    it(`is ${prefix} for ${JSON.stringify(name)}${abbreviation === null ? '' : `, ${abbreviation}`}`, () =>
      expect(referencePrefix({ name, abbreviation })).toBe(prefix));
});

describe('a numbered reference', () => {
  it('is the next after the last, in three digits or as many as it takes', () => {
    expect(numbered('DWP', 0)).toBe('DWP-001');
    expect(numbered('DWP', 41)).toBe('DWP-042');
    expect(numbered('DWP', 999)).toBe('DWP-1000');
  });
});
