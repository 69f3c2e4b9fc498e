import type { EntityManager } from 'typeorm';

const treeLock = 4_143_239;

/** One change of the tree of organisations at a time, so that two together cannot make a loop. */
export async function holdTree(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [treeLock]);
}
