import type { EntityManager } from 'typeorm';
import type { Database } from '../platform/sql.js';

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

type Named = Parameters<typeof referencePrefix>[0];

/**
 * Whether somebody who sees these organisations, or all, may give a new service a reference, as far as its beginning
 * goes: not one that begins like those of another organisation. One that is taken by a service that they do not see
 * is refused in the same words, so that they do not learn of it.
 */
export async function referencesOpenTo(
  database: Database,
  scope: readonly string[] | null,
): Promise<(reference: string) => boolean> {
  if (scope === null) return () => true;
  const all: (Named & { id: string })[] = await database.query(
    'SELECT id, name, abbreviation FROM organisation',
  );
  const { theirs = [], others = [] } = Object.groupBy(all, ({ id }) =>
    scope.includes(id) ? 'theirs' : 'others',
  );
  return (reference) => beginsLike(reference, theirs) || !beginsLike(reference, others);
}

function beginsLike(reference: string, organisations: readonly Named[]): boolean {
  const upper = reference.toUpperCase();
  return organisations.some((organisation) => upper.startsWith(`${referencePrefix(organisation)}-`));
}

/** Of a reference that begins like another organisation's, and of one that a service has that is not seen. */
export function referenceRefused(organisation: Named) {
  const message = `You cannot use this reference. Use one that begins with ${referencePrefix(organisation)}-, or leave it out`;
  return { code: 'reference_refused', message };
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
