import { ownedOn } from '../../libs/domain/dist/index.js';
import { quarterDone } from './audit-quarters.ts';
import { pulseDone } from './pulse.ts';
import type {
  BarrierState,
  DemonstrationAuditEntry,
  DemonstrationBarrier,
  DemonstrationQuarter,
  DemonstrationReorganisation,
  DemonstrationService,
  DemonstrationWave,
} from './types.ts';

type Done = Pick<DemonstrationAuditEntry, 'at' | 'action' | 'detail'>;

/** The trail that all of it would have left, had people done it in the product; in the order in which it was written. */
export function auditOf(
  reorganisations: readonly DemonstrationReorganisation[],
  services: readonly DemonstrationService[],
  barriers: readonly DemonstrationBarrier[],
  quarters: readonly DemonstrationQuarter[],
  pulse: readonly DemonstrationWave[],
): readonly DemonstrationAuditEntry[] {
  const byReference = new Map(services.map((service) => [service.reference, service]));
  const held = (barrier: DemonstrationBarrier) => {
    const service = byReference.get(barrier.service ?? '');
    return barrierDone(barrier).map((done) =>
      service ? ofService(service, done) : ofOrganisation(barrier, done),
    );
  };
  const entries = [
    ...reorganisations.flatMap(reorganisationDone),
    ...services.flatMap((service) => serviceDone(service).map((done) => ofService(service, done))),
    ...barriers.flatMap(held),
    ...quarters.flatMap(quarterDone),
    ...pulse.map(pulseDone),
  ];
  return entries.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function ofService(service: DemonstrationService, done: Done): DemonstrationAuditEntry {
  const { organisation } = ownedOn(service.owners, done.at.slice(0, 10));
  return { ...done, by: service.lead, organisation, subject: service.reference };
}

function ofOrganisation({ organisation, by }: DemonstrationBarrier, done: Done): DemonstrationAuditEntry {
  if (organisation === null) throw new Error('A barrier holds back a service or an organisation');
  return { ...done, by, organisation, subject: organisation };
}

function serviceDone(service: DemonstrationService): readonly Done[] {
  const { name, audience, description, address, transactionsAYear, owner, opensOn, addedAt } = service;
  const details = { name, audience, description, address, transactionsAYear, owner, opensOn };
  return [
    ...(addedAt === null ? [] : [{ at: addedAt, action: 'service.created', detail: details }]),
    ...recordsDone(service),
    ...targetsDone(service),
    ...service.closures.flatMap(({ closedOn: on, at, reason, mergedInto, note, reopened }) => [
      { at, action: 'service.closed', detail: { on, reason, mergedInto, note } },
      ...(reopened ? [{ at: reopened.at, action: 'service.reopened', detail: { on: reopened.on } }] : []),
    ]),
  ];
}

function recordsDone({ records, confirmations, corrections }: DemonstrationService): readonly Done[] {
  const written = records.map((record): Done => {
    const { id: _, recordedAt: at, ...said } = record;
    const correction = corrections.find(({ replacedBy }) => replacedBy === record.id);
    if (!correction) return { at, action: 'stage.recorded', detail: said };
    const { record: corrects, reason } = correction;
    return { at, action: 'stage.corrected', detail: { ...said, corrects, reason } };
  });
  const confirmed = confirmations.map(
    ({ confirmedOn: effectiveOn, recordedAt: at, note, record: confirms }) => {
      const { stage } = records.find(({ id }) => id === confirms)!;
      return { at, action: 'stage.confirmed', detail: { stage, effectiveOn, note, confirms } };
    },
  );
  const withdrawn = corrections.flatMap(({ record: corrects, replacedBy, reason, at }) =>
    replacedBy === null ? [{ at, action: 'stage.withdrawn', detail: { corrects, reason } }] : [],
  );
  return [...written, ...confirmed, ...withdrawn];
}

function targetsDone({ targets }: DemonstrationService): readonly Done[] {
  return targets.map(({ stage, dueOn: after, reason, at }, index) => {
    const before = targets.slice(0, index).findLast((one) => one.stage === stage)?.dueOn ?? null;
    return { at, action: 'target.set', detail: { stage, before, after, reason } };
  });
}

function barrierDone({ id, category, description, raisedOn, states }: DemonstrationBarrier): readonly Done[] {
  return states.map((state, index): Done => {
    const before = states[index - 1];
    const { at, nextAction, nextActionOwner } = state;
    if (before === undefined) {
      const raised = { barrier: id, category, description, nextAction, nextActionOwner, raisedOn };
      return { at, action: 'barrier.raised', detail: raised };
    }
    const change = (of: BarrierState) =>
      state.resolvedOn === null
        ? { nextAction: of.nextAction, nextActionOwner: of.nextActionOwner }
        : { resolvedOn: of.resolvedOn };
    const action = state.resolvedOn === null ? 'barrier.changed' : 'barrier.resolved';
    return { at, action, detail: { barrier: id, before: change(before), after: change(state) } };
  });
}

function reorganisationDone(made: DemonstrationReorganisation): readonly DemonstrationAuditEntry[] {
  const { id: reorganisation, at, by, note, plan } = made;
  const { kind, on } = made.request;
  const change = { reorganisation, kind, on, note };
  const organisations = plan.organisations.map(({ change: what, before, after, history: { slug } }) => ({
    action: 'organisation.reorganised',
    organisation: slug,
    subject: slug,
    detail: {
      ...change,
      change: what,
      before,
      after,
      services: plan.services.filter(({ from, to }) => from === slug || to === slug).length,
      successors: plan.successions.flatMap((one) => (one.predecessor === slug ? one.successor : [])),
      people: [],
    },
  }));
  const services = plan.services.map(({ reference, from, to }) => ({
    action: 'service.transferred',
    organisation: to,
    subject: reference,
    detail: { ...change, from, organisation: to },
  }));
  return [...organisations, ...services].map((entry) => ({ ...entry, at, by }));
}
