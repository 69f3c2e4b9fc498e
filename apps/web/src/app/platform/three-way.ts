/** One detail of a form, and how what is typed of it reads: two values that read the same are the same. */
export interface Detail<T> {
  readonly field: keyof T & string;
  readonly label: string;
  readonly words: (typed: T) => string;
}

/** What a form held when it was opened, what is typed in it now, and what somebody else has saved since. */
export interface Versions<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
  /** What the reader sent before without an answer: where that is what is saved now, it was no one else's change. */
  readonly sent?: readonly T[];
}

export type Side = 'mine' | 'theirs';
/** For the details that both people changed, each to something else. */
export type Sides = Readonly<Record<string, Side>>;

/** One detail of the three versions: who changed it, and whether the reader must say whose counts. */
export interface Compared {
  readonly field: string;
  readonly label: string;
  readonly theirs: string;
  readonly mine: string;
  readonly changedBy: 'nobody' | 'them' | 'me' | 'both';
}

/** Every detail, in the order of the form. Both who changed it to the same are as good as one. */
export function compared<T>(details: readonly Detail<T>[], versions: Versions<T>): Compared[] {
  return details.map((detail) => {
    const { field, label } = detail;
    const [base, mine, theirs] = [versions.base, versions.mine, versions.theirs].map((typed) =>
      detail.words(typed).trim(),
    ) as [string, string, string];
    const own = (versions.sent ?? []).some((typed) => detail.words(typed).trim() === theirs);
    const putBack = own && mine === base && mine !== theirs;
    return { field, label, theirs, mine, changedBy: putBack ? 'me' : changedBy(base, mine, theirs) };
  });
}

function changedBy(base: string, mine: string, theirs: string): Compared['changedBy'] {
  if (mine === base) return theirs === base ? 'nobody' : 'them';
  if (theirs === base) return 'me';
  return theirs === mine ? 'them' : 'both';
}

/** Whose value of a detail is saved. Where both changed it, the reader's own counts unless they choose the other. */
export function sideOf({ field, changedBy }: Compared, sides: Sides): Side {
  if (changedBy === 'both') return sides[field] ?? 'mine';
  return changedBy === 'me' ? 'mine' : 'theirs';
}

/** What others have saved, with what the reader changed on top, and nothing that they never touched. */
export function merged<T extends object>(
  details: readonly Detail<T>[],
  versions: Versions<T>,
  sides: Sides = {},
): T {
  const kept = compared(details, versions)
    .filter((one) => sideOf(one, sides) === 'mine')
    .map(({ field }) => [field, versions.mine[field as keyof T]]);
  return { ...versions.theirs, ...(Object.fromEntries(kept) as Partial<T>) };
}

/** Whether two versions read the same in every detail. */
export function readsTheSame<T>(details: readonly Detail<T>[], one: T, other: T): boolean {
  return details.every(({ words }) => words(one).trim() === words(other).trim());
}
