import { type Signal, computed, effect, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { type Problem, quarterLabel } from '@headway/domain';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { auditTime, filter } from 'rxjs';
import { Events } from '../platform/events';
import { Flash } from '../platform/flash';
import { overtakenBy } from '../platform/own-attempt';
import { newKey } from '../platform/headers';
import { aboutQuarters } from './quarter-events';
import { type QuarterChange, QuartersApi, QuartersPage } from './quarters.actions';
import { quartersFeature, selectQuarter, selectReturns } from './quarters.feature';
import { quarterPath } from './returns-choice';

const overtaken =
  'Somebody changed this while you were on this page. What you typed is still here: check it and send it again';

/**
 * What the pages that open, close and re-open a quarter, change its due date and excuse a return share: the quarter
 * as it stands, sending, and what comes back. `failed` is told what was refused; `said` makes the success message.
 */
export class QuarterStep {
  private readonly store = inject(Store);
  private key = newKey();
  readonly quarter = computed(() => this.store.selectSignal(selectQuarter(this.id()))());
  readonly returns = computed(() => this.store.selectSignal(selectReturns(this.id()))()?.items ?? null);
  private readonly refused = this.store.selectSignal(quartersFeature.selectProblem);
  /** What came of a first look; later the page has something to keep. */
  readonly problem = computed(() => (this.loaded() ? null : this.refused()));
  readonly loaded = computed(() => this.quarter() !== null && this.returns() !== null);
  readonly label = computed(() => {
    const quarter = this.quarter();
    return quarter ? quarterLabel(quarter) : 'the quarter';
  });
  readonly back = computed(() => quarterPath(this.id()));

  constructor(
    private readonly id: Signal<string>,
    failed: (problem: Problem) => void,
    said: () => string,
  ) {
    const [actions, flash, router] = [inject(Actions), inject(Flash), inject(Router)];
    effect(() => this.load());
    actions
      .pipe(ofType(QuartersApi.changeFailed, QuartersApi.excuseFailed), takeUntilDestroyed())
      .subscribe(({ problem }) => {
        this.key = newKey();
        failed(problem.code === 'changed_since_read' ? overtakenBy(problem, overtaken) : problem);
        this.load();
      });
    actions.pipe(ofType(QuartersApi.changed, QuartersApi.excused), takeUntilDestroyed()).subscribe(() => {
      flash.success(said());
      void router.navigateByUrl(this.back());
    });
    inject(Events)
      .changes.pipe(filter(aboutQuarters), auditTime(2000), takeUntilDestroyed())
      .subscribe(() => this.load());
  }

  load(): void {
    this.store.dispatch(QuartersPage.opened({ id: this.id() }));
  }

  /** Over the version that the page began from; over what is there now unless it keeps one. */
  send(change: QuarterChange, version = this.quarter()!.version): void {
    const { id } = this.quarter()!;
    this.store.dispatch(QuartersPage.changed({ id, version, change, key: this.key }));
  }

  excuse(slug: string, version: number, reason: string): void {
    const { id, key } = { id: this.id(), key: this.key };
    this.store.dispatch(QuartersPage.excused({ id, slug, version, excusal: { reason }, key }));
  }
}
