import * as z from 'zod';

/** Whole numbers in a query are text. */
export const wholeNumber = (what: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `${what} must be a whole number`)
    .transform(Number)
    .pipe(z.number().min(min, `${what} must be ${min} or more`).max(max, `${what} must be ${max} or fewer`));

export const paging = {
  page: wholeNumber('page', 1, 1_000_000).default(1),
  pageSize: wholeNumber('pageSize', 1, 200).default(50),
};

/** A parameter that may be given once or again and again. */
export const repeatable = <T extends z.ZodType>(value: T) =>
  z.union([z.array(value), value.transform((one) => [one])]);

export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    page: z.number().int(),
    pageSize: z.number().int(),
    total: z.number().int(),
  });

export interface List<T> {
  items: T[];
  page: number;
  pageSize: number;
  total: number;
}

function readable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** How a uuid is written; nothing else that names a thing may look like one. */
export const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What names one thing in a path or a filter: a slug, a reference, a uuid. */
export const key = z.string().max(200).refine(readable, 'That cannot be a name of anything here');

/** Words to look for. */
export const search = z
  .string()
  .max(200, 'Search must be 200 characters or fewer')
  .refine(readable, 'Search must be readable text')
  .optional();

/** A change says at least one thing; asked only where nothing else is wrong. */
export const somethingChanged: [
  (change: object) => boolean,
  { error: string; when: (payload: { issues: unknown[] }) => boolean },
] = [
  (change) => Object.keys(change).length > 0,
  { error: 'Say what changes', when: ({ issues }) => issues.length === 0 },
];
