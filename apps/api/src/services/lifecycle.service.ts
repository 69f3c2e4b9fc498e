import { Injectable } from '@nestjs/common';
import type {
  Ownership,
  Service,
  ServiceClosing,
  ServiceReopening,
  ServiceTransfer,
} from '@headway/contract';
import {
  type Closure,
  HeadwayProblem,
  type Policy,
  closeBroken,
  formatDate,
  intoBroken,
  lastReopened,
  londonDate,
  ownedOn,
  reopeningBroken,
  transferred,
} from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes, audit, notify } from '../platform/changes.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { followWhoOwes } from '../owed/who-owes.js';
import { type ClaimedService, claimService, claimedServices, seenServices } from './claim.js';
import { ownershipOf, shownOwnership, writeOwnership } from './ownership-rows.js';
import { oneService } from './service-rows.js';

interface Done {
  readonly action: string;
  readonly detail: object;
  /** Other organisations that learn of it. */
  readonly also?: readonly string[];
}

/** How a service ends, begins again and changes hands. */
@Injectable()
export class LifecycleService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  /** @throws 409 where it is closed already, 422 before it opened or before its last record. */
  close(caller: Caller, key: string, expected: ExpectedVersions, closing: ServiceClosing): Promise<Service> {
    return this.change(caller, 'closeService', key, expected, async (tx, service) => {
      const broken = closeBroken(service, (await recordedOn(tx, service.id)).at(-1) ?? null, closing.on);
      if (broken?.code === 'closed_already') throw new HeadwayProblem('wrong_state', broken.message);
      if (broken) throw refused('/on', broken.code, broken.message);
      await mustNotTakeIn(tx, service.id, closing.on);
      await tx.query(
        'INSERT INTO service_closure (service_id, closed_on, reason, merged_into, note) VALUES ($1, $2, $3, $4, $5)',
        [
          service.id,
          closing.on,
          closing.reason,
          await mergedInto(tx, caller, service.id, closing),
          closing.note,
        ],
      );
      return { action: 'service.closed', detail: closing };
    });
  }

  /** Opens it again from a day on; on the day it closed, as if it never had. @throws 409 where it is not closed. */
  reopen(
    caller: Caller,
    key: string,
    expected: ExpectedVersions,
    reopening: ServiceReopening,
  ): Promise<Service> {
    return this.change(caller, 'closeService', key, expected, async (tx, service) => {
      const closure = service.closures.find(({ reopenedOn }) => reopenedOn === null);
      if (!closure) throw new HeadwayProblem('wrong_state', 'The service is not closed');
      const broken = reopeningBroken(closure, reopening.on, []);
      if (broken) throw refused('/on', broken.code, broken.message);
      await writeReopening(tx, service.id, closure, reopening.on);
      return { action: 'service.reopened', detail: reopening };
    });
  }

  /** Puts right when it last opened again. @throws 409 where it is closed or never was, 422 after a record since. */
  correctReopening(
    caller: Caller,
    key: string,
    expected: ExpectedVersions,
    reopening: ServiceReopening,
  ): Promise<Service> {
    return this.change(caller, 'closeService', key, expected, async (tx, service) => {
      const closure = lastReopened(service.closures);
      if (!closure) throw new HeadwayProblem('wrong_state', 'The service has not been opened again');
      const broken = reopeningBroken(closure, reopening.on, await recordedOn(tx, service.id));
      if (broken) throw refused('/on', broken.code, broken.message);
      await writeReopening(tx, service.id, closure, reopening.on);
      const before = { on: closure.reopenedOn };
      return { action: 'service.reopening_corrected', detail: { before, after: reopening } };
    });
  }

  /** Gives it to another organisation from a day on, until its owner next changes anyway. */
  transfer(
    caller: Caller,
    key: string,
    expected: ExpectedVersions,
    transfer: ServiceTransfer,
  ): Promise<Service> {
    return this.change(caller, 'transferService', key, expected, async (tx, service) => {
      if (transfer.on > londonDate(new Date()))
        throw refused('/on', 'in_the_future', 'The date of the transfer must be today or in the past');
      const to = await receiver(tx, transfer);
      const periods = (await ownershipOf(tx, [service.id])).get(service.id)!;
      const given = ownedOn(periods, transfer.on);
      if (given.organisation === to.id)
        throw refused(
          '/organisation',
          'owner_already',
          'That organisation owned the service on this date already',
        );
      if (to.existsTo !== null && (given.toOn === null || given.toOn > to.existsTo))
        throw refused('/organisation', 'organisation_ended', 'That organisation has ended since then');
      await writeOwnership(tx, new Map([[service.id, transferred(periods, to.id, transfer.on)]]));
      return { action: 'service.transferred', detail: transfer, also: [to.id] };
    });
  }

  async ownership(caller: Caller, key: string): Promise<Ownership> {
    const { manager } = this.database;
    const [service] = await seenServices(manager, caller, [key]);
    if (!service) throw new HeadwayProblem('not_found');
    return shownOwnership(manager, service.id);
  }

  private change(
    caller: Caller,
    policy: Policy,
    key: string,
    expected: ExpectedVersions,
    work: (tx: EntityManager, service: ClaimedService) => Promise<Done>,
  ): Promise<Service> {
    return this.changes.run(caller, async (tx) => {
      const service = await claimService(tx, caller, policy, key, expected);
      const { action, detail, also = [] } = await work(tx, service);
      const { id, reference, organisationId } = service;
      const told = [organisationId, ...also];
      const owed = await followWhoOwes(tx, told);
      await audit(
        tx,
        caller,
        ...owed.entries,
        ...told.map((one) => ({ action, subject: reference, organisationId: one, detail })),
      );
      await notify(
        tx,
        ...owed.events,
        ...told.map((one) => ({ kind: 'service.changed' as const, subject: reference, organisationId: one })),
      );
      return (await oneService(tx, id, null))!;
    });
  }
}

