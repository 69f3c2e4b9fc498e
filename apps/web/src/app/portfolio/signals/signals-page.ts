import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { List, SignalledService, Signals } from '@headway/contract';
import {
  type Problem,
  type Signal,
  capitalised,
  isPast,
  pastWords,
  signalDefinition,
  signalLabels,
  signals,
  thresholdSignals,
  signalsHeadline,
} from '@headway/domain';
import { Details, Pagination, pageLinks } from '@headway/govuk';
import { catchError, combineLatest, forkJoin, map, of, switchMap } from 'rxjs';
import { Announcer } from '../../platform/announcer';
import { Outdated, lasting } from '../../platform/outdated';
import { Page } from '../../platform/page';
import { CodeMissing } from '../../platform/part-failed';
import { canPerson } from '../../platform/session/can-person';
import { Today } from '../../platform/today';
import { OnlySome } from '../only-some';
import { PortfolioClient } from '../portfolio.client';
import { type PortfolioView, addressOf, leavesOut, paramsOf } from '../portfolio.view';
import { ViewForm } from '../view-form';
import { FallingConfidence } from './falling-confidence';
import { SignalCounts } from './signal-counts';
import { SignalledServices } from './signalled-services';
import { type SignalsView, listedWords, signalParams, signalsFrom, signalsParams } from './signals.view';

interface Shown {
  readonly view: SignalsView;
  readonly counts: Signals;
  readonly services: List<SignalledService>;
}

/** What asks for a look: each rule with its threshold, how many services show it, and which. */
@Component({
  selector: 'hw-signals-page',
  imports: [
    CodeMissing,
    Details,
    FallingConfidence,
    OnlySome,
    Outdated,
    Page,
    Pagination,
    RouterLink,
    SignalCounts,
    SignalledServices,
    ViewForm,
  ],
  templateUrl: './signals-page.html',
})
export class SignalsPage {
  protected readonly lasting = lasting;
  private readonly client = inject(PortfolioClient);
  private readonly router = inject(Router);
  protected readonly can = canPerson();
  protected readonly view = toSignal(inject(ActivatedRoute).queryParamMap.pipe(map(signalsFrom)), {
    requireSync: true,
  });
  protected readonly breadcrumbs = computed(() => [
    { text: 'Portfolio', href: addressOf('/portfolio', paramsOf(this.view().chosen)) },
    { text: 'Signals' },
  ]);
  protected readonly leavesOut = leavesOut;
  protected readonly today = inject(Today).date;
  protected readonly changing = signal(false);
  protected readonly form = viewChild<ViewForm>('form');
  private readonly again = signal(0);
  protected readonly read = signal<Shown | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** Counts of another view would be read as this one's. */
  protected readonly shown = computed(() => {
    const read = this.read();
    return read && sameCounts(read.view, this.view()) ? read : null;
  });

  /** Counts and services are of one look; the services of another page, or signal, stay until theirs have come. */
  protected readonly shows = computed(() => {
    const shown = this.shown();
    if (!shown) return 'nothing';
    return JSON.stringify(shown.view) === JSON.stringify(this.view()) ? 'this' : 'former';
  });

  protected readonly rules = computed(() => {
    const { counts, view } = this.shown()!;
    return signals.map((one: Signal) => ({
      signal: one,
      label: signalLabels[one],
      definition: signalDefinition(one, counts.thresholds),
      services: counts.total[one],
      params: signalParams(this.view(), one),
      current: view.signal === one,
      threshold: thresholdSignals.find((with_) => with_ === one) ?? null,
    }));
  });
  /** The same services in the list of all. */
  protected readonly listParams = computed(() => {
    const { chosen, signal: one } = this.view();
    return one ? { ...paramsOf(chosen), signal: one } : null;
  });
  protected readonly anyParams = computed(() => signalParams(this.view(), null));
  protected readonly headline = computed(() => signalsHeadline(this.shown()!.counts.total));
  protected readonly past = computed(() => {
    const { chosen } = this.view();
    return isPast(chosen) || chosen.boundaries === 'today' ? capitalised(pastWords(chosen)) : null;
  });
  protected readonly listed = computed(() => {
    const { view, services } = this.shown()!;
    return listedWords(services.total, view.signal && signalLabels[view.signal]);
  });
  protected readonly signalOnly = computed(() => (this.view().signal ? { signal: this.view().signal } : {}));
  protected readonly feed = computed(() => {
    const { organisation, audience } = this.view().chosen;
    const query = new URLSearchParams(organisation.map((slug) => ['organisation', slug]));
    if (audience) query.append('audience', audience);
    if (this.view().signal) query.append('signal', this.view().signal!);
    return `/api/portfolio/signals.atom${query.size > 0 ? `?${query.toString()}` : ''}`;
  });
  protected readonly pages = computed(() => {
    const { page, pageSize, total } = this.shown()!.services;
    const pages = Math.ceil(total / pageSize);
    return pages > 1 ? pageLinks(page, pages, (to) => this.path({ ...this.view(), page: to })) : null;
  });

  constructor() {
    const announcer = inject(Announcer);
    combineLatest([toObservable(this.view), toObservable(this.again)])
      .pipe(
        switchMap(([view]) =>
          forkJoin({
            counts: this.client.signals(view),
            services: this.client.signalledServices(view),
          }).pipe(
            map((found): Shown => ({ view, ...found })),
            catchError((problem: Problem) => of(problem)),
          ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe((answer) => {
        this.problem.set('code' in answer ? answer : null);
        if ('code' in answer) return;
        this.read.set(answer);
        announcer.say(this.listed());
      });
  }

  protected show(chosen: PortfolioView): void {
    const queryParams = signalsParams({ ...this.view(), chosen, page: 1 });
    void this.router.navigate(['/portfolio/signals'], { queryParams });
  }

  protected retry(): void {
    this.again.update((times) => times + 1);
  }

  private path(view: SignalsView): string {
    const tree = this.router.createUrlTree(['/portfolio/signals'], {
      queryParams: signalsParams(view),
      fragment: 'services',
    });
    return this.router.serializeUrl(tree);
  }
}

function sameCounts(a: SignalsView, b: SignalsView): boolean {
  return JSON.stringify(a.chosen) === JSON.stringify(b.chosen);
}
