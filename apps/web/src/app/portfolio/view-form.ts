import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { FormField, form, validate } from '@angular/forms/signals';
import { type CalendarDate, audienceDefinitions, audienceLabels, audiences } from '@headway/domain';
import { Button, DateInput, Radios } from '@headway/govuk';
import { Submission } from '../platform/forms/submission';
import { readTypedDate, typedFrom } from '../platform/typed-date';
import { type PortfolioView, paramsOf } from './portfolio.view';

const what = 'The date to show the position on';

/** Chooses date and audience; the choice goes into the address, and the page follows the address. */
@Component({
  selector: 'hw-view-form',
  imports: [Button, DateInput, FormField, Radios, RouterLink],
  templateUrl: './view-form.html',
})
export class ViewForm {
  private readonly router = inject(Router);
  readonly view = input.required<PortfolioView>();
  readonly today = input.required<CalendarDate>();
  protected readonly audienceChoices = [
    { value: '', text: 'All services' },
    ...audiences.map((value) => ({ value, text: audienceLabels[value], hint: audienceDefinitions[value] })),
  ];
  protected readonly todayParams = computed(() => paramsOf({ ...this.view(), on: null }));
  private readonly typed = linkedSignal(() => ({
    on: typedFrom(this.view().on),
    audience: this.view().audience ?? '',
  }));
  protected readonly form = form(this.typed, (path) => {
    validate(path.on, ({ value }) => {
      const read = readTypedDate(value(), what, { latest: this.today() });
      return read !== null && typeof read === 'object' ? { kind: 'date', message: read.message } : null;
    });
  });
  readonly submission = new Submission(this.form);

  protected show(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    const { on: typed, audience } = this.typed();
    const on = readTypedDate(typed, what, { latest: this.today() }) as CalendarDate | null;
    const chosen = audiences.find((one) => one === audience) ?? null;
    const view = { ...this.view(), on: on === this.today() ? null : on, audience: chosen };
    this.submission.done();
    void this.router.navigate(['/portfolio'], { queryParams: paramsOf(view) });
  }
}
