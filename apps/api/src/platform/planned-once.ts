import { createHash } from 'node:crypto';
import pg from 'pg';

/** Rare statements are not worth a plan that is kept, and plans take memory on each connection. */
const often = 3;
const mostKept = 200;

type Query = (...args: unknown[]) => unknown;

/**
 * A connection that lets PostgreSQL keep the plan of a statement that comes again and again: planning the
 * roll-up takes twice as long as running it.
 */
export class PlannedOnce extends pg.Client {
  constructor(...args: ConstructorParameters<typeof pg.Client>) {
    super(...args);
    const query = this.query.bind(this) as Query;
    const nameOf = namesOfOne();
    this.query = ((...given: unknown[]) => {
      const [text, values, ...rest] = given;
      const name =
        typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : null;
      return name ? query({ name, text, values }, ...rest) : query(...given);
    }) as typeof this.query;
  }
}

/** For one connection: a statement's name once it has come often enough; null before, and once there are too many. */
function namesOfOne(): (text: string) => string | null {
  const names = new Map<string, string>();
  const times = new Map<string, number>();
  return (text) => {
    const known = names.get(text);
    if (known || names.size >= mostKept) return known ?? null;
    const come = (times.get(text) ?? 0) + 1;
    if (times.size >= 10 * mostKept) times.clear();
    times.set(text, come);
    if (come < often) return null;
    times.delete(text);
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    names.set(text, name);
    return name;
  };
}
