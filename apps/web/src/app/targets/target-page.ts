import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { Service, TargetChange, TargetHistory } from '@headway/contract';
import { type Problem, closedToNew, formatDate, stageDefinitions, stageLabels } from '@headway/domain';
import { Button, DateInput, GovLink, InsetText, Textarea } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { Conflict } from '../platform/conflict';
import { Flash } from '../platform/flash';
import { Submission } from '../platform/forms/submission';
import { Page } from '../platform/page';
import { problemOf } from '../platform/problem';
import { canPerson } from '../platform/session/can-person';
import { Today } from '../platform/today';
import { typedDateText } from '../platform/typed-date-text';
import { servicePath } from '../services/list-choice';
import { LockNote } from '../platform/lock-note';
import { ServicesApi } from '../services/services.actions';
import { blankTarget, dateWords, targetDetails, targetForm } from './target-form';
import { aims, settingWords, stageOfPath, targetFor, targetPath, targetSentence } from './target-words';
import { TargetsClient } from './targets.client';

interface Now {
  readonly service: Service;
  readonly history: TargetHistory;
}

/** Sets, changes or gives up the date by which a service should be live, or redesigned. */
@Component({
  selector: 'hw-target-page',
  imports: [Button, Conflict, DateInput, FormField, GovLink, InsetText, LockNote, Page, Textarea],
  templateUrl: './target-page.html',
})
export class TargetPage {
  private readonly client = inject(TargetsClient);
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly flash = inject(Flash);
  private readonly gone = inject(DestroyRef);
  private readonly can = canPerson();
  readonly reference = input.required<string>();
  readonly stage = input.required<string>();
  /** Of the route: whether the target is taken away altogether. */
  readonly givingUp = input(false);

  protected readonly aims = aims;
  protected readonly stageLabels = stageLabels;
  protected readonly stageDefinitions = stageDefinitions;
  protected readonly path = targetPath;
  protected readonly servicePath = servicePath;
  protected readonly sentence = targetSentence;
  private readonly today = inject(Today).date;

  /** The version that the person started from, and what somebody saved meanwhile. */
  protected readonly base = signal<Service | null>(null);
  protected readonly theirs = signal<Now | null>(null);
  private readonly failure = signal<Problem | null>(null);
  protected readonly stageAimedAt = computed(() => stageOfPath(this.stage()));
  protected readonly target = computed(() => targetFor(this.base(), this.stageAimedAt()));
  protected readonly problem = computed(() => {
    const owner = this.base()?.organisation.id;
    if (this.stageAimedAt() === null) return problemOf('not_found');
    return owner === undefined || this.can('setTarget', owner) ? this.failure() : problemOf('not_allowed');
  });
  /** Why it takes no target; null where it does. */
  protected readonly closed = computed(
    () => closedToNew(this.base()?.closures ?? [], 'targets', this.today())?.message ?? null,
  );
  protected readonly heading = computed(() => {
    const aim = aims[this.stageAimedAt() ?? 'live'];
    if (this.givingUp()) return `Give up the target to ${aim}`;
    return this.target()?.dueOn ? `Change the date by which it should ${aim}` : `By when should it ${aim}?`;
  });
  protected readonly dateHint = computed(() => {
    const example = 'For example, 31 3 2027 or 31 March 2027';
    return this.target()?.dueOn
      ? example
      : `${example}. It may be in the past, where it was promised by then`;
  });

  private readonly model = signal(blankTarget);
  private readonly schema = computed(() =>
    targetForm(this.base() ?? { opensOn: null }, this.target(), this.givingUp(), this.today()),
  );
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, () => this.schema()));
  protected readonly submission = new Submission(this.form);
  protected readonly details = targetDetails;
  /** A date and its reason are one statement: it stands on top of theirs, or is given up. */
  protected readonly versions = computed(() => {
    const { service, history } = this.theirs()!;
    const latest = history.items.find(({ stage }) => stage === this.stageAimedAt());
    const now = targetFor(service, this.stageAimedAt());
    const theirs = { date: now ? dateWords(now.dueOn) : '', reason: latest?.reason ?? '' };
    const { dueOn, reason } = this.model();
    const mine = { date: this.givingUp() ? dateWords(null) : typedDateText(dueOn), reason };
    return { base: theirs, mine, theirs };
  });
  protected readonly happened = computed(() => {
    const latest = this.theirs()!.history.items.find(({ stage }) => stage === this.stageAimedAt());
    return latest ? `It was set on ${settingWords(latest).byline}.` : '';
  });

  constructor() {
    effect(() => {
      this.reference();
      untracked(() => this.load());
    });
  }

  protected load(): void {
    if (this.stageAimedAt() === null) return;
    this.client.now(this.reference()).subscribe({
      next: ({ service }) => {
        this.failure.set(null);
        this.base.set(service);
      },
      error: (problem: Problem) => this.failure.set(problem),
    });
  }

  protected save(event?: Event): void {
    event?.preventDefault();
    if (!this.submission.start()) return;
    const { reference, version } = this.base()!;
    const change = this.schema().parse(this.model());
    this.client.set(reference, this.stageAimedAt()!, version, change).subscribe({
      next: (service) => this.saved(service, change),
      error: (problem: Problem) =>
        problem.code === 'changed_since_read' ? this.compare() : this.submission.failed(problem),
    });
  }

  /** Somebody was quicker: what they did is shown, unless they left this target as it was. */
  private compare(): void {
    this.client.now(this.reference()).subscribe({
      next: (now) => {
        this.submission.done();
        const theirs = targetFor(now.service, this.stageAimedAt());
        if (theirs?.dueOn === this.target()?.dueOn) this.saveOver(now);
        else this.theirs.set(now);
      },
      error: (problem: Problem) => this.submission.failed(problem),
    });
  }

  private saved(service: Service, { dueOn }: TargetChange): void {
    this.store.dispatch(ServicesApi.changed({ service }));
    if (this.gone.destroyed) return;
    const aim = aims[this.stageAimedAt()!];
    this.flash.success(
      dueOn
        ? `${service.name} should ${aim} by ${formatDate(dueOn)}`
        : `You gave up the target for ${service.name} to ${aim}`,
    );
    this.leave();
  }

  protected goOn({ service }: Now): void {
    this.base.set(service);
    this.theirs.set(null);
  }

  protected saveOver(now: Now): void {
    this.goOn(now);
    this.save();
  }

  protected leave(): void {
    void this.router.navigateByUrl(servicePath(this.reference()));
  }
}
