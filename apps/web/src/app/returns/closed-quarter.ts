import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { quarterName } from '@headway/domain';
import { InsetText } from '@headway/govuk';
import { catchError, of } from 'rxjs';
import { ReturnClient } from './return/return.client';

/** Says of a closed quarter, before anything is typed, that its review keeps what it said when it closed. */
@Component({
  selector: 'hw-closed-quarter',
  imports: [InsetText],
  template: `
    @if (closed()) {
      <gov-inset-text
        >{{ name() }} is closed. What you record here shows in Headway from now on, but the review of
        {{ name() }} keeps what it said when it closed.</gov-inset-text
      >
    }
  `,
})
export class ClosedQuarter {
  readonly quarter = input.required<string>();
  /** The page stands without what cannot be read. */
  private readonly quarters = toSignal(
    inject(ReturnClient)
      .quarters()
      .pipe(catchError(() => of({ items: [] }))),
    { initialValue: { items: [] } },
  );
  protected readonly name = computed(() => quarterName(this.quarter()));
  protected readonly closed = computed(() =>
    this.quarters().items.some(({ id, state }) => id === this.quarter() && state === 'closed'),
  );
}
