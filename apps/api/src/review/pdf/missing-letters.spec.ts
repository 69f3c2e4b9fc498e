import { missingLetters } from './missing-letters.js';
import { createCompiler, fonts } from './typst.js';

const from = (code: number, count: number) =>
  Array.from({ length: count }, (_, n) => String.fromCodePoint(code + n));

describe('letters that the fonts lack', () => {
  const compiler = createCompiler();

  it('are those that cannot be set on their own, in whatever company', () => {
    const letters = [
      ...[
        'a',
        'ŵ',
        'ש',
        '字',
        '한',
        '🚀',
        '👩‍👩‍👧',
        '字\u0301',
        'x\u0301',
        'e\u0301',
        '"\u20e3',
        '\u0301',
        '\u200d',
      ],
      ...from(0x370, 64),
      ...from(0x900, 64),
    ];
    const alone = letters.filter((letter) => missingLetters(compiler, fonts, [letter]).size > 0);
    expect(alone).toEqual(jasmine.arrayContaining(['字', '한', '🚀', '👩‍👩‍👧']));
    expect([...missingLetters(compiler, fonts, letters)]).toEqual(jasmine.arrayWithExactContents(alone));
  });

  it('are found many at once, as there may be tens of thousands', () => {
    const pdf = spyOn(compiler, 'pdf').and.callThrough();
    expect(missingLetters(compiler, fonts, from(0x4e00, 5_000)).size).toBe(5_000);
    expect(
      missingLetters(
        compiler,
        fonts,
        from(0x4e00, 1_000).map((one) => `${one}\ufe0f`),
      ).size,
    ).toBe(1_000);
    expect(pdf.calls.count()).toBeLessThan(20);
  });
});
