/** Which value a cell comes to, of what the file says, what Headway knew when the file was made, and what it knows now. */
export type Outcome =
  /** There is nothing to do: the file says nothing, or what is so already. */
  | 'same'
  /** Nobody changed it in the file, and somebody did in Headway since. */
  | 'newer'
  /** Changed in the file, and not in Headway since. */
  | 'changed'
  /** Changed in the file and in Headway, to different values. */
  | 'both';

/**
 * Compares the three. A blank cell (null) never wipes what is known. `base` is undefined where it is not known
 * what the file was made from: then the file is compared with what is known now.
 */
export function outcomeOf<T>(
  file: T | null,
  base: T | null | undefined,
  now: T | null,
  same: (file: T, known: T) => boolean = (one, other) => one === other,
): Outcome {
  const is = (known: T | null) => known !== null && file !== null && same(file, known);
  if (file === null) return base === null && now !== null ? 'newer' : 'same';
  if (is(now)) return 'same';
  if (base === undefined) return 'changed';
  if (is(base)) return 'newer';
  return base === now ? 'changed' : 'both';
}

/** A value that a file and Headway do not agree on, as people read it. */
export interface Disagreement<C> {
  readonly column: C;
  readonly base: string | null;
  readonly file: string | null;
  readonly now: string | null;
}
