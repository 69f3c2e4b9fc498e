import { Component, computed, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { ServiceClosing } from '@headway/contract';
import { closeReasonDefinitions, closeReasonLabels, closeReasons, formatDate } from '@headway/domain';
import { Button, DateInput, GovLink, Radios, TextInput, Textarea, noDateParts } from '@headway/govuk';
import * as z from 'zod';
import { dateFields, optionalChoice } from '../platform/forms/inputs';
import { Submission } from '../platform/forms/submission';
import { Page } from '../platform/page';
import { readTypedDate } from '../platform/typed-date';
import { FallingConfirmations } from './falling-confirmations';
import { LifecyclePage } from './lifecycle';
import { LockNote } from '../platform/lock-note';

/** From what is typed to what the contract takes; the reference is asked only where the service was merged. */
const closing = ServiceClosing.extend({
  on: dateFields('The date the service closed').pipe(
    z.string({ error: 'Enter the date the service closed' }).pipe(ServiceClosing.shape.on),
  ),
  mergedInto: z
    .string()
    .transform((typed) => typed.trim())
    .pipe(optionalChoice),
}).refine(({ reason, mergedInto }) => reason !== 'merged' || mergedInto, {
  path: ['mergedInto'],
  error: 'Enter the reference of the service that it became part of',
  // Said together with what else is wrong.
  when: () => true,
});

@Component({
  selector: 'hw-close-service-page',
  imports: [
    Button,
    DateInput,
    FallingConfirmations,
    FormField,
    GovLink,
    LockNote,
    Page,
    Radios,
    TextInput,
    Textarea,
  ],
  template: `
    <hw-page
      [pageTitle]="'Close ' + (page.service()?.name ?? 'a service')"
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
            <h1 class="govuk-heading-l">Close {{ service.name }}</h1>
            @if (page.closure(); as closure) {
              <p class="govuk-body">It is closed from {{ formatDate(closure.closedOn) }} already.</p>
              <p class="govuk-body">
                <a class="govuk-link" [govHref]="page.back() + '/reopen'">Reopen this service</a>
              </p>
            } @else {
              <p class="govuk-body">
                From the day it closed it counts nowhere. Its history stays, and every earlier figure stays as
                it is. Closing is not a stage: a service that is closed was at the stage it had reached. Its
                targets and barriers count no longer, and come back if it reopens.
              </p>
              <hw-lock-note
                [lock]="service.lock"
                changes="dates"
                refused="So it cannot close on a day up to then."
              />
              <form novalidate (submit)="send($event)">
                <gov-radios
                  id="reason"
                  legend="Why did it close?"
                  legendClasses="govuk-fieldset__legend--s"
                  [items]="reasons"
                  [error]="submission.error('reason')"
                  [formField]="form.reason"
                />
                @if (form.reason().value() === 'merged') {
                  <gov-text-input
                    id="mergedInto"
                    label="Which service did it become part of?"
                    labelClasses="govuk-label--s"
                    hint="Its reference, for example DWP-014"
                    classes="govuk-input--width-20"
                    autocomplete="off"
                    spellcheck="false"
                    [error]="submission.error('mergedInto')"
                    [formField]="form.mergedInto"
                  />
                }
                <gov-date-input
                  id="on"
                  legend="From when is it closed?"
                  legendClasses="govuk-fieldset__legend--s"
                  hint="The first day on which it is closed, for example 1 4 2026. It may be still to come"
                  [names]="true"
                  [error]="submission.error('on')"
                  [formField]="form.on"
                />
                <gov-textarea
                  id="note"
                  label="Is there anything to add? (optional)"
                  labelClasses="govuk-label--s"
                  [rows]="3"
                  [error]="submission.error('note')"
                  [formField]="form.note"
                />
                <hw-falling-confirmations [reference]="service.reference" [on]="on()" />
                <button gov-button variant="warning">Close this service</button>
              </form>
            }
          </div>
        </div>
      }
    </hw-page>
  `,
})
export class CloseServicePage {
  readonly reference = input.required<string>();
  private readonly typed = signal({ reason: '', mergedInto: '', on: noDateParts, note: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => closing));
  protected readonly submission = new Submission(this.form);
  protected readonly page = new LifecyclePage(
    this.reference,
    'closeService',
    (problem) => this.submission.failed(problem),
    ({ name, closures }) => `${name} is closed from ${formatDate(closures.at(-1)!.closedOn)}`,
  );
  protected readonly on = computed(() => {
    const read = readTypedDate(this.typed().on, '');
    return typeof read === 'string' ? read : null;
  });
  protected readonly formatDate = formatDate;
  protected readonly reasons = closeReasons.map((value) => ({
    value,
    text: closeReasonLabels[value],
    hint: closeReasonDefinitions[value],
  }));

  protected send(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    const { on, reason, mergedInto, note } = closing.parse(this.typed());
    const body = { on, reason, mergedInto: reason === 'merged' ? mergedInto : null, note };
    this.page.send({ kind: 'close', body });
  }
}
