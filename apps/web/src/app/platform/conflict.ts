import { Component, type ElementRef, afterNextRender, input, output, viewChild } from '@angular/core';
import { Button } from '@headway/govuk';
import { headingFocus } from './focus-heading';

export interface ConflictRow {
  readonly label: string;
  readonly theirs: string;
  /** Null where the reader left it as it was. */
  readonly yours: string | null;
}

/** Two people changed the same thing: both versions side by side, and the choice is the reader's. */
@Component({
  selector: 'hw-conflict',
  imports: [Button],
  template: `
    <h1 #heading class="govuk-heading-l" tabindex="-1">Somebody changed this while you were typing</h1>
    <p class="govuk-body">Nothing of yours is saved yet, and nothing is lost.</p>
    <div class="hw-scroll" role="region" aria-label="Both versions" tabindex="0">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">
          Both versions
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">Detail</th>
            <th scope="col" class="govuk-table__header">Saved now, by somebody else</th>
            <th scope="col" class="govuk-table__header">What you typed</th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          @for (row of rows(); track row.label) {
            @let differs = row.yours !== null && row.yours !== row.theirs;
            <tr class="govuk-table__row" [class.hw-differs]="differs">
              <th scope="row" class="govuk-table__header">{{ row.label }}</th>
              <td class="govuk-table__cell">{{ row.theirs || 'None' }}</td>
              <td class="govuk-table__cell">
                {{ row.yours === null ? 'Not changed' : row.yours || 'None' }}
                @if (differs) {
                  <strong class="hw-quiet">(different)</strong>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    <div class="govuk-button-group">
      <button gov-button buttonType="button" (click)="keepYours.emit()">Save what I typed</button>
      <button gov-button buttonType="button" variant="secondary" (click)="edit.emit(); focusHeading()">
        Go back to what I typed
      </button>
      <button gov-button buttonType="button" variant="secondary" (click)="keepTheirs.emit(); focusHeading()">
        Discard what I typed
      </button>
    </div>
  `,
})
export class Conflict {
  readonly rows = input.required<readonly ConflictRow[]>();
  readonly keepYours = output();
  readonly edit = output();
  readonly keepTheirs = output();
  /** Of the page that comes back where these were. */
  protected readonly focusHeading = headingFocus();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }
}
