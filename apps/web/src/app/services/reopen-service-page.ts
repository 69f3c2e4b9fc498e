import { Component, computed, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { ServiceReopening } from '@headway/contract';
import { formatDate } from '@headway/domain';
import { Button, DateInput, GovLink, Textarea, noDateParts } from '@headway/govuk';
import * as z from 'zod';
import { dateFields } from '../platform/forms/inputs';
import { Submission } from '../platform/forms/submission';
import { Page } from '../platform/page';
import { LifecyclePage } from './lifecycle';
import { LockNote } from '../platform/lock-note';

const reopening = ServiceReopening.extend({
  on: dateFields('The date it opened again').pipe(
    z.string({ error: 'Enter the date the service opened again' }).pipe(ServiceReopening.shape.on),
  ),
});

@Component({
  selector: 'hw-reopen-service-page',
  imports: [Button, DateInput, FormField, GovLink, LockNote, Page, Textarea],
  template: `
    <hw-page
      [pageTitle]="
        (page.reopened() ? 'Correct when it opened again: ' : 'Reopen ') +
        (page.service()?.name ?? 'a service')
      "
      section="Services"
      [back]="page.back()"
      [errors]="submission.errors()"
      [problem]="page.problem()"
      [loading]="!page.service()"
      (retry)="page.load()"
    >
      @if (page.service(); as service) {
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <span class="govuk-caption-l">{{ service.reference }}</span>
            <h1 class="govuk-heading-l">
              {{
                page.reopened() ? 'Correct when ' + service.name + ' opened again' : 'Reopen ' + service.name
              }}
            </h1>
            @if (!page.closure() && !page.reopened()) {
              <p class="govuk-body">It is not closed.</p>
              <p class="govuk-body">
                <a class="govuk-link" [govHref]="page.back()">Go back to the service</a>
              </p>
            } @else {
              @if (page.reopened(); as reopened) {
                <p class="govuk-body">
                  It closed on {{ date(reopened.closedOn) }} and is recorded as open again from
                  {{ date(reopened.reopenedOn) }}. If it was never really closed, give the day on which it is
                  said to have closed.
                </p>
              } @else {
                <p class="govuk-body">
                  It counts again from the day it opened again, and so do its targets and open barriers. If it
                  was never really closed, give the day on which it is said to have closed{{
                    closed() ? ', ' + closed() : ''
                  }}: then it counts as if it never had.
                </p>
              }
              <hw-lock-note
                [lock]="service.lock"
                changes="dates"
                refused="So it cannot open again on a day up to then."
              />
              <form novalidate (submit)="send($event)">
                <gov-date-input
                  id="on"
                  legend="When did it open again?"
                  legendClasses="govuk-fieldset__legend--s"
                  hint="For example, 1 4 2026"
                  [names]="true"
                  [error]="submission.error('on')"
                  [formField]="form.on"
                />
                <gov-textarea
                  id="note"
                  [label]="page.reopened() ? 'Why was the date wrong?' : 'Why did it open again?'"
                  labelClasses="govuk-label--s"
                  [rows]="3"
                  [error]="submission.error('note')"
                  [formField]="form.note"
                />
                <button gov-button>{{ page.reopened() ? 'Correct the date' : 'Reopen this service' }}</button>
              </form>
            }
          </div>
        </div>
      }
    </hw-page>
  `,
})
export class ReopenServicePage {
  readonly reference = input.required<string>();
  private readonly typed = signal({ on: noDateParts, note: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => reopening));
  protected readonly submission = new Submission(this.form);
  protected readonly page = new LifecyclePage(
    this.reference,
    'closeService',
    (problem) => this.submission.failed(problem),
    ({ name }) =>
      this.correcting ? `The date on which ${name} opened again is corrected` : `${name} is open again`,
  );
  protected readonly date = formatDate;
  private correcting = false;
  protected readonly closed = computed(() => {
    const closure = this.page.closure();
    return closure && formatDate(closure.closedOn);
  });

  protected send(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    this.correcting = this.page.reopened() !== null;
    const body = reopening.parse(this.typed());
    this.page.send({ kind: this.correcting ? 'reopening' : 'reopen', body });
  }
}
