import { fontSize } from './chart.js';

const narrow = /[ fijlrt.,:;'|()[\]!-]/;
const wide = /[mwMW%@&]/;

/** A generous estimate of how wide a text is in Arial or Helvetica, where there is no browser to ask. */
export function textWidth(text: string, bold = false): number {
  let ems = 0;
  for (const letter of text)
    ems += narrow.test(letter) ? 0.34 : wide.test(letter) ? 0.92 : /[A-Z]/.test(letter) ? 0.72 : 0.57;
  return ems * fontSize * (bold ? 1.07 : 1);
}

/** The text broken at spaces into lines no wider than `width`; a longer word has a line of its own, cut. */
export function wrap(text: string, width: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, bold) <= width) lines[lines.length - 1] = longer;
    else lines.push(fitted(word, width, bold));
  }
  return lines;
}

function fitted(word: string, width: number, bold: boolean): string {
  if (textWidth(word, bold) <= width) return word;
  let kept = word;
  while (kept.length > 1 && textWidth(`${kept}…`, bold) > width) kept = kept.slice(0, -1);
  return `${kept}…`;
}
