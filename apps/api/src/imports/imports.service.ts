import { Injectable } from '@nestjs/common';
import type { ImportProblem, ImportQuery, ImportReport } from '@headway/contract';
import { HeadwayProblem, can } from '@headway/domain';
import { DataSource } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes } from '../platform/changes.js';
import { barriersFile } from './barriers-file.js';
import { Turns } from '../platform/turns.js';
import { fileHash, keepCheck, useCheck } from './checks.js';
import { type FilePlanner, errorsOf } from './report.js';
import { servicesFile } from './services-file.js';

const importLock = 4_143_241;
/** A file may be about thousands of services, and wait for another one. */
const patience = `SET LOCAL statement_timeout = '30s'; SET LOCAL lock_timeout = '30s'`;
/** Each holds a file, what is in it and what is known of that in memory. */
const turns = new Turns({ atOnce: 2, waiting: 8, waitingEach: 3 });

@Injectable()
export class ImportsService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  /** Says what a file would change, or changes it; a file with any error changes nothing. */
  async import(caller: Caller, query: ImportQuery, body: Buffer): Promise<ImportReport> {
    mustBeAllowed(caller, query);
    return turns.take(caller.id, () => this.inTurn(caller, query, body), tooManyAtOnce);
  }

  private async inTurn(caller: Caller, query: ImportQuery, body: Buffer): Promise<ImportReport> {
    const plan =
      query.kind === 'barriers'
        ? await barriersFile(caller, query, body)
        : await servicesFile(this.database, caller, query, body);
    const file = fileHash(query, body);
    if (query.mode === 'check') return this.check(caller, plan, file);
    return this.changes.run(caller, async (tx) => {
      await tx.query(patience);
      // One import at a time: two of one file would each add what the other adds.
      await tx.query('SELECT pg_advisory_xact_lock($1)', [importLock]);
      const { report, touched, standingOf, write } = await plan(tx, true);
      if (query.importId !== undefined) await useCheck(tx, caller, query.importId, file, touched, standingOf);
      const errors = errorsOf(report);
      if (errors.length > 0)
        throw new HeadwayProblem('file_has_errors', undefined, pointed(errors), {}, { ...report });
      await write();
      return report;
    });
  }

  /** Saying what a file would do changes nothing, but for the note of what was said. */
  private async check(caller: Caller, plan: FilePlanner, file: Buffer): Promise<ImportReport> {
    const { report, touched } = await this.database.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(patience);
      return plan(tx, false);
    });
    if (errorsOf(report).length === 0)
      await this.database.transaction('READ COMMITTED', (tx) =>
        keepCheck(tx, caller, report.importId, file, touched),
      );
    return report;
  }
}

function mustBeAllowed(caller: Caller, { kind, createOrganisations }: ImportQuery): void {
  if (createOrganisations && !can(caller, 'importOrganisations')) throw new HeadwayProblem('not_allowed');
  if (kind === 'barriers' && !can(caller, 'changeBarrier')) throw new HeadwayProblem('not_allowed');
}

function tooManyAtOnce(): HeadwayProblem {
  const detail = 'Other files are being read. Try again in a moment.';
  return new HeadwayProblem('too_many_requests', detail, undefined, { 'Retry-After': '10' });
}

function pointed(problems: readonly ImportProblem[]) {
  return problems.slice(0, 100).map(({ row, column, code, message }) => ({
    pointer: `/rows/${row}${column === null ? '' : `/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`}`,
    code,
    message,
  }));
}
