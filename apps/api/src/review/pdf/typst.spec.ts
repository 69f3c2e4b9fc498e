import { createCompiler, fonts, toPdf } from './typst.js';
import { common } from './typewriter.js';

describe('the compiler', () => {
  const compiler = createCompiler();
  const titled = '#set document(title: "x")\n';

  it('takes no warning', () => {
    expect(() => toPdf(compiler, `${titled}#text(font: "No such font")[x]`, {})).toThrowError(/unknown font/);
  });

  it('takes no document that is not PDF/UA-1', () => {
    expect(() => toPdf(compiler, 'No title', {})).toThrowError(/PDF\/UA-1/);
  });

  it('has every common letter in the first font, at each weight', () => {
    const letters = Array.from({ length: 0x2200 }, (_, code) => String.fromCharCode(code)).filter((letter) =>
      common.test(letter),
    );
    expect(letters.length).toBeGreaterThan(300);
    for (const weight of ['400', '600', '700']) {
      const set = `${titled}#set text(font: "${fonts[0]}", fallback: false, weight: ${weight})\n#sys.inputs.letters`;
      expect(() => toPdf(compiler, set, { letters: letters.join(' ') })).not.toThrow();
    }
  });
});
