import { Injectable } from '@nestjs/common';
import type { Reorganisation, ReorganisationQuery, ReorganisationReport } from '@headway/contract';
import { HeadwayProblem } from '@headway/domain';
import { DataSource } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes } from '../platform/changes.js';
import { holdTree } from './hold-tree.js';
import { readReorganisation } from './reorganisation-reading.js';
import { writeReorganisation } from './reorganisation-writing.js';

/** Changes in the machinery of government: looked at first, then made just as they were seen. */
@Injectable()
export class ReorganisationsService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  /**
   * @throws 422 with every rule that it breaks; and before it is applied 428 where nobody says what was
   * looked at, 412 where that is no longer what would change.
   */
  async reorganise(
    caller: Caller,
    { mode }: ReorganisationQuery,
    request: Reorganisation,
    ifMatch: string | undefined,
  ): Promise<ReorganisationReport> {
    if (mode === 'check')
      return this.database.transaction('REPEATABLE READ', async (tx) => {
        const { report } = await readReorganisation(tx, request, { hold: false });
        return { mode, ...report };
      });
    const looked = lookedAt(ifMatch);
    return this.changes.run(caller, async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = '30s'; SET LOCAL lock_timeout = '30s'`);
      await holdTree(tx);
      const reading = await readReorganisation(tx, request, { hold: true });
      if (!looked(reading.report.fingerprint)) throw new HeadwayProblem('changed_since_read');
      await writeReorganisation(tx, caller, request, reading);
      return { mode, ...reading.report };
    });
  }
}

/** Whether a preview is the one that If-Match names; `*` takes whatever it is by now. */
function lookedAt(ifMatch: string | undefined): (fingerprint: string) => boolean {
  if (!ifMatch?.trim())
    throw new HeadwayProblem('if_match_required', 'Send If-Match with the ETag of mode=check.');
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  return (fingerprint) => tags.includes('*') || tags.includes(`"${fingerprint}"`);
}
