import { Component, inject, input, linkedSignal } from '@angular/core';
import { form, validate } from '@angular/forms/signals';
import { ActivatedRoute, Router } from '@angular/router';
import type { CalendarDate, PastChoice } from '@headway/domain';
import { Button } from '@headway/govuk';
import { Submission } from '../platform/forms/submission';
import { pastParams } from '../platform/past/past-choice';
import { PastFields } from '../platform/past/past-fields';
import { type TypedPast, pastTyped, typedPast, wrongDate } from '../platform/past/typed-past';

/** Chooses which past of a service is shown; the choice goes into the address, and the page follows it. */
@Component({
  selector: 'hw-service-view-form',
  imports: [Button, PastFields],
  template: `
    <form novalidate (submit)="show($event)">
      <hw-past-fields
        [(on)]="form.on().value"
        [(asKnownAt)]="form.asKnownAt().value"
        [(boundaries)]="form.boundaries().value"
        [error]="error"
      />
      <button gov-button variant="secondary">Show</button>
    </form>
  `,
})
export class ServiceViewForm {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  readonly past = input.required<PastChoice>();
  readonly today = input.required<CalendarDate>();
  private readonly typed = linkedSignal(() => typedPast(this.past()));
  protected readonly form = form(this.typed, (path) => {
    validate(path.on, ({ value }) => wrongDate('on', value(), this.today()));
    validate(path.asKnownAt, ({ value }) => wrongDate('asKnownAt', value(), this.today()));
  });
  readonly submission = new Submission(this.form);
  protected readonly error = (field: keyof TypedPast) => this.submission.error(field);

  protected show(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    this.submission.done();
    const past = pastTyped(this.typed(), this.past(), this.today());
    void this.router.navigate([], { relativeTo: this.route, queryParams: pastParams(past) });
  }
}
