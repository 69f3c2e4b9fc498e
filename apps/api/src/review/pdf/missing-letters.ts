import { type NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { toPdf } from './typst.js';

/** Letters that are set at once; the time it takes to find what is missing grows with its square. */
const atOnce = 1_000;

/** Each letter on a line of its own, so that none is set together with another. */
const probe = `
#set document(title: "Letters")
#set text(font: json(bytes(sys.inputs.fonts)), fallback: false)
#for letter in json(bytes(sys.inputs.letters)) { par(letter) }`;

/** The letters that the fonts lack, as the compiler finds when they are set. */
export function missingLetters(
  compiler: NodeCompiler,
  fonts: readonly string[],
  letters: Iterable<string>,
): ReadonlySet<string> {
  // What is missing is named in parts, and a part that is missing in one letter may be there on its own.
  const [whole, composed] = [[] as string[], [] as string[]];
  for (const letter of letters) ([...letter].length === 1 ? whole : composed).push(letter);
  const complaint = (some: readonly string[]) => {
    try {
      toPdf(compiler, probe, { letters: JSON.stringify(some), fonts: JSON.stringify(fonts) });
      return null;
    } catch (error) {
      return String(error);
    }
  };
  const found = [whole, composed].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / atOnce) }, (_, n) =>
      missingOf(all.slice(n * atOnce, (n + 1) * atOnce), complaint),
    ),
  );
  return new Set(found.flat());
}

/** Those that the complaint names, and those of the rest; where it names none, what either half of them lacks. */
function missingOf(
  letters: readonly string[],
  complaint: (letters: readonly string[]) => string | null,
): readonly string[] {
  const found = letters.length > 0 ? complaint(letters) : null;
  if (found === null) return [];
  if (letters.length === 1) return letters;
  const parts = partsNamed(found);
  const [missing, rest] = [[] as string[], [] as string[]];
  for (const letter of letters) (parts.some((part) => letter.includes(part)) ? missing : rest).push(letter);
  if (missing.length > 0) return [...missing, ...missingOf(rest, complaint)];
  const half = Math.ceil(letters.length / 2);
  return [letters.slice(0, half), letters.slice(half)].flatMap((some) => missingOf(some, complaint));
}

/** As the compiler complains of them: "the text `\"字\"` could not be displayed", "`\"\\u{200d}\"`". */
function partsNamed(complaint: string): string[] {
  return Array.from(complaint.matchAll(/the text `\\"(.+?)\\"` could not/g), ([, part]) =>
    part!.replace(/\\\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16))),
  );
}
