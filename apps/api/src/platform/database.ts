import { types } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Foundations1763900000000 } from '../migrations/1763900000000-foundations.js';
import { History1764000000000 } from '../migrations/1764000000000-history.js';
import { AuditChain1764000100000 } from '../migrations/1764000100000-audit-chain.js';
import { ColumnMappings1764000200000 } from '../migrations/1764000200000-column-mappings.js';
import { StageFlow1764100000000 } from '../migrations/1764100000000-stage-flow.js';
import { Signals1764200000000 } from '../migrations/1764200000000-signals.js';
import { Search1764300000000 } from '../migrations/1764300000000-search.js';
import { ReadingAll1764350000000 } from '../migrations/1764350000000-reading-all.js';
import { Quarters1764400000000 } from '../migrations/1764400000000-quarters.js';
import { Mail1764600000000 } from '../migrations/1764600000000-mail.js';
import { ImportChecks1764850000000 } from '../migrations/1764850000000-import-checks.js';
import { Pulse1764700000000 } from '../migrations/1764700000000-pulse.js';
import { Confirmations1764800000000 } from '../migrations/1764800000000-confirmations.js';
import { Freshness1764800100000 } from '../migrations/1764800100000-freshness.js';
import { Retries1764820000000 } from '../migrations/1764820000000-retries.js';
import { Moves1764900000000 } from '../migrations/1764900000000-moves.js';
import { OrganisationNames1764900100000 } from '../migrations/1764900100000-organisation-names.js';
import { Withdrawals1764900200000 } from '../migrations/1764900200000-withdrawals.js';
import { Dates1764830000000 } from '../migrations/1764830000000-dates.js';
import { ReturnLocks1764840000000 } from '../migrations/1764840000000-return-locks.js';
import { DraftedWords1764840100000 } from '../migrations/1764840100000-drafted-words.js';
import { WhoOwes1764910000000 } from '../migrations/1764910000000-who-owes.js';
import { OwnQuarterLocks1764910100000 } from '../migrations/1764910100000-own-quarter-locks.js';
import { AskedByPeople1764910200000 } from '../migrations/1764910200000-asked-by-people.js';
import { LastOfTheDay1764920000000 } from '../migrations/1764920000000-last-of-the-day.js';
import { Connection } from './connection.js';

// Calendar dates stay text and counts become numbers: neither a date nor a count of ours outgrows them.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, Number);

/** Timeouts nest: a place in the pool, then a lock, then a statement, then its connection; the request ends last. */
export function databaseOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    migrations: [
      Foundations1763900000000,
      History1764000000000,
      AuditChain1764000100000,
      ColumnMappings1764000200000,
      StageFlow1764100000000,
      Signals1764200000000,
      Search1764300000000,
      ReadingAll1764350000000,
      Quarters1764400000000,
      Mail1764600000000,
      Pulse1764700000000,
      Confirmations1764800000000,
      Freshness1764800100000,
      Retries1764820000000,
      Moves1764900000000,
      OrganisationNames1764900100000,
      Withdrawals1764900200000,
      Dates1764830000000,
      ReturnLocks1764840000000,
      DraftedWords1764840100000,
      ImportChecks1764850000000,
      WhoOwes1764910000000,
      OwnQuarterLocks1764910100000,
      AskedByPeople1764910200000,
      LastOfTheDay1764920000000,
    ],
    migrationsTableName: 'migration',
    synchronize: false,
    poolSize: 12,
    applicationName: 'headway',
    connectTimeoutMS: 2_000,
    extra: {
      Client: Connection,
      lock_timeout: 3_000,
      statement_timeout: 5_000,
      idle_in_transaction_session_timeout: 30_000,
      // A statement's text already says what it is asked for, so its plan need not be made anew for each value. Workers
      // are for what reads all services: to start some takes longer than a roll-up.
      options: '-c plan_cache_mode=force_generic_plan -c parallel_setup_cost=10000',
    },
  };
}

const migrationLock = 4_143_238;

/** Brings the schema up to date; one process at a time, the others wait for it. */
export async function migrate(database: DataSource): Promise<void> {
  // The lock and the settings end with the transaction, whatever becomes of it; migrations have their own.
  await database.transaction(async (tx) => {
    await tx.query(`SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '60s';
      SET LOCAL idle_in_transaction_session_timeout = 0`);
    await tx.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await database.runMigrations({ transaction: 'each' });
  });
}
