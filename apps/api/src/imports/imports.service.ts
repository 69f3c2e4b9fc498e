import { Injectable } from '@nestjs/common';
import type { ImportProblem, ImportQuery, ImportReport } from '@headway/contract';
import { HeadwayProblem, can } from '@headway/domain';
import { DataSource } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes } from '../platform/changes.js';
import { barriersFile } from './barriers-file.js';
import { errorsOf } from './report.js';
import { servicesFile } from './services-file.js';
import { readFile } from './table.js';

const importLock = 4_143_241;

@Injectable()
export class ImportsService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  /** Says what a file would change, or changes it; a file with any error changes nothing. */
  async import(caller: Caller, query: ImportQuery, body: Buffer): Promise<ImportReport> {
    if (query.createOrganisations && !can(caller, 'importOrganisations'))
      throw new HeadwayProblem('not_allowed');
    if (query.kind === 'barriers' && !can(caller, 'changeBarrier')) throw new HeadwayProblem('not_allowed');
    const table = await readFile(body);
    const plan =
      query.kind === 'barriers'
        ? barriersFile(caller, query.mode, table)
        : await servicesFile(this.database, caller, query, table);
    if (query.mode === 'check')
      return this.database.transaction('REPEATABLE READ', async (tx) => (await plan(tx, false)).report);
    return this.changes.run(caller, async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = '30s'; SET LOCAL lock_timeout = '30s'`);
      // One import at a time: two of one file would each add what the other adds.
      await tx.query('SELECT pg_advisory_xact_lock($1)', [importLock]);
      const { report, write } = await plan(tx, true);
      const errors = errorsOf(report);
      if (errors.length > 0)
        throw new HeadwayProblem('file_has_errors', undefined, pointed(errors), {}, { ...report });
      await write();
      return report;
    });
  }
}

function pointed(problems: readonly ImportProblem[]) {
  return problems.slice(0, 100).map(({ row, column, code, message }) => ({
    pointer: `/rows/${row}${column === null ? '' : `/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`}`,
    code,
    message,
  }));
}
