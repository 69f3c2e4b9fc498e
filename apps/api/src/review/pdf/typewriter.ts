import { type NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { missingLetters } from './missing-letters.js';
import { graphemesOf, plainText } from './plain-text.js';

/** All in Source Sans 3, and nearly all there is. */
export const common = /^[ -~\u00A0-\u017F‐‑–—‘’“”•…→]*$/;

/** Joiners and variants of what goes before are nothing on their own. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;

/**
 * Writes any of these texts with the letters that the fonts hold. PDF/UA-1 allows no other, and one in a name must not
 * stop a pack: full-width and other forms of a letter are written as the plain one, what is left as its number,
 * "[U+1F680]". Which letters the fonts hold is asked of the compiler, of all at once.
 */
export function typewriter(
  compiler: NodeCompiler,
  fonts: readonly string[],
  texts: Iterable<string>,
): (text: string) => string {
  const missing = missingLetters(compiler, fonts, lettersOf(texts));
  const written = (letter: string): string => {
    if (!missing.has(letter)) return letter;
    const plain = letter.normalize('NFKC');
    if (plain !== letter) return graphemesOf(plain).map(written).join('');
    const parts = [...letter].filter((part) => !ignorable.test(part));
    return parts.map((part) => (missing.has(part) ? numberOf(part) : part)).join('');
  };
  return (text) => {
    const plain = plainText(text);
    return common.test(plain) ? plain : graphemesOf(plain).map(written).join('');
  };
}

/** Each that is not common, the plain form of it, and what both are made of. */
function lettersOf(texts: Iterable<string>): Set<string> {
  const letters = new Set<string>();
  for (const text of texts)
    for (const letter of graphemesOf(plainText(text)))
      if (!common.test(letter) && !letters.has(letter))
        for (const form of [letter, ...graphemesOf(letter.normalize('NFKC'))])
          for (const part of [form, ...form]) if (!common.test(part)) letters.add(part);
  return letters;
}

function numberOf(letter: string): string {
  return `[U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
}
