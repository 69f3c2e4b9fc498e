import type * as z from 'zod';

/** What a schema makes of a value, or the messages with which it refuses it, by path. */
export function parsed(schema: z.ZodType, value: unknown): unknown {
  const { success, data, error } = schema.safeParse(value);
  return success
    ? { read: data }
    : { refused: error.issues.map(({ path, message }) => [...path.map(String), message].join(': ')) };
}

/** The paths at fault, each once; an unknown field is at fault itself. */
export function faults(schema: z.ZodType, value: unknown): string[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  const paths = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key].join('.'))
      : [issue.path.join('.')],
  );
  return [...new Set(paths)].toSorted();
}
