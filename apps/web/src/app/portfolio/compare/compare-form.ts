import { Component, inject, input, linkedSignal } from '@angular/core';
import { FormField, form, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { type CalendarDate, audiences } from '@headway/domain';
import { Button, DateInput, type DateParts, Radios } from '@headway/govuk';
import { Submission } from '../../platform/forms/submission';
import { readTypedDate, typedFrom } from '../../platform/typed-date';
import { organisationsToChoose } from '../../services/chosen-organisations';
import { WhoseFields } from '../../services/whose-fields';
import { type CompareView, listing } from './compare.view';

const boundaries = [
  { value: 'then', text: 'Departments as they were on each date' },
  { value: 'today', text: 'Departments as they are today' },
];

/** Chooses the two dates and whose services are compared; the choice goes into the address. */
@Component({
  selector: 'hw-compare-form',
  imports: [Button, DateInput, FormField, Radios, WhoseFields],
  template: `
    <form novalidate (submit)="show($event)">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <gov-date-input
            [id]="'from'"
            legend="First date"
            legendClasses="govuk-fieldset__legend--s"
            hint="For example, 31 3 2025 or 31 March 2025"
            [names]="true"
            [error]="submission.error('from')"
            [formField]="form.from"
          />
          <gov-date-input
            [id]="'to'"
            legend="Second date"
            legendClasses="govuk-fieldset__legend--s"
            hint="Leave blank for today"
            [names]="true"
            [error]="submission.error('to')"
            [formField]="form.to"
          />
        </div>
        <div class="govuk-grid-column-one-half">
          <gov-radios
            [id]="'boundaries'"
            legend="Services counted under"
            legendClasses="govuk-fieldset__legend--s"
            [small]="true"
            [items]="boundaries"
            [formField]="form.boundaries"
          />
          <hw-whose-fields
            [(audience)]="form.audience().value"
            [(organisation)]="form.organisation().value"
            [organisations]="organisations()"
          />
        </div>
      </div>
      <button gov-button variant="secondary">Compare</button>
    </form>
  `,
})
export class CompareForm {
  private readonly router = inject(Router);
  readonly view = input.required<CompareView>();
  readonly today = input.required<CalendarDate>();
  protected readonly boundaries = boundaries;
  protected readonly organisations = organisationsToChoose(() => this.view().chosen.organisation);
  private readonly typed = linkedSignal(() => {
    const { from, to, chosen } = this.view();
    return {
      from: typedFrom(from),
      to: typedFrom(to === this.today() ? null : to),
      boundaries: chosen.boundaries as string,
      audience: (chosen.audience ?? '') as string,
      organisation: chosen.organisation,
    };
  });
  protected readonly form = form(this.typed, (path) => {
    validate(path.from, ({ value, valueOf }) => {
      const [from, to] = [this.read(value(), 'first'), this.read(valueOf(path.to), 'second') ?? this.today()];
      if (from === null) return wrong('Enter the first date');
      if (typeof from === 'object') return wrong(from.message);
      return typeof to === 'string' && from >= to ? wrong('The first date must be before the second') : null;
    });
    validate(path.to, ({ value }) => {
      const to = this.read(value(), 'second');
      return to !== null && typeof to === 'object' ? wrong(to.message) : null;
    });
  });
  readonly submission = new Submission(this.form);

  protected show(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    this.submission.done();
    const { from, to, boundaries: by, audience, organisation } = this.typed();
    const chosen = {
      ...this.view().chosen,
      organisation,
      boundaries: by === 'today' ? ('today' as const) : ('then' as const),
      audience: audiences.find((one) => one === audience) ?? null,
    };
    const view = {
      ...this.view(),
      from: this.read(from, 'first') as CalendarDate,
      to: (this.read(to, 'second') as CalendarDate | null) ?? this.today(),
      chosen,
    };
    void this.router.navigate(['/portfolio/compare'], { queryParams: listing(view, {}) });
  }

  private read(typed: DateParts, which: 'first' | 'second') {
    return readTypedDate(typed, `The ${which} date`, { latest: this.today() });
  }
}

function wrong(message: string) {
  return { kind: 'date', message };
}
