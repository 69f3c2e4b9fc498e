import { createHash } from 'node:crypto';
import pg from 'pg';

/** Rare statements are not worth a plan that is kept, and plans take memory on each connection. */
const often = 3;
const mostNames = 200;

const asked = new Map<string, number>();
const names = new Map<string, string>();

/** A statement's name once it has come often enough; null before, and once there are enough names. */
function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known) return known;
  const times = (asked.get(text) ?? 0) + 1;
  if (asked.size > 5_000) asked.clear();
  asked.set(text, times);
  if (times < often || names.size >= mostNames) return null;
  asked.delete(text);
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}

type Query = (...args: unknown[]) => unknown;

/**
 * A connection that lets PostgreSQL keep the plan of a statement that comes again and again: planning the
 * roll-up takes twice as long as running it.
 */
export class PlannedOnce extends pg.Client {
  constructor(...args: ConstructorParameters<typeof pg.Client>) {
    super(...args);
    const query = this.query.bind(this) as Query;
    this.query = ((...given: unknown[]) => {
      const [text, values, ...rest] = given;
      const name =
        typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : null;
      return name ? query({ name, text, values }, ...rest) : query(...given);
    }) as typeof this.query;
  }
}
