import { Component, computed, input, output } from '@angular/core';
import { countOf } from '@headway/domain';
import { Button, WarningText } from '@headway/govuk';

/** What is said of services that went elsewhere meanwhile; everything else stays as it is. */
@Component({
  selector: 'hw-left-out',
  imports: [Button, WarningText],
  template: `
    <section aria-labelledby="left-out">
      <gov-warning-text
        ><span id="left-out">{{ words() }}</span></gov-warning-text
      >
      <ul class="govuk-list govuk-list--bullet">
        @for (name of names(); track name) {
          <li>{{ name }}</li>
        }
      </ul>
      <button gov-button buttonType="button" variant="secondary" (click)="leaveOut.emit()">
        {{ names().length === 1 ? 'Leave it out' : 'Leave them out' }}
      </button>
    </section>
  `,
})
export class LeftOut {
  readonly names = input.required<readonly string[]>();
  readonly why = input('no longer yours to record, or closed');
  readonly leaveOut = output();
  protected readonly words = computed(() => {
    const number = this.names().length;
    return `${countOf(number)} ${number === 1 ? 'is' : 'are'} ${this.why()}. Nothing else is touched by this.`;
  });
}
