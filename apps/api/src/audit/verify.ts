import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import {
  type ChainBreak,
  type ChainHead,
  type ChainedEntry,
  type Hashing,
  breakAgainstLog,
  breakAt,
  breakAtEnd,
  chainStart,
} from '@headway/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { type LoggedHead, loggedHeads } from './logged-heads.js';

/** The first break of a chain, by the slug of its organisation where that is there. */
export interface BrokenChain extends ChainBreak {
  readonly chain: string;
}

export interface Verdict {
  readonly chains: number;
  readonly entries: number;
  readonly heads: number;
  /** Lines of the log about heads that cannot be read. */
  readonly unreadable: number;
  readonly broken: readonly BrokenChain[];
}

const batch = 1_000;
const allGovernment = '00000000-0000-0000-0000-000000000000';

const hashing: Hashing = {
  utf8: (text) => Buffer.from(text),
  sha256: (parts) => hash('sha256', Buffer.concat(parts)),
};

/**
 * Walks every chain of the audit trail from its start to its head, and holds every head that the log
 * names against it. It looks at one state of the database, and at what was in the log before that.
 */
export async function verify(database: DataSource, log: string | null): Promise<Verdict> {
  const bytes = log === null ? 0 : statSync(log).size;
  return database.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = 0');
    const first = new Map<string, ChainBreak>();
    const found = (chain: string, broken: ChainBreak | null) => {
      if (broken && broken.position < (first.get(chain)?.position ?? Infinity)) first.set(chain, broken);
    };
    const chains: { chain: string }[] = await tx.query(
      'SELECT chain FROM audit_head UNION SELECT chain FROM audit_entry ORDER BY chain',
    );
    let entries = 0;
    for (const { chain } of chains) {
      const walked = await walk(tx, chain);
      entries += walked.entries;
      found(chain, walked.broken);
    }
    const { heads, unreadable } = log === null ? noLog : await holdAgainst(tx, log, bytes, found);
    return { chains: chains.length, entries, heads, unreadable, broken: await named(tx, first) };
  });
}

const noLog = { heads: 0, unreadable: 0 };

async function walk(
  tx: EntityManager,
  chain: string,
): Promise<{ entries: number; broken: ChainBreak | null }> {
  let last = chainStart;
  let entries = 0;
  for await (const entry of entriesOf(tx, chain)) {
    const broken = breakAt(last, entry, hashing);
    if (broken) return { entries, broken };
    last = entry;
    entries++;
  }
  const [head] = await tx.query(
    `SELECT position, encode(hash, 'hex') AS hash FROM audit_head WHERE chain = $1`,
    [chain],
  );
  return { entries, broken: breakAtEnd(last, (head as ChainHead | undefined) ?? null) };
}

async function* entriesOf(tx: EntityManager, chain: string): AsyncGenerator<ChainedEntry> {
  for (let after = [-1, -1]; ;) {
    const rows: (ChainedEntry & { id: number })[] = await tx.query(
      `SELECT id, position, encode(previous, 'hex') AS previous, encode(hash, 'hex') AS hash,
         (extract(epoch FROM at) * 1000000)::bigint::text AS at, person_id AS person,
         organisation_id AS organisation, action, subject, detail::text AS detail
       FROM audit_entry WHERE chain = $1 AND (position, id) > ($2::bigint, $3::bigint)
       ORDER BY position, id LIMIT ${batch}`,
      [chain, ...after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = [last.position, last.id];
  }
}

async function holdAgainst(
  tx: EntityManager,
  log: string,
  bytes: number,
  found: (chain: string, broken: ChainBreak | null) => void,
): Promise<{ heads: number; unreadable: number }> {
  let [heads, unreadable] = [0, 0];
  let held: LoggedHead[] = [];
  const hold = async () => {
    for (const { chain, position, hash, stored } of await differing(tx, held))
      found(chain, breakAgainstLog({ position, hash }, stored));
    heads += held.length;
    held = [];
  };
  for await (const head of loggedHeads(log, bytes)) {
    if (head) held.push(head);
    else unreadable++;
    if (held.length === batch) await hold();
  }
  await hold();
  return { heads, unreadable };
}

function differing(
  tx: EntityManager,
  heads: readonly LoggedHead[],
): Promise<(ChainHead & { chain: string; stored: string | null })[]> {
  return tx.query(
    `SELECT l.chain, l.position, l.hash, encode(e.hash, 'hex') AS stored
     FROM (SELECT coalesce(organisation, '${allGovernment}') AS chain, position, hash
           FROM jsonb_to_recordset($1::jsonb) AS l (organisation uuid, position bigint, hash text)) l
     LEFT JOIN audit_entry e ON e.chain = l.chain AND e.position = l.position
     WHERE encode(e.hash, 'hex') IS DISTINCT FROM l.hash`,
    [JSON.stringify(heads)],
  );
}

async function named(tx: EntityManager, broken: ReadonlyMap<string, ChainBreak>): Promise<BrokenChain[]> {
  const organisations: { id: string; slug: string }[] = await tx.query(
    'SELECT id, slug FROM organisation WHERE id = ANY ($1)',
    [[...broken.keys()]],
  );
  const slugs = new Map(organisations.map(({ id, slug }) => [id, slug]));
  const name = (chain: string) => (chain === allGovernment ? 'all government' : (slugs.get(chain) ?? chain));
  return [...broken].map(([chain, one]) => ({ chain: name(chain), ...one }));
}
