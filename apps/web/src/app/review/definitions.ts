import { Component, input } from '@angular/core';
import type { Review } from '@headway/contract';
import { marks } from './review-words';

/** What terms meant when the quarter was closed, and what the marks and notes of tables say. */
@Component({
  selector: 'hw-review-definitions',
  template: `
    <div class="hw-section">
      <h2 class="govuk-heading-l" id="definitions">Definitions</h2>
      @for (group of review().definitions; track group.heading) {
        <h3 class="govuk-heading-m">{{ group.heading }}</h3>
        <dl class="hw-terms">
          @for (one of group.terms; track one.term) {
            <dt>{{ one.term }}</dt>
            <dd>{{ one.meaning }}</dd>
          }
        </dl>
      }
    </div>
    <div class="hw-section">
      <h2 class="govuk-heading-l" id="marks">Marks and notes</h2>
      <dl class="hw-terms">
        @for (one of marks; track one.mark) {
          <dt>{{ one.mark }}</dt>
          <dd>{{ one.meaning }}</dd>
        }
        @for (note of review().notes; track note.key) {
          <dt>[note {{ $index + 1 }}]</dt>
          <dd>{{ note.text }}</dd>
        }
      </dl>
    </div>
  `,
})
export class Definitions {
  readonly review = input.required<Pick<Review, 'definitions' | 'notes'>>();
  protected readonly marks = marks;
}
