import { Component, computed, input, model } from '@angular/core';
import type { Organisation } from '@headway/contract';
import { audienceDefinitions, audienceLabels, audiences } from '@headway/domain';
import { Checkboxes, Radios } from '@headway/govuk';

const audienceItems = [
  { value: '', text: 'Everyone', id: 'audience' },
  ...audiences.map((value) => ({ value, text: audienceLabels[value], hint: audienceDefinitions[value] })),
];

/** Whose services, and who they are for: the same choice on the list, the portfolio, a comparison and signals. */
@Component({
  selector: 'hw-whose-fields',
  imports: [Checkboxes, Radios],
  template: `
    <gov-radios
      [id]="'audience'"
      legend="Who it is for"
      legendClasses="govuk-fieldset__legend--s"
      [small]="true"
      [items]="audienceItems"
      [(value)]="audience"
    />
    @if (organisationItems(); as items) {
      <div class="hw-tall-choices">
        <gov-checkboxes
          [id]="'organisation'"
          legend="Organisation"
          legendClasses="govuk-fieldset__legend--s"
          [small]="true"
          [items]="items"
          [(value)]="organisation"
        />
      </div>
    } @else if (organisations() === null) {
      <p class="govuk-body">The organisations could not be read. Reload the page to choose among them.</p>
    }
  `,
})
export class WhoseFields {
  readonly organisation = model.required<readonly string[]>();
  readonly audience = model.required<string>();
  /** Undefined while they are read, null where they cannot be. */
  readonly organisations = input.required<readonly Organisation[] | null | undefined>();
  protected readonly audienceItems = audienceItems;
  protected readonly organisationItems = computed(() =>
    this.organisations()?.map(({ slug, name }) => ({ value: slug, text: name })),
  );
}
