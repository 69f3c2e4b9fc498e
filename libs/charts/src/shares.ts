/** A share for a small space: "14%", "<1%", ">99%"; never a rounded 0% or 100% that is not so. */
export function shortShare(part: number, whole: number): string {
  const exact = whole === 0 ? 0 : (100 * part) / whole;
  if (part > 0 && exact < 0.5) return '<1%';
  if (part < whole && exact >= 99.5) return '>99%';
  return `${Math.round(exact)}%`;
}

/** Narrower than this a part could not be seen. */
export const leastWidth = 3;

/**
 * Widths of parts that fill `width` together, gaps included. A part of anything at all is wide enough
 * to be seen; the room for that comes off the larger parts. A part of nothing has no width.
 */
export function partWidths(values: readonly number[], width: number, gap: number): number[] {
  const present = values.filter((value) => value > 0);
  const room = width - gap * (present.length - 1);
  const least = Math.min(leastWidth, room / Math.max(present.length, 1));
  const small = new Set<number>();
  for (;;) {
    const rest = values.filter((value, i) => value > 0 && !small.has(i)).reduce((a, b) => a + b, 0);
    const scale = (room - small.size * least) / rest;
    const found = values.flatMap((value, i) =>
      value > 0 && !small.has(i) && value * scale < least ? [i] : [],
    );
    if (found.length === 0 || found.length + small.size === present.length)
      return values.map((value, i) => (value <= 0 ? 0 : small.has(i) ? least : value * scale));
    found.forEach((i) => small.add(i));
  }
}
