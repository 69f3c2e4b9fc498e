import { Component, input } from '@angular/core';
import { GovLink } from './link';

export interface SummaryAction {
  readonly text: string;
  readonly href: string;
  /** What it acts on, for those who hear the link alone. */
  readonly hidden: string;
}

@Component({
  selector: 'dl[gov-summary-list]',
  host: { class: 'govuk-summary-list', '[class.govuk-summary-list--no-border]': '!border()' },
  template: `<ng-content />`,
})
export class SummaryList {
  readonly border = input(true);
}

@Component({
  selector: 'div[gov-summary-row]',
  imports: [GovLink],
  host: { class: 'govuk-summary-list__row' },
  template: `
    <dt class="govuk-summary-list__key">{{ key() }}</dt>
    <dd class="govuk-summary-list__value"><ng-content /></dd>
    @if (actions().length === 1) {
      <dd class="govuk-summary-list__actions">
        <a class="govuk-link" [govHref]="actions()[0]!.href"
          >{{ actions()[0]!.text }}<span class="govuk-visually-hidden"> {{ actions()[0]!.hidden }}</span></a
        >
      </dd>
    } @else if (actions().length > 1) {
      <dd class="govuk-summary-list__actions">
        <ul class="govuk-summary-list__actions-list">
          @for (action of actions(); track action.href + action.text) {
            <li class="govuk-summary-list__actions-list-item">
              <a class="govuk-link" [govHref]="action.href"
                >{{ action.text }}<span class="govuk-visually-hidden"> {{ action.hidden }}</span></a
              >
            </li>
          }
        </ul>
      </dd>
    }
  `,
})
export class SummaryRow {
  readonly key = input.required<string>();
  readonly actions = input<readonly SummaryAction[]>([]);
}
