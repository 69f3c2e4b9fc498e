import {
  type Quarter,
  type ReturnState,
  confidences,
  inForce,
  ownedOn,
  quarterBefore,
  quarterOf,
  quarterOn,
  usualDueDate,
  workingDaysAfter,
  workingDaysBetween,
} from '../../libs/domain/dist/index.js';
import { officeInstant } from './dates.ts';
import { organisations } from './departments.ts';
import { approverOf, leadOf } from './people.ts';
import { idOf, randomFor } from './random.ts';
import { excusals, requestedChanges, summaryOf } from './return-words.ts';
import { tempoOf } from './tempo.ts';
import type { DemonstrationQuarter, DemonstrationReturn, WrittenService } from './types.ts';

const closedQuarters = 5;
/** Returns take some days to come in, so a quarter that has only just ended is not open yet. */
const daysToReturn = 8;

/** How far the return of each has got that is not signed off in the open quarter. */
const unfinished: Readonly<Record<string, ReturnState>> = {
  'ministry-of-defence': 'not_started',
  'department-for-culture-media-and-sport': 'not_started',
  'foreign-commonwealth-and-development-office': 'not_started',
  'hm-treasury': 'not_started',
  'department-for-environment-food-and-rural-affairs': 'not_started',
  'department-for-work-and-pensions': 'draft',
  'department-of-health-and-social-care': 'draft',
  'attorney-generals-office': 'draft',
  'home-office': 'submitted',
  'ministry-of-justice': 'submitted',
  'department-for-transport': 'submitted',
  'cabinet-office': 'changes_requested',
  'department-for-education': 'changes_requested',
};

/** Organisations below none other that have services. */
function expected(services: readonly WrittenService[]): readonly string[] {
  const owners = new Set(services.map(({ organisation }) => organisation));
  return organisations
    .filter(
      ({ slug, parent }) =>
        parent === null &&
        (owners.has(slug) || organisations.some((o) => o.parent === slug && owners.has(o.slug))),
    )
    .map(({ slug }) => slug);
}

/** Quarters that were closed, and then the one that is open; every return of each. */
export function quartersOf(
  services: readonly WrittenService[],
  today: string,
): readonly DemonstrationQuarter[] {
  let open = quarterBefore(quarterOn(today));
  while (workingDaysBetween(open.to, today) < daysToReturn) open = quarterBefore(open);
  const all: Quarter[] = [open];
  while (all.length <= closedQuarters) all.unshift(quarterBefore(all[0]!));
  const reopened = lateCorrection(services, all.slice(0, -1));
  return all.map((quarter) => {
    const isOpen = quarter.id === open.id;
    // So that some are late, a few days ago.
    const late = reopened?.quarter === quarter.id ? reopened.late : null;
    const found = late?.at.slice(0, 10);
    const dueOn = isOpen
      ? workingDaysAfter(today, -4)
      : found
        ? workingDaysAfter(found, -8)
        : usualDueDate(quarter);
    const closedOn = isOpen ? null : workingDaysAfter(dueOn, 6);
    const again = late && {
      at: officeInstant(workingDaysAfter(found!, 2), 0, 700),
      by: second,
      reason: late.reason,
    };
    const latest = workingDaysAfter(isOpen ? today : dueOn, -1);
    return {
      id: quarter.id,
      dueOn,
      openedAt: officeInstant(workingDaysAfter(quarter.to, -5), 0, 570),
      closings: closedOn
        ? [{ at: officeInstant(closedOn, 0, 930), by: closer, reason: null }, ...(again ? [again] : [])]
        : [],
      returns: expected(services).map((organisation) =>
        returnOf(organisation, quarter, isOpen, latest, services),
      ),
    };
  });
}

const closer = 'oversight@headway.example';
const second = 'director@headway.example';

interface Late {
  readonly at: string;
  readonly reason: string;
}

/** A record that was found wrong soon after a quarter was closed, by the quarter: the latest of those there are. */
function lateCorrection(
  services: readonly WrittenService[],
  quarters: readonly Quarter[],
): { quarter: string; late: Late } | null {
  const found = quarters.flatMap(({ id, to }) =>
    services.flatMap(({ name, records, corrections }) =>
      corrections.flatMap(({ record, at, reason }) => {
        const { effectiveOn } = records.find((one) => one.id === record)!;
        const days = workingDaysBetween(to, at.slice(0, 10));
        const late = { at, reason: `A record of “${name}” was corrected. ${reason}` };
        return effectiveOn <= to && days > 14 && days < 45 ? [{ quarter: id, late }] : [];
      }),
    ),
  );
  return found.at(-1) ?? null;
}

