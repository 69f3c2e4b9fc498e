import { Component, effect, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { Withdrawal, type WithdrawalReport } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { Button, GovLink, Textarea, WarningText } from '@headway/govuk';
import { Flash } from '../../platform/flash';
import { Submission } from '../../platform/forms/submission';
import { Page } from '../../platform/page';
import { changeHeading, whatIsUndone } from './change-words';
import { ChangesClient } from './changes.client';

/** Takes a change back that should not have been recorded, while nothing rests on it. */
@Component({
  selector: 'hw-withdraw-page',
  imports: [Button, FormField, GovLink, Page, Textarea, WarningText],
  template: `
    <hw-page
      pageTitle="Withdraw a change"
      section="Departments"
      [back]="back()"
      [errors]="submission.errors()"
      [problem]="problem()"
      [loading]="!report()"
      (retry)="load()"
    >
      @if (report(); as report) {
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <span class="govuk-caption-l">{{ heading(report) }}</span>
            @if (report.inTheWay.length) {
              <h1 class="govuk-heading-l">This change cannot be withdrawn</h1>
              <p class="govuk-body">Something rests on it:</p>
              <ul class="govuk-list govuk-list--bullet">
                @for (line of report.inTheWay; track line) {
                  <li>{{ line }}</li>
                }
              </ul>
              <p class="govuk-body">
                Undo that first, or
                <a class="govuk-link" govHref="/departments/reorganise">record another change with a date</a>.
              </p>
            } @else {
              <h1 class="govuk-heading-l">Withdraw this change</h1>
              <p class="govuk-body">Withdraw it only if it should never have been recorded. When you do:</p>
              <ul class="govuk-list govuk-list--bullet">
                @for (line of undone(report); track line) {
                  <li>{{ line }}</li>
                }
                <li>returns of open quarters are asked as they were before</li>
                <li>its history goes on saying that it was recorded, and why it was withdrawn</li>
              </ul>
              <gov-warning-text>
                Figures of every date since then are what they were before the change was recorded.
              </gov-warning-text>
              <form novalidate (submit)="withdraw($event)">
                <gov-textarea
                  id="reason"
                  label="Why is it withdrawn?"
                  labelClasses="govuk-label--s"
                  hint="It is shown in the history. Do not include personal details"
                  [rows]="4"
                  [error]="submission.error('reason')"
                  [formField]="form.reason"
                />
                <button gov-button variant="warning">Withdraw this change</button>
              </form>
            }
          </div>
        </div>
      }
    </hw-page>
  `,
})
export class WithdrawPage {
  private readonly client = inject(ChangesClient);
  private readonly router = inject(Router);
  private readonly flash = inject(Flash);
  readonly slug = input.required<string>();
  readonly id = input.required<string>();
  protected readonly back = () => `/departments/${this.slug()}/changes`;
  protected readonly report = signal<WithdrawalReport | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly heading = changeHeading;
  protected readonly undone = whatIsUndone;
  private readonly typed = signal({ reason: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => Withdrawal));
  protected readonly submission = new Submission(this.form);

  constructor() {
    effect(() => this.load());
  }

  protected load(): void {
    this.problem.set(null);
    this.client.look(this.id()).subscribe({
      next: (report) => this.report.set(report),
      error: (problem: Problem) => this.problem.set(problem),
    });
  }

  protected withdraw(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    this.client.withdraw(this.id(), Withdrawal.parse(this.typed())).subscribe({
      next: (report) => {
        this.flash.success(`${changeHeading(report)} withdrawn`);
        // The organisation itself may have begun by it.
        const begun = report.organisations.some(
          ({ slug, change }) => slug === this.slug() && change === 'created',
        );
        void this.router.navigateByUrl(begun ? '/departments' : this.back());
      },
      error: (problem: Problem) => this.submission.failed(problem),
    });
  }
}
