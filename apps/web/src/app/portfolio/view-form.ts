import { Component, input, linkedSignal, output } from '@angular/core';
import { FormField, form, validate } from '@angular/forms/signals';
import { type CalendarDate, audiences } from '@headway/domain';
import { Button, DateInput, type DateParts } from '@headway/govuk';
import { Submission } from '../platform/forms/submission';
import { PastFields } from '../platform/past/past-fields';
import { type TypedPast, pastTyped, typedPast, wrongDate } from '../platform/past/typed-past';
import { readTypedDate, typedFrom } from '../platform/typed-date';
import { organisationsToChoose } from '../services/chosen-organisations';
import { WhoseFields } from '../services/whose-fields';
import type { PortfolioView } from './portfolio.view';

/** Chooses which past and whose services; the page puts the choice into its address, and follows that. */
@Component({
  selector: 'hw-view-form',
  imports: [Button, DateInput, FormField, PastFields, WhoseFields],
  templateUrl: './view-form.html',
})
export class ViewForm {
  readonly view = input.required<PortfolioView>();
  readonly today = input.required<CalendarDate>();
  /** Whether the page compares with another date. */
  readonly comparing = input(true);
  readonly chosen = output<PortfolioView>();
  protected readonly organisations = organisationsToChoose(() => this.view().organisation);
  private readonly typed = linkedSignal(() => ({
    ...typedPast(this.view()),
    compareWith: typedFrom(this.view().compareWith),
    audience: (this.view().audience ?? '') as string,
    organisation: this.view().organisation,
  }));
  protected readonly form = form(this.typed, (path) => {
    validate(path.on, ({ value }) => wrongDate('on', value(), this.today()));
    validate(path.asKnownAt, ({ value }) => wrongDate('asKnownAt', value(), this.today()));
    validate(path.compareWith, ({ value, valueOf }) => {
      const [date, on] = [
        this.compared(value()),
        readTypedDate(valueOf(path.on), '', { latest: this.today() }),
      ];
      if (date === null) return null;
      if (typeof date === 'object') return { kind: 'date', message: date.message };
      const shown = typeof on === 'string' ? on : this.today();
      return date < shown
        ? null
        : { kind: 'date', message: 'The date to compare with must be before the date shown' };
    });
  });
  readonly submission = new Submission(this.form);
  protected readonly pastError = (field: keyof TypedPast) => this.submission.error(field);

  protected show(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    this.submission.done();
    const typed = this.typed();
    const audience = audiences.find((one) => one === typed.audience) ?? null;
    const compareWith = this.compared(typed.compareWith) as CalendarDate | null;
    const past = pastTyped(typed, this.view(), this.today());
    this.chosen.emit({ ...past, organisation: typed.organisation, audience, compareWith });
  }

  private compared(typed: DateParts) {
    return readTypedDate(typed, 'The date to compare with', { latest: this.today() });
  }
}
