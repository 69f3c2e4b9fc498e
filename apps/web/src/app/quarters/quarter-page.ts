import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { OrganisationName } from '@headway/contract';
import { quarterLabel } from '@headway/domain';
import { GovLink, type SummaryError } from '@headway/govuk';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { auditTime, filter, map } from 'rxjs';
import { Announcer } from '../platform/announcer';
import { Events } from '../platform/events';
import { Flash } from '../platform/flash';
import { newKey } from '../platform/headers';
import { Outdated, lasting } from '../platform/outdated';
import { Page } from '../platform/page';
import { canPerson } from '../platform/session/can-person';
import { CoveringReturns } from './covering-returns';
import { LateJoiners } from './late-joiners';
import { NobodyToRemind } from './nobody-to-remind';
import { OwnReturns } from './own-returns';
import { aboutQuarters } from './quarter-events';
import { QuarterRevisions } from './quarter-revisions';
import { QuarterStanding } from './quarter-standing';
import { listedWords, remindedWords } from './quarter-words';
import { QuartersApi, QuartersPage } from './quarters.actions';
import { quartersFeature, selectQuarter, selectReturns } from './quarters.feature';
import { ReturnTally } from './return-tally';
import { quarterPath, showFrom, shownReturns } from './returns-choice';
import { ReturnsTable } from './returns-table';
import { WhomToChase } from './whom-to-chase';

/** One quarter: how far its returns have got, whom to chase, and what was frozen. */
@Component({
  selector: 'hw-quarter-page',
  imports: [
    CoveringReturns,
    GovLink,
    LateJoiners,
    NobodyToRemind,
    OwnReturns,
    Outdated,
    Page,
    QuarterRevisions,
    QuarterStanding,
    ReturnTally,
    ReturnsTable,
    WhomToChase,
  ],
  templateUrl: './quarter-page.html',
})
export class QuarterPage {
  protected readonly lasting = lasting;
  private readonly store = inject(Store);
  private readonly announcer = inject(Announcer);
  private readonly can = canPerson();
  readonly id = input.required<string>();
  protected readonly show = toSignal(inject(ActivatedRoute).queryParamMap.pipe(map(showFrom)), {
    requireSync: true,
  });
  protected readonly quarter = computed(() => this.store.selectSignal(selectQuarter(this.id()))());
  private readonly list = computed(() => this.store.selectSignal(selectReturns(this.id()))());
  protected readonly problem = this.store.selectSignal(quartersFeature.selectProblem);
  /** A reminder or a question is on its way; another one is left out meanwhile. */
  protected readonly sending = signal(false);
  protected readonly refused = signal<readonly SummaryError[]>([]);

  protected readonly label = computed(() => {
    const quarter = this.quarter();
    return quarter ? quarterLabel(quarter) : 'Quarter';
  });
  protected readonly breadcrumbs = computed(() => [
    { text: 'Quarters', href: '/quarters' },
    { text: this.label() },
  ]);
  protected readonly returns = computed(() => this.list()?.items ?? null);
  protected readonly missing = computed(() => (this.mayRun() ? this.list()!.missing : []));
  protected readonly unreachable = computed(() => (this.mayRun() ? this.list()!.unreachable : []));
  /** Open, and the person runs the quarters. */
  protected readonly mayRun = computed(() => this.quarter()?.state === 'open' && this.can('runQuarters'));
  protected readonly chasing = computed(
    () => this.quarter()?.state === 'open' && (this.mayRun() || this.returns()!.length > 1),
  );
  protected readonly shown = computed(() => shownReturns(this.returns()!, this.show()));
  protected readonly heading = computed(() => listedWords(this.shown().length, this.show()));
  protected readonly all = computed(() => ({
    text: `Show all ${listedWords(this.returns()!.length, null)}`,
    href: quarterPath(this.id()),
  }));
  /** Others have theirs too, which this person may not see. */
  protected readonly onlySome = computed(() => {
    const [seen, expected] = [this.returns()!.length, this.quarter()!.returns.expected];
    return seen < expected
      ? `You can see ${seen} of the ${listedWords(expected, null)} of this quarter.`
      : '';
  });

  constructor() {
    const [actions, flash] = [inject(Actions), inject(Flash)];
    effect(() => this.load());
    // A filter says what it found; what others change meanwhile keeps quiet.
    effect(() => {
      if (this.show() && this.returns()) this.announcer.say(this.heading());
    });
    actions.pipe(ofType(QuartersApi.reminded), takeUntilDestroyed()).subscribe(({ came }) => {
      this.sending.set(false);
      flash.successHere(remindedWords(came));
    });
    actions.pipe(ofType(QuartersApi.asked), takeUntilDestroyed()).subscribe(({ added }) => {
      this.sending.set(false);
      flash.successHere(`${added.organisation.name} now owes a return for this quarter`);
    });
    actions
      .pipe(ofType(QuartersApi.remindFailed, QuartersApi.askFailed), takeUntilDestroyed())
      .subscribe(({ problem }) => {
        this.sending.set(false);
        this.refused.set([{ text: problem.detail ?? problem.title }]);
        this.load();
      });
    inject(Events)
      .changes.pipe(filter(aboutQuarters), auditTime(2000), takeUntilDestroyed())
      .subscribe(() => this.load());
  }

  protected load(): void {
    this.store.dispatch(QuartersPage.opened({ id: this.id() }));
  }

  protected remind(): void {
    if (this.start()) this.store.dispatch(QuartersPage.reminded({ id: this.id(), key: newKey() }));
  }

  protected ask({ slug }: OrganisationName): void {
    if (this.start())
      this.store.dispatch(QuartersPage.asked({ id: this.id(), organisation: slug, key: newKey() }));
  }

  private start(): boolean {
    if (this.sending()) return false;
    this.refused.set([]);
    this.sending.set(true);
    return true;
  }
}