function refused(pointer: string, code: string, message: string): HeadwayProblem {
  return new HeadwayProblem('rule_broken', undefined, [{ pointer, code, message }]);
}

/** The days of its records that count. */
async function recordedOn(tx: EntityManager, id: string): Promise<string[]> {
  const days: { day: string }[] = await tx.query(
    `SELECT DISTINCT effective_on AS day FROM stage_record r WHERE service_id = $1
       AND NOT EXISTS (SELECT FROM stage_correction x WHERE x.record_id = r.id) ORDER BY day`,
    [id],
  );
  return days.map(({ day }) => day);
}

/** On the day that it closed it counts as if it never had. */
async function writeReopening(
  tx: EntityManager,
  id: string,
  { closedOn }: Closure,
  on: string,
): Promise<void> {
  await tx.query(
    on === closedOn
      ? 'DELETE FROM service_closure WHERE service_id = $1 AND closed_on = $2 AND closed_on = $3'
      : 'UPDATE service_closure SET reopened_on = $3 WHERE service_id = $1 AND closed_on = $2',
    [id, closedOn, on],
  );
}

/** The service that it became part of: another one, that the caller may see, and only where it was merged. */
async function mergedInto(
  tx: EntityManager,
  caller: Caller,
  id: string,
  { on, reason, mergedInto: key }: ServiceClosing,
): Promise<string | null> {
  if (reason !== 'merged' && key === null) return null;
  if (reason !== 'merged')
    throw refused('/mergedInto', 'not_merged', 'Only a service that was merged is part of another');
  const [into] = key ? await seenServices(tx, caller, [key]) : [];
  if (!into)
    throw refused(
      '/mergedInto',
      'unknown_service',
      'Enter the reference of the service that it became part of',
    );
  if (into.id === id) throw refused('/mergedInto', 'itself', 'A service cannot become part of itself');
  // Held, so that it neither closes nor opens later meanwhile.
  await tx.query('SELECT FROM service WHERE id = $1 FOR SHARE', [into.id]);
  const broken = intoBroken((await claimedServices(tx, [into]))[0]!, on);
  if (broken) throw refused('/mergedInto', broken.code, broken.message);
  return into.id;
}

/** What others became part of does not close before that day: they would be part of what was not there. */
async function mustNotTakeIn(tx: EntityManager, id: string, on: string): Promise<void> {
  const [taken]: { name: string; closedOn: string }[] = await tx.query(
    `SELECT s.name, c.closed_on AS "closedOn" FROM service_closure c JOIN service s ON s.id = c.service_id
     WHERE c.merged_into = $1 AND c.closed_on >= $2 ORDER BY c.closed_on DESC LIMIT 1`,
    [id, on],
  );
  if (taken)
    throw refused(
      '/on',
      'closes_before_a_merge',
      `${taken.name} became part of it on ${formatDate(taken.closedOn)}. Give a later date`,
    );
}

/** Held until the transaction ends, so that it does not end meanwhile. */
async function receiver(tx: EntityManager, { organisation, on }: ServiceTransfer) {
  const [to] = await tx.query(
    `SELECT id, exists_from <= $2::date AND exists_to > $2::date AS there,
       nullif(exists_to, 'infinity') AS "existsTo" FROM organisation WHERE slug = $1 FOR SHARE`,
    [organisation, on],
  );
  if (!to)
    throw refused(
      '/organisation',
      'unknown_organisation',
      'Select the organisation that the service goes to',
    );
  if (!to.there)
    throw refused('/organisation', 'organisation_not_there', 'That organisation did not exist on this date');
  return to as { id: string; existsTo: string | null };
}
