import type { EntityManager } from 'typeorm';

/** Whoever runs statements: the pool, or one transaction. */
export type Database = Pick<EntityManager, 'query'>;

/** Puts a value into a statement: as a numbered parameter, or quoted where parameters cannot be (COPY). */
export type Bind = (value: string | number | readonly string[]) => string;

/** Numbered parameters; arrays travel as JSON and are read by `membersOf`. */
export function parameters(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = [];
  const bind: Bind = (value) => {
    values.push(typeof value === 'object' ? JSON.stringify(value) : value);
    return `$${values.length}`;
  };
  return { values, bind };
}

/** The members of a bound array, as rows of a type. */
export function membersOf(bound: string, type: 'text' | 'uuid' | 'integer' | 'stage'): string {
  return `(SELECT member::${type} FROM jsonb_array_elements_text(${bound}::jsonb) AS member)`;
}

/** An instant as the API writes it. */
export function instant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Any text as a pattern that finds just that text, anywhere. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
