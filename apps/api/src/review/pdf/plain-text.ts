/** A text as it is set: whole, or in pieces between which a word too long for its line may be broken. */
export type Text = string | string[];

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
const pieceLength = 4;

/** What a typeface cannot show or what would move the text around it: controls, and marks that turn its direction. */
const unseen = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** One line of text without what cannot be seen; what is alone of a pair of code units is U+FFFD. */
export function plainText(text: string): string {
  const line = text.toWellFormed().replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ');
  return line.replace(unseen, '').replace(/ +/g, ' ').trim();
}

export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Words longer than `room` letters in pieces of a few letters; a text without any stays whole. */
export function breakable(text: string, room: number): Text {
  // The space after a word need not fit with it.
  const words = text.split(/(?<= )/);
  const fits = (word: string) => word.trimEnd().length <= room;
  if (words.every(fits)) return text;
  const pieces: string[] = [];
  let short = '';
  for (const word of words) {
    if (fits(word)) {
      short += word;
      continue;
    }
    if (short !== '') pieces.push(short);
    short = '';
    const letters = graphemesOf(word);
    for (let at = 0; at < letters.length; at += pieceLength)
      pieces.push(letters.slice(at, at + pieceLength).join(''));
  }
  return short === '' ? pieces : [...pieces, short];
}
