import { Injectable } from '@nestjs/common';
import type { Batch, BatchCheck, BatchConflict, BatchResult, BatchRow } from '@headway/contract';
import { HeadwayProblem, type InputError, can } from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes } from '../platform/changes.js';
import { type SeenService, claimedServices, holdReturns, seenServices } from '../services/claim.js';
import { servicesById } from '../services/service-rows.js';
import { type HistoryChange, changeHistories, decideAll, outcomes } from './histories.js';

interface Placed {
  readonly row: BatchRow;
  readonly pointer: string;
  readonly service: SeenService;
}

/** Many records, confirmations and corrections as one change: all of them, or none. */
@Injectable()
export class BatchService {
  constructor(
    private readonly changes: Changes,
    private readonly database: DataSource,
  ) {}

  /** What each row will come to, by the rule that writes it; nothing is held and nothing written. */
  async check(caller: Caller, { records }: Batch): Promise<BatchCheck> {
    const { manager } = this.database;
    const placed = await place(manager, caller, records);
    const services = await claimedServices(
      manager,
      placed.map(({ service }) => service),
    );
    const changes = placed.map(({ row, pointer }, index) => ({
      service: services[index]!,
      change: row,
      pointer,
    }));
    return { outcomes: await outcomes(manager, changes) };
  }

  /**
   * @throws 404 and 403 with the rows that they are about; 412 with `conflicts`, the rows that somebody else was
   * quicker with as they now stand, and in `errors` also what is wrong with the others; 422 breaks a rule.
   */
  run(caller: Caller, { records }: Batch): Promise<BatchResult> {
    return this.changes.run(caller, async (tx) => {
      const placed = await place(tx, caller, records);
      const services = await hold(tx, placed);
      const changes = placed.map(({ row, pointer }, index) => ({
        service: services[index]!,
        change: row,
        pointer,
      }));
      await mustBeCurrent(tx, placed, changes);
      await tx.query('UPDATE service SET version = version + 1 WHERE id = ANY ($1)', [
        services.map(({ id }) => id),
      ]);
      return { results: await changeHistories(tx, caller, changes) };
    });
  }
}

/** Which service each row is about; each of them once, seen, and the caller's to record. */
async function place(tx: EntityManager, caller: Caller, rows: readonly BatchRow[]): Promise<Placed[]> {
  const seen = await seenServices(
    tx,
    caller,
    rows.map(({ service }) => service),
  );
  const byKey = new Map(
    seen.flatMap((one) => [[one.id, one] as const, [one.reference.toLowerCase(), one] as const]),
  );
  const found = rows.map((row, index) => ({
    row,
    pointer: `/records/${index}`,
    service: byKey.get(row.service.toLowerCase()),
  }));
  const wrong = (code: string, message: string, those: readonly { pointer: string }[]): InputError[] =>
    those.map(({ pointer }) => ({ pointer: `${pointer}/service`, code, message }));
  const missing = found.filter(({ service }) => !service);
  if (missing.length > 0)
    throw new HeadwayProblem(
      'not_found',
      undefined,
      wrong('unknown_service', 'There is no such service', missing),
    );
  const placed = found as Placed[];
  const notTheirs = placed.filter(({ service }) => !can(caller, 'recordStage', service.organisationId));
  if (notTheirs.length > 0)
    throw new HeadwayProblem(
      'not_allowed',
      undefined,
      wrong('not_allowed', 'You may see this service but not record its stage', notTheirs),
    );
  const again = placed.filter(
    ({ service }, index) => placed.findIndex((one) => one.service.id === service.id) < index,
  );
  if (again.length > 0)
    throw new HeadwayProblem(
      'rule_broken',
      undefined,
      wrong('repeated', 'This service is in an earlier row too', again),
    );
  return placed;
}

/** Holds the services, all in one order so that two batches never wait for each other, and reads them. */
async function hold(tx: EntityManager, placed: readonly Placed[]) {
  const services = placed.map(({ service }) => service);
  await holdReturns(tx, services);
  await tx.query('SELECT FROM service WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [
    services.map(({ id }) => id),
  ]);
  return claimedServices(tx, services);
}

async function mustBeCurrent(
  tx: EntityManager,
  placed: readonly Placed[],
  changes: readonly HistoryChange[],
): Promise<void> {
  const overtaken = changes.flatMap(({ service }, row) =>
    service.version === placed[row]!.row.version ? [] : [{ row, id: service.id }],
  );
  if (overtaken.length === 0) return;
  const others = changes.filter((_, row) => !overtaken.some((one) => one.row === row));
  const { errors } = await decideAll(tx, others);
  const now = await servicesById(
    tx,
    overtaken.map(({ id }) => id),
  );
  const conflicts: BatchConflict[] = overtaken.map(({ row, id }) => ({
    row,
    service: now.find((service) => service.id === id)!,
  }));
  const message = 'Somebody changed this service since you read it';
  const told = overtaken.map(({ row }) => ({
    pointer: `/records/${row}`,
    code: 'changed_since_read',
    message,
  }));
  throw new HeadwayProblem('changed_since_read', undefined, [...told, ...errors], {}, { conflicts });
}
