import { inject } from '@angular/core';
import type { Barrier, MovedService, Service, Target } from '@headway/contract';
import { type CalendarDate, daysAfter, londonDate, openOn, quarterOf, targetStanding } from '@headway/domain';
import { type Observable, forkJoin, map } from 'rxjs';
import { dayMeant } from '../days';
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
}

export function factsReader(): (at: At) => Observable<Facts> {
  const client = inject(ReturnClient);
  return ({ quarter, slug }) => {
    const today = londonDate(new Date());
    const day = dayMeant(quarter, today);
    return forkJoin({
      services: client.services(slug, day < today ? day : null),
      moved: client.moved(slug, daysAfter(quarterOf(quarter)!.from, -1), day),
      barriers: client.barriers(slug),
    }).pipe(map(({ services, moved, barriers }) => factsFrom(services, moved, barriers.items, day)));
  };
}

export function factsFrom(
  services: readonly Service[],
  moved: readonly MovedService[],
  barriers: readonly Barrier[],
  day: CalendarDate,
): Facts {
  return {
    services,
    moved: moved.filter(({ before, after }) => before !== after),
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
