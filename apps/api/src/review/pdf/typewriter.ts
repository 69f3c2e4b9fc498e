import { type NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { graphemesOf, plainText } from './plain-text.js';
import { toPdf } from './typst.js';

/** All in Source Sans 3, and nearly all there is. */
export const common = /^[ -~\u00A0-\u017F‐‑–—‘’“”•…→]*$/;

/** Joiners and variants of what goes before are nothing on their own. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;

const probe = `
#set document(title: "Letter")
#set text(font: json(bytes(sys.inputs.fonts)), fallback: false)
#sys.inputs.letter`;

/**
 * Writes a text with the letters that the fonts hold. PDF/UA-1 allows no other, and one in a name must not stop a
 * pack: full-width and other forms of a letter are written as the plain one, what is left as its number,
 * "[U+1F680]". Which letters the fonts hold is asked of the compiler, once for each.
 */
export function typewriter(compiler: NodeCompiler, fonts: readonly string[]): (text: string) => string {
  const known = new Map<string, boolean>();
  const holds = (letter: string) => {
    if (common.test(letter)) return true;
    const answer = known.get(letter) ?? canSet(compiler, { letter, fonts: JSON.stringify(fonts) });
    known.set(letter, answer);
    return answer;
  };
  const written = (letter: string): string => {
    if (holds(letter)) return letter;
    const plain = letter.normalize('NFKC');
    if (plain !== letter) return graphemesOf(plain).map(written).join('');
    const parts = [...letter].filter((part) => !ignorable.test(part));
    return parts.map((part) => (holds(part) ? part : numberOf(part))).join('');
  };
  return (text) => {
    const plain = plainText(text);
    return common.test(plain) ? plain : graphemesOf(plain).map(written).join('');
  };
}

function numberOf(letter: string): string {
  return `[U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
}

function canSet(compiler: NodeCompiler, inputs: { letter: string; fonts: string }): boolean {
  try {
    toPdf(compiler, probe, inputs);
    return true;
  } catch {
    return false;
  }
}
