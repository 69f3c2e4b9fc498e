import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { reorganisationDefinitions, reorganisationKinds, reorganisationLabels } from '@headway/domain';
import { Button, Radios } from '@headway/govuk';
import { Page } from '../../platform/page';

/** What kind of change in the machinery of government it is. */
@Component({
  selector: 'hw-choose-reorganisation-page',
  imports: [Button, Page, Radios],
  template: `
    <hw-page pageTitle="What changes?" section="Departments" back="/departments" [errors]="errors()">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <form novalidate (submit)="go($event)">
            <gov-radios
              id="kind"
              legend="What changes?"
              legendClasses="govuk-fieldset__legend--l"
              [pageHeading]="true"
              hint="Each takes effect from a date. You see what it comes to before anything is saved."
              [items]="kinds"
              [error]="error()"
              [(value)]="kind"
            />
            <button gov-button>Continue</button>
          </form>
        </div>
      </div>
    </hw-page>
  `,
})
export class ChooseReorganisationPage {
  private readonly router = inject(Router);
  /** The organisation that it is about, where the reader comes from its page. */
  readonly organisation = input<string>();
  protected readonly kind = signal('');
  protected readonly error = signal<string | undefined>(undefined);
  protected readonly errors = computed(() => {
    const text = this.error();
    return text ? [{ text, href: '#kind' }] : [];
  });
  protected readonly kinds = reorganisationKinds.map((value) => ({
    value,
    text: reorganisationLabels[value],
    hint: reorganisationDefinitions[value],
  }));

  protected go(event: Event): void {
    event.preventDefault();
    this.error.set(this.kind() ? undefined : 'Select what changes');
    if (this.kind())
      void this.router.navigate(['/departments/reorganise', this.kind()], {
        queryParamsHandling: 'preserve',
      });
  }
}
