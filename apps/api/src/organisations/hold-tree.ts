import type { EntityManager } from 'typeorm';

const treeLock = 4_143_239;

/** One change of the tree of organisations at a time, so that two together cannot make a loop. */
export async function holdTree(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [treeLock]);
}

/** The same for a change of many services, which may take longer than others. */
export async function holdTreeForLong(tx: EntityManager): Promise<void> {
  await tx.query(`SET LOCAL statement_timeout = '30s'; SET LOCAL lock_timeout = '30s'`);
  await holdTree(tx);
}
