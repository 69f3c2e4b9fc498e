import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField, form, validate } from '@angular/forms/signals';
import { ActivatedRoute, Router } from '@angular/router';
import type { Threshold } from '@headway/contract';
import {
  type Problem,
  defaultThresholds,
  formatDate,
  londonDate,
  signalDefinition,
  signalLabels,
  thresholdBroken,
  thresholdWords,
} from '@headway/domain';
import { Button, GovLink, TextInput, Textarea } from '@headway/govuk';
import { Conflict } from '../../platform/conflict';
import { Flash } from '../../platform/flash';
import { Submission } from '../../platform/forms/submission';
import { Page } from '../../platform/page';
import { problemOf } from '../../platform/problem';
import { canPerson } from '../../platform/session/can-person';
import type { Detail } from '../../platform/three-way';
import { PortfolioClient } from '../portfolio.client';
import { addressOf } from '../portfolio.view';

interface Typed {
  readonly value: string;
  readonly reason: string;
}

/** Sets from when on a signal shows; every value that was set stays readable, with its reason. */
@Component({
  selector: 'hw-threshold-page',
  imports: [Button, Conflict, FormField, GovLink, Page, TextInput, Textarea],
  templateUrl: './threshold-page.html',
})
export class ThresholdPage {
  private readonly client = inject(PortfolioClient);
  private readonly router = inject(Router);
  private readonly flash = inject(Flash);
  private readonly can = canPerson();
  readonly signal = input.required<string>();
  /** The signals as they were chosen. */
  protected readonly back = addressOf('/portfolio/signals', inject(ActivatedRoute).snapshot.queryParams);

  protected readonly threshold = signal<Threshold | null>(null);
  private readonly failure = signal<Problem | null>(null);
  protected readonly problem = computed(() =>
    this.can('setThreshold') ? this.failure() : problemOf('not_allowed'),
  );
  protected readonly heading = computed(() => {
    const threshold = this.threshold();
    return threshold ? `Threshold: ${signalLabels[threshold.signal].toLowerCase()}` : 'Threshold';
  });
  protected readonly now = computed(() => {
    const { signal: which, value } = this.threshold()!;
    return signalDefinition(which, { ...defaultThresholds, [which]: value });
  });
  protected readonly history = computed(() => {
    const { signal: which, history } = this.threshold()!;
    return history.map(({ value, reason, setAt, setBy }) => ({
      ...{ reason, setAt, setBy },
      value: thresholdWords(which, value),
      date: formatDate(londonDate(new Date(setAt))),
    }));
  });
  protected readonly unless = computed(() => {
    const { signal: which, default: usual } = this.threshold()!;
    return thresholdWords(which, usual);
  });

  /** What somebody set meanwhile; a value and its reason are one statement, on top of theirs or not at all. */
  protected readonly theirs = signal<Threshold | null>(null);
  protected readonly versions = computed(() => {
    const { value, history } = this.theirs()!;
    const theirs = { value: String(value), reason: history[0]?.reason ?? '' };
    return { base: theirs, mine: this.model(), theirs };
  });
  protected readonly happened = computed(() => {
    const latest = this.theirs()?.history[0];
    return latest
      ? `It was set on ${formatDate(londonDate(new Date(latest.setAt)))}, by ${latest.setBy}.`
      : '';
  });
  protected readonly details: readonly Detail<Typed>[] = [
    { field: 'value', label: 'Threshold', words: ({ value }) => this.words(value) },
    { field: 'reason', label: 'Reason', words: ({ reason }) => reason },
  ];

  private readonly model = signal<Typed>({ value: '', reason: '' });
  protected readonly form = form(this.model, (path) => {
    validate(path.value, ({ value }) => {
      const threshold = this.threshold();
      const broken = threshold && thresholdBroken(threshold.signal, threshold.value, numberOf(value()));
      return broken ? { kind: broken.code, message: broken.message } : null;
    });
    validate(path.reason, ({ value }) =>
      value().trim() ? null : { kind: 'missing', message: 'Enter a reason why the threshold changes' },
    );
  });
  protected readonly submission = new Submission(this.form);

  constructor() {
    effect(() => {
      this.signal();
      untracked(() => this.load());
    });
  }

  protected load(): void {
    this.client.thresholds().subscribe({
      next: ({ items }) => {
        const threshold = items.find((one) => one.signal === this.signal()) ?? null;
        this.failure.set(threshold ? null : problemOf('not_found'));
        this.threshold.set(threshold);
        if (threshold && this.model().value === '')
          this.model.set({ value: String(threshold.value), reason: '' });
      },
      error: (problem: Problem) => this.failure.set(problem),
    });
  }

  protected save(event?: Event): void {
    event?.preventDefault();
    const threshold = this.threshold();
    if (!threshold || !this.submission.start()) return;
    const { value, reason } = this.model();
    this.client.setThreshold(threshold, { value: numberOf(value), reason }).subscribe({
      next: ({ signal: which, value: set }) => {
        this.submission.done();
        this.flash.success(`${signalLabels[which]}: the threshold is now ${thresholdWords(which, set)}`);
        this.leave();
      },
      error: (problem: Problem) => {
        if (problem.code === 'changed_since_read') this.compare();
        else this.submission.failed(problem);
      },
    });
  }

  private compare(): void {
    this.client.thresholds().subscribe({
      next: ({ items }) => {
        this.submission.done();
        this.theirs.set(items.find((one) => one.signal === this.signal())!);
      },
      error: (problem: Problem) => this.submission.failed(problem),
    });
  }

  protected goOn(theirs: Threshold): void {
    this.threshold.set(theirs);
    this.theirs.set(null);
  }

  protected saveOver(theirs: Threshold): void {
    this.goOn(theirs);
    this.save();
  }

  protected leave(): void {
    void this.router.navigateByUrl(this.back);
  }

  private words(typed: string): string {
    const value = numberOf(typed);
    return Number.isNaN(value) ? typed : thresholdWords(this.threshold()!.signal, value);
  }
}

/** Nothing but digits is a number. */
function numberOf(text: string): number {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : NaN;
}
