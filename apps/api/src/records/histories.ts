import { randomUUID } from 'node:crypto';
import type { CorrectedStage, RecordOutcome, Service } from '@headway/contract';
import {
  HeadwayProblem,
  type InputError,
  type StageChange,
  type StageDecision,
  contradictionWords,
  decide,
  londonDate,
  outcomeOf,
} from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { type AuditEntry, audit, notify } from '../platform/changes.js';
import type { Database } from '../platform/sql.js';
import type { ClaimedService } from '../services/claim.js';
import { servicesById } from '../services/service-rows.js';
import { historiesOf, shownHistory } from './record-rows.js';
import {
  type NewCorrection,
  writeConfirmations,
  writeCorrections,
  writeRecords,
  writeWithdrawals,
} from './written.js';

export interface HistoryChange {
  readonly service: ClaimedService;
  readonly change: StageChange;
  /** Where in the request it stands. */
  readonly pointer: string;
}

type Decided = HistoryChange & { readonly decision: StageDecision; readonly id: string };

/** Changes the histories of services that are claimed: all of them, or none. A result for each, in order. */
export async function changeHistories(
  tx: EntityManager,
  caller: Caller,
  changes: readonly HistoryChange[],
): Promise<CorrectedStage[]> {
  const { decided, errors } = await decideAll(tx, changes);
  if (errors.length > 0) throw problemOf(errors);
  await write(tx, caller, decided);
  await audit(tx, caller, ...decided.flatMap(auditEntries));
  await notify(tx, ...decided.map(({ service }) => changed(service)));
  return results(tx, decided);
}

async function write(tx: EntityManager, caller: Caller, all: readonly Decided[]): Promise<void> {
  await writeRecords(
    tx,
    caller,
    all.flatMap(({ service, decision, id }) =>
      decision.writes === 'record' ? [{ id, serviceId: service.id, said: decision.said }] : [],
    ),
  );
  await writeCorrections(
    tx,
    caller,
    all.flatMap(({ decision, service, id }): NewCorrection[] => {
      const of = { serviceId: service.id };
      if (decision.writes === 'record') {
        const { corrects, overrules } = decision;
        return [
          ...(corrects ? [{ ...of, recordId: corrects.id, reason: corrects.reason, replacedBy: id }] : []),
          ...overrules.map((one) => ({ ...of, recordId: one.id, reason: one.reason, replacedBy: null })),
        ];
      }
      return decision.writes === 'withdrawal' && decision.of === 'record'
        ? [{ ...of, recordId: decision.id, reason: decision.reason, replacedBy: null }]
        : [];
    }),
  );
  await writeConfirmations(
    tx,
    caller,
    all.flatMap(({ service, decision, id }) =>
      decision.writes === 'confirmation'
        ? [
            {
              id,
              serviceId: service.id,
              on: decision.on,
              note: decision.note,
              recordId: decision.confirms.id,
            },
          ]
        : [],
    ),
  );
  await writeWithdrawals(
    tx,
    caller,
    all.flatMap(({ decision, service }) =>
      decision.writes === 'withdrawal' && decision.of === 'confirmation'
        ? [{ id: decision.id, serviceId: service.id, reason: decision.reason }]
        : [],
    ),
  );
}

/** What each change comes to, and the rules that any of them break, told together. */
export async function decideAll(
  tx: EntityManager,
  changes: readonly HistoryChange[],
): Promise<{ decided: Decided[]; errors: InputError[] }> {
  const histories = await historiesOf(
    tx,
    changes.map(({ service }) => service.id),
  );
  const today = londonDate(new Date());
  const errors: InputError[] = [];
  const decided = changes.flatMap((one): Decided[] => {
    const { opensOn, id } = one.service;
    const decision = decide(one.change, histories.get(id)!, { today, opensOn });
    if (!('refused' in decision)) return [{ ...one, decision, id: randomUUID() }];
    for (const { field, code, message } of decision.refused)
      errors.push({ pointer: `${one.pointer}/${field}`, code, message });
    return [];
  });
  return { decided, errors };
}

/** What each change will come to once it is written; null for one that breaks a rule. */
export async function outcomes(
  database: Database,
  changes: readonly HistoryChange[],
): Promise<RecordOutcome[]> {
  const histories = await historiesOf(
    database,
    changes.map(({ service }) => service.id),
  );
  const today = londonDate(new Date());
  return changes.map(({ service: { id, opensOn }, change }) => {
    const history = histories.get(id)!;
    const decision = decide(change, history, { today, opensOn });
    if ('refused' in decision) return null;
    const { contradicted, ...outcome } = outcomeOf(decision, history, today);
    return { ...outcome, contradicted: contradicted.map(contradictionWords) };
  });
}

function problemOf(errors: readonly InputError[]): HeadwayProblem {
  const already = errors.find(({ code }) => code === 'corrected_already');
  if (already) return new HeadwayProblem('wrong_state', already.message, errors);
  const missing = errors.every(({ code }) => code === 'unknown_record');
  return new HeadwayProblem(missing ? 'not_found' : 'rule_broken', undefined, errors);
}

function auditEntries({ service, decision }: Decided): AuditEntry[] {
  const { reference, organisationId } = service;
  const of = { subject: reference, organisationId };
  switch (decision.writes) {
    case 'confirmation': {
      const { on, note, confirms } = decision;
      const detail = { stage: confirms.stage, effectiveOn: on, note, confirms: confirms.id };
      return [{ ...of, action: 'stage.confirmed', detail }];
    }
    case 'withdrawal':
      return [withdrawn(of, decision)];
    case 'record': {
      const { said, corrects, overrules } = decision;
      if (!corrects) return [{ ...of, action: 'stage.recorded', detail: { ...said } }];
      const detail = { ...said, corrects: corrects.id, reason: corrects.reason };
      const others = overrules.map((one) => withdrawn(of, one));
      return [...others, { ...of, action: 'stage.corrected', detail }];
    }
  }
}

function withdrawn(
  of: { readonly subject: string; readonly organisationId: string },
  { id, reason }: { readonly id: string; readonly reason: string },
) {
  return { ...of, action: 'stage.withdrawn', detail: { corrects: id, reason } };
}

function changed({ reference, organisationId }: ClaimedService) {
  return { kind: 'service.changed' as const, subject: reference, organisationId };
}

async function results(tx: EntityManager, decided: readonly Decided[]): Promise<CorrectedStage[]> {
  const ids = decided.map(({ service }) => service.id);
  const services = new Map(
    (await servicesById(tx, ids)).map((service): [string, Service] => [service.id, service]),
  );
  const histories = await historiesOf(tx, ids);
  return decided.map(({ service, id }) => ({
    record: shownHistory(histories.get(service.id)!).find((record) => record.id === id) ?? null,
    service: services.get(service.id)!,
  }));
}
