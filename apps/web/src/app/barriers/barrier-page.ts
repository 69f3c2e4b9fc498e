import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { Barrier, BarrierHistory, Service } from '@headway/contract';
import { type Problem, barrierCategoryLabels, closedToNew } from '@headway/domain';
import { Button, DateInput, GovLink, InsetText } from '@headway/govuk';
import { map, of, switchMap } from 'rxjs';
import { Conflict } from '../platform/conflict';
import { Flash } from '../platform/flash';
import { Resubmission } from '../platform/forms/resubmission';
import { Page } from '../platform/page';
import { problemOf } from '../platform/problem';
import { canPerson } from '../platform/session/can-person';
import { readsTheSame } from '../platform/three-way';
import { Today } from '../platform/today';
import { typedFrom } from '../platform/typed-date';
import { typedDateText } from '../platform/typed-date-text';
import { LockNote } from '../platform/lock-note';
import { BarrierFields } from './barrier-fields';
import { type BarrierInput, barrierChangeForm, barrierDetails, blankBarrier, inputOf } from './barrier-form';
import { ageWords, turnByline } from './barrier-words';
import { BarriersClient } from './barriers.client';
import { type BarrierPageKind, heldBackBy, heldBackPath } from './held-back';

interface Now {
  readonly barrier: Barrier;
  readonly history: BarrierHistory;
}

const words: Readonly<Record<BarrierPageKind, { heading: string; done: string }>> = {
  change: { heading: 'Change this barrier', done: 'Changes saved' },
  resolve: { heading: 'When was this barrier resolved?', done: 'Barrier resolved' },
  reopen: { heading: 'Open this barrier again?', done: 'Barrier opened again' },
};

/** Changes a barrier, resolves it, or opens it again. */
@Component({
  selector: 'hw-barrier-page',
  imports: [BarrierFields, Button, Conflict, DateInput, FormField, GovLink, InsetText, LockNote, Page],
  templateUrl: './barrier-page.html',
})
export class BarrierPage {
  private readonly client = inject(BarriersClient);
  private readonly router = inject(Router);
  private readonly flash = inject(Flash);
  private readonly gone = inject(DestroyRef);
  private readonly can = canPerson();
  private readonly today = inject(Today).date;
  readonly id = input.required<string>();
  /** Of the route: what is done to the barrier. */
  readonly page = input.required<BarrierPageKind>();
  protected readonly labels = barrierCategoryLabels;

  /** The version that the person started from, whether it was resolved, and what somebody saved meanwhile. */
  protected readonly base = signal<Barrier | null>(null);
  protected readonly resolved = signal(false);
  protected readonly theirs = signal<Now | null>(null);
  /** What it holds back, read only where it is to be opened again. */
  private readonly service = signal<Service | null>(null);
  /** Why it cannot be opened again; null where it can. */
  protected readonly closed = computed(
    () => closedToNew(this.service()?.closures ?? [], 'barriers', this.today())?.message ?? null,
  );
  private readonly failure = signal<Problem | null>(null);
  protected readonly problem = computed(() => {
    const owner = this.base()?.organisation.id;
    return owner === undefined || this.can('changeBarrier', owner)
      ? this.failure()
      : problemOf('not_allowed');
  });
  protected readonly heading = computed(() => words[this.page()].heading);
  protected readonly back = computed(() => {
    const base = this.base();
    return base ? heldBackPath(heldBackBy(base)) : undefined;
  });

  private readonly model = signal<BarrierInput>(blankBarrier);
  private readonly schema = computed(() => {
    const before = this.base() ?? { raisedOn: this.today(), resolvedOn: null };
    return barrierChangeForm(this.page(), before, this.resolved(), this.today());
  });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, () => this.schema()));
  protected readonly submission = new Resubmission(this.form);
  protected readonly error = (field: keyof BarrierInput) => this.submission.error(field);
  protected readonly details = barrierDetails;
  protected readonly inputOf = inputOf;
  protected readonly opened = computed(() => inputOf(this.base()!));

  constructor() {
    effect(() => {
      this.id();
      untracked(() => this.load());
    });
  }

  protected load(): void {
    const { page, client } = this;
    client
      .now(this.id())
      .pipe(
        switchMap((now) =>
          page() === 'reopen' && now.barrier.service
            ? client.heldBack(heldBackBy(now.barrier)).pipe(map(({ service }) => ({ ...now, service })))
            : of({ ...now, service: null }),
        ),
      )
      .subscribe({
        next: ({ barrier, service }) => {
          this.service.set(service);
          this.begin(barrier);
        },
        error: (problem: Problem) => this.failure.set(problem),
      });
  }

  private begin(barrier: Barrier): void {
    this.failure.set(null);
    this.resolved.set(barrier.resolvedOn !== null);
    this.model.set({
      ...inputOf(barrier),
      ...(this.page() === 'reopen' ? { resolvedOn: typedFrom(null) } : {}),
    });
    this.base.set(barrier);
  }

  protected save(event?: Event): void {
    event?.preventDefault();
    if (!this.submission.start()) return;
    const { id, version } = this.base()!;
    this.client.change(id, version, this.schema().parse(this.model())).subscribe({
      next: () => this.saved(),
      error: (problem: Problem) =>
        problem.code === 'changed_since_read' ? this.compare() : this.submission.failed(problem),
    });
  }

  /** Somebody was quicker: what they did is fetched, so that both can be seen. */
  private compare(): void {
    this.client.now(this.id()).subscribe({
      next: (now) => {
        this.submission.done();
        const theirs = inputOf(now.barrier);
        if (readsTheSame(this.details, this.opened(), theirs)) this.saveOver(now, this.model());
        // Both did the same: there is nothing left to do or to choose.
        else if (readsTheSame(this.details, this.model(), theirs)) this.saved();
        else this.theirs.set(now);
      },
      error: (problem: Problem) => this.submission.failed(problem),
    });
  }

  private saved(): void {
    if (this.gone.destroyed) return;
    this.flash.success(words[this.page()].done);
    this.leave();
  }

  protected goOn({ barrier }: Now, typed: BarrierInput): void {
    this.base.set(barrier);
    this.model.set(typed);
    // Opened again or resolved by somebody else, it has a date to ask for no longer, or now has one.
    this.resolved.set(typedDateText(typed.resolvedOn) !== '');
    this.theirs.set(null);
  }

  protected saveOver(now: Now, typed: BarrierInput): void {
    this.goOn(now, typed);
    this.save();
  }

  protected happened({ history }: Now): string {
    const [latest] = history.items;
    return latest ? `It was changed on ${turnByline(latest)}.` : '';
  }

  protected leave(): void {
    void this.router.navigateByUrl(this.back()!);
  }

  protected age(barrier: Barrier): string {
    return ageWords(barrier, this.today());
  }

  protected useToday(): void {
    this.form.resolvedOn().value.set(typedFrom(this.today()));
  }
}
