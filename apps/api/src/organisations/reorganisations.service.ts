import { Injectable } from '@nestjs/common';
import type { Reorganisation, ReorganisationQuery, ReorganisationReport } from '@headway/contract';
import { HeadwayProblem } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes } from '../platform/changes.js';
import { namesTag } from '../platform/if-match.js';
import { holdTreeForLong } from './hold-tree.js';
import { type Reading, readReorganisation } from './reorganisation-reading.js';
import { type Written, tellReorganisation, writeReorganisation } from './reorganisation-writing.js';

/** Changes in the machinery of government: looked at first, then made just as they were seen. */
@Injectable()
export class ReorganisationsService {
  constructor(private readonly changes: Changes) {}

  /**
   * @throws 422 with every rule that it breaks, 409 where a return locks what it changes; and before it is applied 428 where nobody says what was
   * looked at, 412 where that is no longer what would change.
   */
  async reorganise(
    caller: Caller,
    { mode }: ReorganisationQuery,
    request: Reorganisation,
    ifMatch: string | undefined,
  ): Promise<ReorganisationReport> {
    if (mode === 'check')
      return this.changes.tryOut(async (tx) => {
        const { reading } = await made(tx, caller, request, () => true);
        return { mode, ...reading.report };
      });
    const looked = lookedAt(ifMatch);
    return this.changes.run(caller, async (tx) => {
      const { reading, written } = await made(tx, caller, request, looked);
      await tellReorganisation(tx, caller, request, reading, written);
      return { mode, ...reading.report };
    });
  }
}

/** Makes the reorganisation, looked at or not, so that both meet the same rules and the same locks. */
async function made(
  tx: EntityManager,
  caller: Caller,
  request: Reorganisation,
  looked: (fingerprint: string) => boolean,
): Promise<{ reading: Reading; written: Written }> {
  await holdTreeForLong(tx);
  const reading = await readReorganisation(tx, request);
  if (!looked(reading.report.fingerprint)) throw new HeadwayProblem('changed_since_read');
  return { reading, written: await writeReorganisation(tx, caller, request, reading) };
}

/** Whether a preview is the one that If-Match names; `*` takes whatever it is by now. */
function lookedAt(ifMatch: string | undefined): (fingerprint: string) => boolean {
  if (!ifMatch?.trim())
    throw new HeadwayProblem('if_match_required', 'Send If-Match with the ETag of mode=check.');
  return (fingerprint) => namesTag(ifMatch, `"${fingerprint}"`);
}
