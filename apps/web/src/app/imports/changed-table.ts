import { Component, computed, input } from '@angular/core';
import type { ImportKind } from '@headway/contract';
import { type ChangedSince, partOf, shownSentence } from './report';

/** What changed in Headway between the check of a file and saving it, row by row. */
@Component({
  selector: 'hw-changed-table',
  template: `
    <h2 class="govuk-heading-m" id="changed">What changed in Headway</h2>
    @if (part().said) {
      <p class="govuk-body">{{ part().said }}</p>
    }
    <div class="hw-scroll" role="region" tabindex="0" aria-labelledby="changed">
      <table class="govuk-table" aria-labelledby="changed">
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">Row</th>
            <th scope="col" class="govuk-table__header">
              {{ kind() === 'services' ? 'Service' : 'Barrier' }}
            </th>
            <th scope="col" class="govuk-table__header">Detail</th>
            <th scope="col" class="govuk-table__header">When you checked</th>
            <th scope="col" class="govuk-table__header">Now</th>
          </tr>
        </thead>
        @for (row of part().shown; track row.row) {
          <tbody class="govuk-table__body">
            @for (field of row.fields; track field.field; let first = $first) {
              <tr class="govuk-table__row">
                @if (first) {
                  <td class="govuk-table__cell" [attr.rowspan]="row.fields.length">{{ row.row }}</td>
                  <th scope="rowgroup" class="govuk-table__header" [attr.rowspan]="row.fields.length">
                    {{ row.name }} <span class="hw-quiet">{{ row.reference }}</span>
                  </th>
                }
                <td class="govuk-table__cell">{{ field.field }}</td>
                <td class="govuk-table__cell">{{ field.before ?? 'None' }}</td>
                <td class="govuk-table__cell">{{ field.after ?? 'None' }}</td>
              </tr>
            } @empty {
              <tr class="govuk-table__row">
                <td class="govuk-table__cell">{{ row.row }}</td>
                <th scope="row" class="govuk-table__header">
                  {{ row.name }} <span class="hw-quiet">{{ row.reference }}</span>
                </th>
                <td class="govuk-table__cell" colspan="3">The row would now change something else</td>
              </tr>
            }
          </tbody>
        }
      </table>
    </div>
  `,
})
export class ChangedTable {
  readonly changed = input.required<ChangedSince>();
  readonly kind = input.required<ImportKind>();
  protected readonly part = computed(() => {
    const { changed, changedCount } = this.changed();
    const part = partOf(changed, changedCount);
    return { ...part, said: shownSentence(part) };
  });
}
