import { randomUUID } from 'node:crypto';
import type { CorrectedStage, Service } from '@headway/contract';
import { HeadwayProblem, type InputError, londonDate } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { audit, notify } from '../platform/changes.js';
import type { ClaimedService } from '../services/claim.js';
import { servicesById } from '../services/service-rows.js';
import { type Decision, type RecordChange, decide } from './decide.js';
import { recordsOf, shownHistory, writeCorrections, writeRecords } from './record-rows.js';

export interface HistoryChange {
  readonly service: ClaimedService;
  readonly change: RecordChange;
  /** Where in the request it stands. */
  readonly pointer: string;
}

type Decided = HistoryChange & Decision & { readonly recordId: string | null };

const actions: Readonly<Record<RecordChange['change'], string>> = {
  record: 'stage.recorded',
  confirm: 'stage.confirmed',
  correct: 'stage.corrected',
  withdraw: 'stage.withdrawn',
};

/** Changes the histories of services that are claimed: all of them, or none. A result for each, in order. */
export async function changeHistories(
  tx: EntityManager,
  caller: Caller,
  changes: readonly HistoryChange[],
): Promise<CorrectedStage[]> {
  const { decided, errors } = await decideAll(tx, changes);
  if (errors.length > 0) throw problemOf(errors);
  await writeRecords(
    tx,
    caller,
    decided.flatMap(({ service, said, recordId }) =>
      said ? [{ id: recordId!, serviceId: service.id, said }] : [],
    ),
  );
  await writeCorrections(
    tx,
    caller,
    decided.flatMap(({ service, corrects, recordId }) =>
      corrects ? [{ ...corrects, serviceId: service.id, replacedBy: recordId }] : [],
    ),
  );
  await audit(tx, caller, ...decided.map(auditEntry));
  await notify(tx, ...decided.map(({ service }) => changed(service)));
  return results(tx, decided);
}

/** What each change comes to, and the rules that any of them break, told together. */
export async function decideAll(
  tx: EntityManager,
  changes: readonly HistoryChange[],
): Promise<{ decided: Decided[]; errors: InputError[] }> {
  const histories = await recordsOf(
    tx,
    changes.map(({ service }) => service.id),
  );
  const today = londonDate(new Date());
  const errors: InputError[] = [];
  const decided = changes.flatMap((one): Decided[] => {
    const decision = decide(one.change, one.service, histories.get(one.service.id) ?? [], today);
    if (!('refused' in decision))
      return [{ ...one, ...decision, recordId: decision.said ? randomUUID() : null }];
    for (const { field, code, message } of decision.refused)
      errors.push({ pointer: `${one.pointer}/${field}`, code, message });
    return [];
  });
  return { decided, errors };
}

function problemOf(errors: readonly InputError[]): HeadwayProblem {
  const already = errors.find(({ code }) => code === 'corrected_already');
  if (already) return new HeadwayProblem('wrong_state', already.message, errors);
  const missing = errors.every(({ code }) => code === 'unknown_record');
  return new HeadwayProblem(missing ? 'not_found' : 'rule_broken', undefined, errors);
}

function auditEntry({ service, change, said, corrects }: Decided) {
  const { reference, organisationId } = service;
  const detail = { ...said, ...(corrects ? { corrects: corrects.recordId, reason: corrects.reason } : {}) };
  return { action: actions[change.change], subject: reference, organisationId, detail };
}

function changed({ reference, organisationId }: ClaimedService) {
  return { kind: 'service.changed' as const, subject: reference, organisationId };
}

async function results(tx: EntityManager, decided: readonly Decided[]): Promise<CorrectedStage[]> {
  const ids = decided.map(({ service }) => service.id);
  const services = new Map(
    (await servicesById(tx, ids)).map((service): [string, Service] => [service.id, service]),
  );
  const histories = await recordsOf(tx, ids);
  return decided.map(({ service: { id }, recordId }) => ({
    record: shownHistory(histories.get(id) ?? []).find((record) => record.id === recordId) ?? null,
    service: services.get(id)!,
  }));
}
