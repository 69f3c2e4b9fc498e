import { inject } from '@angular/core';
import type { Barrier, MovedService, Service, SubmittedReturn, Target } from '@headway/contract';
import { type CalendarDate, daysAfter, londonDate, openOn, quarterOf, targetStanding } from '@headway/domain';
import { type Observable, forkJoin, map } from 'rxjs';
import { dayMeant } from '../days';
import { isConfirmed } from '../grid-choice';
import type { At } from './return.actions';
import { ReturnClient } from './return.client';

/** A target that passed without being reached. */
export interface Passed {
  readonly service: Service;
  readonly target: Target;
  readonly days: number;
}

/** What is known of an organisation's services on the day that a return is about. */
export interface Facts {
  readonly services: readonly Service[];
  /** Since the quarter before ended. */
  readonly moved: readonly MovedService[];
  readonly unrecorded: readonly Service[];
  readonly heldBack: readonly Service[];
  /** Of the organisation itself, still open. */
  readonly barriers: readonly Barrier[];
  readonly passed: readonly Passed[];
  /** Recorded or confirmed for a day of the quarter, and where they were before it. */
  readonly confirmed: readonly Service[];
  /** Live or redesigned without evidence, or further than their offices. */
  readonly claims: readonly Service[];
}

/** As they are known now; or of a submission: on its day, as far as was known when it was made. */
export type Asked = At & { readonly submitted?: Pick<SubmittedReturn, 'on' | 'submittedAt'> };

export function factsReader(): (asked: Asked) => Observable<Facts> {
  const client = inject(ReturnClient);
  return ({ quarter, slug, submitted }) => {
    const today = londonDate(new Date());
    const day = submitted?.on ?? dayMeant(quarter, today);
    const on = submitted || day < today ? day : null;
    const known = { asKnownAt: submitted?.submittedAt };
    return forkJoin({
      services: client.services(slug, on, known),
      moved: client.moved(slug, daysAfter(quarterOf(quarter)!.from, -1), day, known),
      barriers: client.barriers(slug, known),
      claims: client.services(slug, on, { ...known, signal: 'check_claim' }),
    }).pipe(map((read) => factsFrom({ ...read, barriers: read.barriers.items }, quarter, day)));
  };
}

interface Read extends Pick<Facts, 'services' | 'barriers' | 'claims'> {
  readonly moved: readonly MovedService[];
}

export function factsFrom(read: Read, quarter: string, day: CalendarDate): Facts {
  const { services, barriers, claims } = read;
  const moved = read.moved.filter(({ before, after }) => before !== after);
  const elsewhere = new Set(moved.map(({ reference }) => reference));
  return {
    ...{ services, moved, claims },
    confirmed: services.filter(
      (one) => isConfirmed(one, quarterOf(quarter)!) && !elsewhere.has(one.reference),
    ),
    unrecorded: services.filter(({ stage }) => stage === 'not_recorded'),
    heldBack: services.filter((service) => service.barriers > 0),
    barriers: barriers.filter((barrier) => openOn(barrier, day)),
    passed: services.flatMap((service) => passedOf(service, day)),
  };
}

function passedOf(service: Service, day: CalendarDate): Passed[] {
  return service.targets.flatMap((target) => {
    const standing = targetStanding(target, service.stage, day);
    return standing.is === 'passed' ? [{ service, target, days: -standing.days }] : [];
  });
}