function returnOf(
  organisation: string,
  quarter: Quarter,
  isOpen: boolean,
  latest: string,
  services: readonly WrittenService[],
): DemonstrationReturn {
  const state = stateOf(organisation, quarter, isOpen);
  const random = randomFor(`return of ${organisation} for ${quarter.id}`);
  const days = Math.max(1, workingDaysBetween(quarter.to, latest));
  const submittedOn = workingDaysAfter(
    quarter.to,
    random.between(Math.ceil(days / 3), Math.max(1, days - 1)),
  );
  const submitted = ['submitted', 'signed_off', 'changes_requested'].includes(state);
  const begun = submitted || state === 'draft';
  const own = services.filter(({ owners }) => {
    const owner = ownedOn(owners, quarter.to).organisation;
    return (
      owner === organisation || organisations.find(({ slug }) => slug === owner)?.parent === organisation
    );
  });
  const after = (hours: number) => officeInstant(submittedOn, 1, 540 + hours * 60);
  return {
    organisation,
    state,
    confidence: begun ? confidenceIn(organisation, quarter) : null,
    // Whoever has not submitted has not written any words yet: Headway drafts them.
    summary: submitted ? summaryOf(own, quarter) : null,
    reviewed: submitted,
    restUnchanged: submitted,
    excused: state === 'excused' ? excusals[organisation]! : null,
    submitted: submitted
      ? { at: officeInstant(submittedOn, 0, random.between(560, 900)), by: leadOf(organisation) }
      : null,
    signedOff:
      state === 'signed_off' ? { at: after(random.between(1, 6)), by: approverOf(organisation) } : null,
    messages: state === 'changes_requested' ? requestedChanges(own, after(2), closer) : [],
  };
}

/** The slow are sometimes not done when a quarter is closed. */
function stateOf(organisation: string, { id }: Quarter, isOpen: boolean): ReturnState {
  if (excusals[organisation]) return 'excused';
  if (isOpen) return unfinished[organisation] ?? 'signed_off';
  const slow = tempoOf(organisation).confirmEveryDays > 400;
  return slow && randomFor(`${organisation} in ${id}`).chance(0.7) ? 'not_started' : 'signed_off';
}

/** Fairly confident, or less where work stalls; it moves a step now and then. */
function confidenceIn(organisation: string, { id }: Quarter): DemonstrationReturn['confidence'] {
  const base = tempoOf(organisation).stalled >= 0.35 ? 2 : tempoOf(organisation).stalled <= 0.1 ? 0 : 1;
  const draw = randomFor(`confidence of ${organisation} in ${id}`).next();
  const step = draw < 0.2 ? 1 : draw > 0.9 ? -1 : 0;
  return confidences[Math.min(3, Math.max(0, base + step))]!;
}

/**
 * What returns confirmed when they were submitted: of services that count and have a stage, those that nothing was
 * said of in the quarter. A service with a record that was wrong is left as its lead wrote it.
 */
export function confirmedByReturns(
  services: readonly WrittenService[],
  quarters: readonly DemonstrationQuarter[],
): readonly WrittenService[] {
  return services.map((service) => {
    if (service.corrections.length > 0 || service.records.length === 0) return service;
    const records = [...service.records];
    for (const { id, returns } of quarters) {
      const quarter = quarterOf(id)!;
      const { organisation } = ownedOn(service.owners, quarter.to);
      const top = organisations.find(({ slug }) => slug === organisation)?.parent ?? organisation;
      const submitted = returns.find((one) => one.organisation === top)?.submitted;
      const counts =
        (service.opensOn ?? '') <= quarter.to &&
        (service.addedAt ?? '') < (submitted?.at ?? '') &&
        service.closures.every(({ at }) => at > (submitted?.at ?? ''));
      const before = records.filter(({ recordedAt }) => recordedAt < (submitted?.at ?? ''));
      const said = before.some(({ effectiveOn }) => effectiveOn >= quarter.from && effectiveOn <= quarter.to);
      const now = inForce(
        before.map((record, sequence) => ({ ...record, sequence, correctedAt: null, replaces: null })),
        quarter.to,
      );
      const stands = before.find(
        (record) => record.effectiveOn === now?.effectiveOn && record.stage === now.stage,
      );
      if (!submitted || !counts || said || !stands) continue;
      records.push({
        ...stands,
        id: idOf(`confirmation of ${service.reference} for ${id}`),
        effectiveOn: quarter.to,
        recordedAt: submitted.at,
        note: null,
      });
      records.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
    }
    return { ...service, records };
  });
}
