/** Stands for all of government where a slug stands for an organisation; no slug looks like it. */
export const allGovernment = '-';

/** How far a chain of the audit trail has come: the number of its entries, and the hash of the last. */
export interface ChainHead {
  readonly position: number;
  readonly hash: string;
}

/** Before the first entry of every chain. Hashes are SHA-256 as 64 hexadecimal digits. */
export const chainStart: ChainHead = { position: 0, hash: '0'.repeat(64) };

/** An entry as it is hashed: every field as PostgreSQL writes it. */
export interface ChainedEntry extends ChainHead {
  readonly previous: string;
  /** Microseconds since 1970 in UTC. */
  readonly at: string;
  readonly person: string;
  readonly organisation: string | null;
  readonly action: string;
  readonly subject: string;
  /** The text of its `jsonb`. */
  readonly detail: string;
}

/** What hashing is made of; passed in, since nothing is imported here. */
export interface Hashing {
  utf8(text: string): Uint8Array;
  /** Of all parts one after another, as hexadecimal digits. */
  sha256(parts: readonly Uint8Array[]): string;
}

const absent = Uint8Array.of(255, 255, 255, 255);

/** Each field after its length in four bytes, so that no two entries are the same bytes. */
export function entryBytes(entry: ChainedEntry, { utf8 }: Pick<Hashing, 'utf8'>): Uint8Array[] {
  const { previous, position, at, person, organisation, action, subject, detail } = entry;
  const fields = [
    'headway audit 1',
    previous,
    `${position}`,
    at,
    person,
    organisation,
    action,
    subject,
    detail,
  ];
  return fields.flatMap((field) => {
    if (field === null) return [absent];
    const bytes = utf8(field);
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, bytes.length);
    return [length, bytes];
  });
}

/** Where a chain no longer is what was written, and how that shows. */
export interface ChainBreak {
  readonly position: number;
  readonly why: string;
}

/** What is wrong with an entry that should follow another; null where nothing is. */
export function breakAt(before: ChainHead, entry: ChainedEntry, hashing: Hashing): ChainBreak | null {
  const position = before.position + 1;
  const broken = (why: string): ChainBreak => ({ position, why });
  if (entry.position !== position)
    return broken(`it is missing: the next entry that there is has position ${entry.position}`);
  if (entry.previous !== before.hash) return broken('it does not follow from the entry before it');
  if (entry.hash !== hashing.sha256(entryBytes(entry, hashing))) return broken('it has been changed');
  return null;
}

/** What is wrong at the end of a chain, beside what it or the log says was its head; null where nothing is. */
export function breakAtEnd(last: ChainHead, head: ChainHead | null): ChainBreak | null {
  if (head === null)
    return last.position === 0 ? null : { position: last.position, why: 'the chain has no head' };
  if (head.position > last.position)
    return { position: last.position + 1, why: `it is missing: the chain had ${head.position} entries` };
  if (head.position < last.position)
    return {
      position: head.position + 1,
      why: 'it is not part of the chain, whose head is the entry before it',
    };
  if (head.hash !== last.hash)
    return { position: last.position, why: 'it is not the entry that the head names' };
  return null;
}

/** What is wrong with an entry that the log once named as head, with its hash of today or none; null where nothing is. */
export function breakAgainstLog(logged: ChainHead, hash: string | null): ChainBreak | null {
  if (hash === logged.hash) return null;
  const why = hash === null ? 'it is missing, but the log has its hash' : 'the log has another hash of it';
  return { position: logged.position, why };
}
