/**
 * The one text of a value, as RFC 8785 has it: no white space, members sorted by the UTF-16 code units of their names,
 * strings and numbers as ECMAScript writes them. So the same content is always the same bytes, in whatever order it came.
 * @throws TypeError where a value is none of JSON's: not a number, not finite, undefined, half of a character.
 */
export function canonicalJson(value: unknown): string {
  const text = new Text();
  write(value, text);
  return text.whole();
}

/** Puts pieces together as they come, since there are a million of them. */
class Text {
  private readonly parts: string[] = [];
  private pieces: string[] = [];

  add(piece: string): void {
    if (this.pieces.push(piece) === 10_000) this.join();
  }

  whole(): string {
    this.join();
    return this.parts.join('');
  }

  private join(): void {
    this.parts.push(this.pieces.join(''));
    this.pieces = [];
  }
}

function write(value: unknown, to: Text): void {
  if (typeof value !== 'object' || value === null) return to.add(simple(value));
  if (Array.isArray(value)) {
    to.add('[');
    for (const [n, one] of value.entries()) {
      if (n > 0) to.add(',');
      write(one, to);
    }
    return to.add(']');
  }
  const members = value as Readonly<Record<string, unknown>>;
  to.add('{');
  for (const [n, name] of Object.keys(members).toSorted(byCodeUnits).entries()) {
    to.add(`${n > 0 ? ',' : ''}${simple(name)}:`);
    write(members[name], to);
  }
  to.add('}');
}

/** JavaScript compares texts by their code units. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function simple(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value);
  throw new TypeError(
    `${typeof value === 'string' ? 'Half of a surrogate pair' : String(value)} is no value of JSON`,
  );
}
