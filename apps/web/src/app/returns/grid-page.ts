import {
  Component,
  DOCUMENT,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { countOf, lockWords, mostInABatch, quarterBefore, quarterLabel, stageLabels } from '@headway/domain';
import { Button, Details, GovLink, InsetText, type SummaryError, focusField } from '@headway/govuk';
import { Subject, debounceTime } from 'rxjs';
import { Announcer } from '../platform/announcer';
import { Page } from '../platform/page';
import { ClosedQuarter } from './closed-quarter';
import { type EditChange, isConfirmation, isLockedOn } from './edits';
import { type GridChoice, choiceFrom, everything, isConfirmed, matches, paramsOf } from './grid-choice';
import { GridFilter } from './grid-filter';
import { GridTable } from './grid-table';
import { KeptWork } from './kept';
import { LeftOut } from './left-out';
import { openedReturn } from './opened-return';
import { OwedReturns } from './return/owed-returns';
import { ReturnsPage } from './returns.actions';
import { returnsFeature } from './returns.feature';
import { TickedBar } from './ticked-bar';
import { type Wrong, idOf, wrongAmong } from './wrong';

/** So that the count is said once for a word, and not for every letter of it. */
const settlesAfter = 400;

/** Every service that a lead may record on one page: say what changed, and that nothing has for the rest. */
@Component({
  selector: 'hw-grid-page',
  imports: [
    Button,
    ClosedQuarter,
    Details,
    GovLink,
    GridFilter,
    GridTable,
    InsetText,
    LeftOut,
    OwedReturns,
    Page,
    TickedBar,
  ],
  templateUrl: './grid-page.html',
})
export class GridPage {
  readonly quarter = input.required<string>();
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly announcer = inject(Announcer);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  protected readonly keeps = inject(KeptWork).works;
  protected readonly opened = openedReturn(this.quarter);
  private readonly store = this.opened.store;
  protected readonly problem = this.store.selectSignal(returnsFeature.selectProblem);
  protected readonly edits = this.store.selectSignal(returnsFeature.selectEdits);
  private readonly services = this.store.selectSignal(returnsFeature.selectServices);
  private readonly saidWrong = this.store.selectSignal(returnsFeature.selectWrong);
  private readonly gone = this.store.selectSignal(returnsFeature.selectLost);

  protected readonly label = computed(() => quarterLabel(this.opened.quarter()));
  protected readonly before = computed(() => {
    const before = quarterBefore(this.opened.quarter());
    return { href: `/return/${before.id}`, text: quarterLabel(before) };
  });
  protected readonly organisations = computed(() => {
    const all = new Map(this.opened.list()?.map(({ organisation }) => [organisation.slug, organisation]));
    return [...all.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  });

  protected readonly choice = signal(choiceFrom(this.route.snapshot.queryParamMap));
  private readonly narrowed = new Subject<void>();
  protected readonly known = computed(() => this.opened.list()?.map(({ reference }) => reference) ?? [], {
    equal: (a, b) => a.length === b.length && a.every((one, index) => one === b[index]),
  });
  /** What is said or changed of a row never takes it from under the hands of whoever says it. */
  private readonly references = computed(() => {
    const [known, choice, quarter] = [this.known(), this.choice(), this.opened.quarter()];
    const [services, edits] = [untracked(this.services), untracked(this.edits)];
    return known.filter((reference) => matches(services[reference]!, choice, edits, quarter));
  });
  protected readonly shown = computed(() => {
    const services = this.services();
    return this.references().map((reference) => services[reference]!);
  });
  protected readonly count = computed(() => {
    const [shown, all] = [this.shown().length, this.known().length];
    return shown === all ? countOf(all) : `${shown.toLocaleString('en-GB')} of ${countOf(all)}`;
  });
  protected readonly confirmed = computed(
    () => this.opened.list()?.filter((service) => isConfirmed(service, this.opened.quarter())).length ?? 0,
  );

  protected readonly tickedAnywhere = signal<ReadonlySet<string>>(new Set());
  /** What cannot be seen is not ticked. */
  protected readonly ticked = computed(
    () => new Set(this.references().filter((reference) => this.tickedAnywhere().has(reference))),
  );
  protected readonly tally = computed(() => {
    const said = this.known().flatMap((reference) => this.edits()[reference] ?? []);
    const same = said.filter(isConfirmation).length;
    return { said: said.length, same, changes: said.length - same, left: this.known().length - said.length };
  });
  /** What was recorded or confirmed this quarter is not confirmed again, and nothing that is not recorded can be. */
  protected readonly unsaid = computed(() =>
    this.shown().flatMap((service) =>
      service.stage === 'not_recorded' ||
      this.edits()[service.reference] ||
      isConfirmed(service, this.opened.quarter()) ||
      isLockedOn(service, this.opened.days())
        ? []
        : [service.reference],
    ),
  );
  /** The returns that lock services here, each in words. */
  protected readonly locks = computed(() => {
    const locked = this.opened.list()?.filter((service) => isLockedOn(service, this.opened.days())) ?? [];
    return [...new Set(locked.map(({ lock }) => lockWords(lock!)))];
  });

  /** Where all is locked there is nothing to say, and nothing to check. */
  protected readonly allLocked = computed(
    () => this.opened.list()?.every((service) => isLockedOn(service, this.opened.days())) ?? false,
  );

  protected readonly restWords = computed(() => {
    const number = this.unsaid().length;
    const all = number > 1 && !this.confirmed() && this.shown().length === this.known().length;
    const which = this.shown().length === this.known().length ? '' : 'shown and ';
    const rest = this.confirmed() ? 'not confirmed yet' : 'not touched';
    return `Nothing has changed for ${all ? 'all' : 'the'} ${countOf(number)} ${which}${rest}`;
  });

  private readonly general = signal<readonly SummaryError[]>([]);
  protected readonly errors = computed(() => [
    ...this.general(),
    ...this.saidWrong().map(({ reference, field, message }) => ({
      text: `${reference}: ${message}`,
      href: `#${idOf(field, reference)}`,
    })),
  ]);
  protected readonly wrong = computed(() => {
    const byReference: Record<string, Wrong[]> = {};
    for (const one of this.saidWrong()) (byReference[one.reference] ??= []).push(one);
    return byReference;
  });
  protected readonly lost = computed(() =>
    this.gone().map((reference) => `${reference} ${this.edits()[reference]?.name ?? ''}`),
  );

  constructor() {
    this.narrowed.pipe(debounceTime(settlesAfter), takeUntilDestroyed()).subscribe(() => {
      this.announcer.say(this.count());
      const queryParams = paramsOf(this.choice());
      void this.router.navigate([], { relativeTo: this.route, queryParams, replaceUrl: true });
    });
    // What is wrong is never behind a filter.
    effect(() => {
      const hidden = this.saidWrong().some(({ reference }) => !this.references().includes(reference));
      if (hidden) this.choice.set(everything);
    });
    this.goToFieldNamed(this.route.snapshot.fragment);
  }

  protected narrow(choice: GridChoice): void {
    this.choice.set(choice);
    this.narrowed.next();
  }

  protected say(references: readonly string[], change: EditChange): void {
    this.store.dispatch(ReturnsPage.edited({ references, change }));
  }

  protected sayOfTicked(change: EditChange): void {
    const ticked = this.opened.list()!.filter(({ reference }) => this.ticked().has(reference));
    const able = ticked.filter(({ stage }) => change.answer !== 'confirm' || stage !== 'not_recorded');
    this.say(
      able.map(({ reference }) => reference),
      change,
    );
    this.tickedAnywhere.set(new Set());
    // The bar goes with the ticks, so the focus goes back to where the last one was.
    this.focus(idOf('tick', ticked.at(-1)!.reference));
    const without = ticked.length - able.length;
    const words =
      change.answer === 'confirm' ? 'No change' : change.answer ? stageLabels[change.answer] : 'Not said';
    this.announcer.say(
      `${words} for ${countOf(able.length)}.${without ? ` ${countOf(without)} left out: no stage is recorded yet.` : ''}`,
    );
  }

  /** The button goes with what it was for, so the focus goes on to what comes next. */
  protected confirmUnsaid(): void {
    const references = this.unsaid();
    this.say(references, { answer: 'confirm' });
    this.announcer.say(`No change for ${countOf(references.length)}.`);
    this.focus('check');
  }

  protected leaveOutLost(): void {
    this.store.dispatch(ReturnsPage.lostLeftOut());
  }

  /** On from a tick box: to the first thing that can be done below the table. */
  protected goToActions(): void {
    this.focus(this.ticked().size > 0 ? 'ticked-stage' : this.unsaid().length > 0 ? 'rest' : 'check');
  }

  protected check(): void {
    const { said } = this.tally();
    const wrong = wrongAmong(this.opened.list()!, this.edits(), this.opened.days());
    this.general.set(
      said === 0
        ? [{ text: 'Say something of at least one service', href: '#all-ticks' }]
        : said > mostInABatch
          ? [{ text: `Record ${mostInABatch} services or fewer at once: take back what can wait` }]
          : [],
    );
    this.store.dispatch(ReturnsPage.checked({ wrong }));
    if (this.errors().length > 0) return;
    const queryParams = paramsOf(this.choice());
    void this.router.navigate(['/return', this.quarter(), 'check'], { queryParams });
  }

  private focus(id: string): void {
    this.document.getElementById(id)?.focus();
  }

  /** From a change link of the check: once the table is there, the control that it names. */
  private goToFieldNamed(id: string | null): void {
    if (!id) return;
    const waiting = effect(() => {
      if (!this.opened.list()) return;
      waiting.destroy();
      afterNextRender({ write: () => focusField(id) }, { injector: this.injector });
    });
  }
}
