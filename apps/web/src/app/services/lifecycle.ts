import { type Signal, computed, effect, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import type { Service, ServiceClosing, ServiceReopening, ServiceTransfer } from '@headway/contract';
import { type Policy, type Problem, lastReopened } from '@headway/domain';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { Flash } from '../platform/flash';
import { overtakenBy } from '../platform/own-attempt';
import { newKey } from '../platform/headers';
import { problemOf } from '../platform/problem';
import { canPerson } from '../platform/session/can-person';
import { servicePath } from './list-choice';
import { ServicesApi, ServicesPage } from './services.actions';
import { servicesFeature } from './services.feature';

/** How a service ends, begins again or changes hands. */
export type Lifecycle =
  | { readonly kind: 'close'; readonly body: ServiceClosing }
  | { readonly kind: 'reopen' | 'reopening'; readonly body: ServiceReopening }
  | { readonly kind: 'transfer'; readonly body: ServiceTransfer };

const overtaken =
  'Somebody changed this service while you were on this page. What you typed is still here: check it and send it again';

/**
 * What the pages that close, reopen and transfer share: the service as it was read, sending, and what comes back.
 * `failed` is told what was refused; `said` makes the success message.
 */
export class LifecyclePage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private key = newKey();
  readonly service = signal<Service | null>(null);
  private readonly can = canPerson();
  private readonly failure = this.store.selectSignal(servicesFeature.selectProblem);
  /** What was refused later is told by the form: here it is only what came of a first look. */
  readonly problem = computed(() => {
    const service = this.service();
    if (!service) return this.failure();
    return this.can(this.policy, service.organisation.id) ? null : problemOf('not_allowed');
  });
  /** The closing that stands, even where its day is still to come. */
  readonly closure = computed(() => this.service()?.closures.find(({ reopenedOn }) => reopenedOn === null));
  /** The one after which it last opened again, where it is open now. */
  readonly reopened = computed(() => lastReopened(this.service()?.closures ?? []));
  readonly back = computed(() => servicePath(this.reference()));

  constructor(
    private readonly reference: Signal<string>,
    private readonly policy: Policy,
    failed: (problem: Problem) => void,
    said: (service: Service) => string,
  ) {
    const [actions, flash] = [inject(Actions), inject(Flash)];
    effect(() => this.load());
    actions.pipe(ofType(ServicesApi.loaded), takeUntilDestroyed()).subscribe(({ service }) => {
      if (service.reference === this.reference()) this.service.set(service);
    });
    actions.pipe(ofType(ServicesApi.lifecycleFailed), takeUntilDestroyed()).subscribe(({ problem }) => {
      const changed = problem.code === 'changed_since_read';
      this.key = newKey();
      failed(changed ? overtakenBy(problem, overtaken) : problem);
      if (changed) this.load();
    });
    actions.pipe(ofType(ServicesApi.lifecycleChanged), takeUntilDestroyed()).subscribe(({ service }) => {
      flash.success(said(service));
      void this.router.navigateByUrl(servicePath(service.reference));
    });
  }

  load(): void {
    this.store.dispatch(ServicesPage.opened({ reference: this.reference() }));
  }

  send(change: Lifecycle): void {
    const { reference, version } = this.service()!;
    this.store.dispatch(ServicesPage.lifecycleChanged({ reference, version, change, key: this.key }));
  }
}
