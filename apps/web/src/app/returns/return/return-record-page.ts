import { Component, DOCUMENT, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { SubmittedReturn } from '@headway/contract';
import { type Problem, quarterLabel, quarterOf } from '@headway/domain';
import { Button } from '@headway/govuk';
import { Page } from '../../platform/page';
import { openedReturn } from './opened';
import { ReturnClient } from './return.client';
import { momentWords } from './return-words';
import { SubmittedAnswers } from './submitted-answers';
import { SubmittedServices } from './submitted-services';

/** The record that a lead keeps: what was last submitted, just as it was, to be printed. */
@Component({
  selector: 'hw-return-record-page',
  imports: [Button, Page, SubmittedAnswers, SubmittedServices],
  template: `
    <hw-page
      pageTitle="Record of the return"
      [section]="'Return for ' + opened.name()"
      [back]="opened.home()"
      [problem]="opened.state().problem ?? problem()"
      (retry)="read()"
      [loading]="!submitted()"
    >
      @if (submitted(); as submitted) {
        <span class="govuk-caption-l">{{ submitted.organisation.name }}</span>
        <h1 class="govuk-heading-l">Record of the return for {{ label() }}</h1>
        <button gov-button buttonType="button" variant="secondary" (click)="print()">Print this page</button>
        @if (signedOff(); as words) {
          <p class="govuk-body">{{ words }}</p>
        }
        <hw-submitted-answers [submitted]="submitted" [full]="true" />
        <hw-submitted-services [submitted]="submitted" />
      }
    </hw-page>
  `,
})
export class ReturnRecordPage {
  private readonly client = inject(ReturnClient);
  private readonly window = inject(DOCUMENT).defaultView;
  readonly id = input.required<string>();
  readonly slug = input.required<string>();
  protected readonly opened = openedReturn(this.id, this.slug);
  protected readonly submitted = signal<SubmittedReturn | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly label = computed(() => quarterLabel(quarterOf(this.id())!));
  protected readonly signedOff = computed(() => {
    const found = this.opened.found();
    return found?.signedOffAt
      ? `Signed off by ${found.signedOffBy} on ${momentWords(found.signedOffAt)}.`
      : null;
  });

  constructor() {
    effect(() => {
      this.opened.at();
      untracked(() => this.read());
    });
  }

  protected read(): void {
    this.client.submission(this.opened.at()).subscribe({
      next: (submitted) => {
        this.problem.set(null);
        this.submitted.set(submitted);
      },
      error: (problem: Problem) => this.problem.set(problem),
    });
  }

  protected print(): void {
    this.window?.print();
  }
}
