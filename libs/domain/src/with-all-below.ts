/** What is counted for one organisation alone, and whether it is listed even if nothing is. */
export interface CountedAlone<Column extends string> {
  readonly slug: string;
  /** Slug of what it is part of. */
  readonly parent: string | null;
  readonly listed: boolean;
  readonly own: Readonly<Record<Column, number>> | null;
}

/**
 * The roll-up: each organisation with all below it added, in the order given. One that is not listed, as it does not
 * exist on the day, is there only where something counts as its all the same.
 */
export function withAllBelow<Column extends string, One extends CountedAlone<Column>>(
  organisations: readonly One[],
  columns: readonly Column[],
): readonly (One & { readonly tallies: Readonly<Record<Column, number>> })[] {
  const none = Object.fromEntries(columns.map((column) => [column, 0])) as Record<Column, number>;
  const all = new Map(organisations.map((one) => [one.slug, { ...one, tallies: { ...none } }]));
  for (const { slug, own } of organisations) {
    if (!own) continue;
    const added = new Set<string>();
    for (let at = all.get(slug); at && !added.has(at.slug); at = all.get(at.parent ?? '')) {
      added.add(at.slug);
      for (const column of columns) at.tallies[column] += own[column];
    }
  }
  return [...all.values()].filter(
    ({ listed, tallies }) => listed || columns.some((column) => tallies[column] > 0),
  );
}
