import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { pulseBase, pulseResultIn, pulseSentence, uncapitalised } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { catchError, of, switchMap } from 'rxjs';
import { PulseClient } from './pulse.client';

/** What the staff of an organisation said in the last wave, in a sentence; nothing where that cannot be shown. */
@Component({
  selector: 'hw-staff-say',
  imports: [GovLink],
  template: `
    @if (said(); as said) {
      <p class="govuk-body">
        {{ said }}
        <a class="govuk-link" [govHref]="'/pulse?organisation=' + slug()">See all that its staff said</a>
      </p>
    }
  `,
})
export class StaffSay {
  private readonly client = inject(PulseClient);
  readonly slug = input.required<string>();
  private readonly results = toSignal(
    toObservable(this.slug).pipe(
      switchMap((slug) =>
        this.client
          .results({ organisation: [slug], question: ['online'], grade: ['senior_civil_servant'] })
          .pipe(catchError(() => of(null))),
      ),
    ),
  );
  protected readonly said = computed(() => {
    const result = pulseResultIn(this.results()?.items ?? [], 'online', this.slug());
    if (result?.status !== 'shown') return null;
    return `In the pulse survey its staff said of ${uncapitalised(pulseSentence(result))} ${pulseBase(result)}`;
  });
}
