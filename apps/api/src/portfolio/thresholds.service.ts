import { Injectable } from '@nestjs/common';
import type { Threshold, ThresholdChange, ThresholdList, ThresholdsQuery } from '@headway/contract';
import {
  HeadwayProblem,
  type ThresholdSignal,
  thresholdBroken,
  thresholdRules,
  thresholdSignals,
} from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes, audit, notify } from '../platform/changes.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { mustBeKnown } from '../platform/known.js';
import { instant } from '../platform/sql.js';

/** When a signal holds; every value that was ever set stays. */
@Injectable()
export class ThresholdsService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  async list({ asKnownAt }: ThresholdsQuery): Promise<ThresholdList> {
    const { manager } = this.database;
    await mustBeKnown(manager, asKnownAt);
    return { items: await thresholds(manager, asKnownAt ?? null) };
  }

  /** Sets one, at its next version. @throws 412 where it was set since it was read, 422 where it breaks a rule. */
  set(
    caller: Caller,
    signal: ThresholdSignal,
    expected: ExpectedVersions,
    { value, reason }: ThresholdChange,
  ): Promise<Threshold> {
    return this.changes.run(caller, async (tx) => {
      // One after another, so that each sees what the one before it has set.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('signal_threshold', 7))`);
      const before = await oneThreshold(tx, signal);
      if (expected && !expected.includes(before.version)) throw new HeadwayProblem('changed_since_read');
      const broken = thresholdBroken(signal, before.value, value);
      if (broken) throw new HeadwayProblem('rule_broken', undefined, [{ pointer: '/value', ...broken }]);
      await tx.query(
        'INSERT INTO signal_threshold (signal, version, value, reason, set_by) VALUES ($1, $2, $3, $4, $5)',
        [signal, before.version + 1, value, reason, caller.id],
      );
      const detail = { before: before.value, after: value, reason };
      await audit(tx, caller, { action: 'threshold.set', subject: signal, organisationId: null, detail });
      await notify(tx, { kind: 'threshold.changed', subject: signal, organisationId: null });
      return oneThreshold(tx, signal);
    });
  }
}

async function oneThreshold(database: EntityManager, signal: ThresholdSignal): Promise<Threshold> {
  return (await thresholds(database, null)).find((one) => one.signal === signal)!;
}

type SetThreshold = Pick<Threshold, 'signal'> & Threshold['history'][number];

/** All of them, as far as was known. */
async function thresholds(database: EntityManager, asKnownAt: string | null): Promise<Threshold[]> {
  const set: SetThreshold[] = await database.query(
    `SELECT t.signal, t.value, t.reason, ${instant('t.set_at')} AS "setAt", p.name AS "setBy"
     FROM signal_threshold t JOIN person p ON p.id = t.set_by
     WHERE $1::timestamptz IS NULL OR t.set_at <= $1 ORDER BY t.version DESC`,
    [asKnownAt],
  );
  return thresholdSignals.map((signal) => {
    const { default: unlessSet, ...rules } = thresholdRules[signal];
    const history = set.flatMap(({ signal: of, ...one }) => (of === signal ? [one] : []));
    const value = history[0]?.value ?? unlessSet;
    return { signal, ...rules, value, default: unlessSet, history, version: history.length + 1 };
  });
}
