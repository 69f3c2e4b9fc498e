import type { EntityManager } from 'typeorm';

/** What references of an organisation's services start with: its abbreviation, else its initials. */
export function referencePrefix({
  name,
  abbreviation,
}: {
  name: string;
  abbreviation: string | null;
}): string {
  const initials = name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !/^(of|the|and|for|in)$/i.test(word))
    .map((word) => word[0])
    .join('');
  const plain = (abbreviation ?? initials)
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return plain.slice(0, 12) || 'S';
}

/**
 * Whoever does not see every service may only name one after their own organisations: whether any other reference
 * is in use is nobody else's to know, so it is refused in the same way whether it is or not.
 */
export function beginsWithOneOf(
  reference: string,
  organisations: readonly { name: string; abbreviation: string | null }[],
): boolean {
  const upper = reference.toUpperCase();
  return organisations.some((organisation) => upper.startsWith(`${referencePrefix(organisation)}-`));
}

/** The next free reference, like DWP-042; whoever else makes one with this prefix waits. */
export async function nextReference(
  tx: EntityManager,
  organisation: { name: string; abbreviation: string | null },
): Promise<string> {
  const prefix = referencePrefix(organisation);
  return numbered(prefix, await lastNumber(tx, prefix, true));
}

export function numbered(prefix: string, last: number): string {
  return `${prefix}-${String(last + 1).padStart(3, '0')}`;
}

/** The highest number in use under a prefix, or 0. `hold` makes others wait until the transaction ends. */
export async function lastNumber(tx: EntityManager, prefix: string, hold: boolean): Promise<number> {
  if (hold) await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('reference ' || $1, 7))`, [prefix]);
  const [{ last }] = await tx.query(
    `SELECT coalesce(max(substring(upper(reference) FROM '-([0-9]{1,6})$')::integer), 0) AS last FROM service
     WHERE upper(reference) ~ ('^' || $1 || '-[0-9]{1,6}$')`,
    [prefix],
  );
  return last as number;
}
