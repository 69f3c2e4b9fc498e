import { Component, computed, input } from '@angular/core';
import type { ImportReport } from '@headway/contract';
import { instantWords } from '@headway/domain';
import { partOf, placeOf, shownSentence } from './report';

/** What Headway learned after the file was made, which the file would otherwise undo. */
@Component({
  selector: 'hw-newer-table',
  template: `
    <h2 class="govuk-heading-m" id="newer">
      Newer in Headway than the file ({{ part().total.toLocaleString('en-GB') }})
    </h2>
    <p class="govuk-body">
      These were changed in Headway after the file was made, and not in the file. They stay as they are in
      Headway. A stage that was recorded since is never overwritten by a file: correct it on the page of the
      service. {{ part().said }}
    </p>
    <div class="hw-scroll" role="region" tabindex="0" aria-labelledby="newer">
      <table class="govuk-table" aria-labelledby="newer">
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">Where</th>
            <th scope="col" class="govuk-table__header">What</th>
            <th scope="col" class="govuk-table__header">In the file</th>
            <th scope="col" class="govuk-table__header">In Headway</th>
            <th scope="col" class="govuk-table__header">Changed</th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          @for (one of part().shown; track $index) {
            <tr class="govuk-table__row">
              <td class="govuk-table__cell">{{ placeOf(one) }}</td>
              <th scope="row" class="govuk-table__header">
                {{ one.name }} <span class="hw-quiet">{{ one.reference }}</span>
              </th>
              <td class="govuk-table__cell">{{ one.file ?? 'None' }}</td>
              <td class="govuk-table__cell">{{ one.now ?? 'None' }}</td>
              <td class="govuk-table__cell">
                {{ one.at ? instantWords(one.at) : 'Not known when' }}
                @if (one.by) {
                  by {{ one.by }}
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class NewerTable {
  readonly report = input.required<ImportReport>();
  protected readonly placeOf = placeOf;
  protected readonly instantWords = instantWords;
  protected readonly part = computed(() => {
    const { newer, newerCount } = this.report();
    const part = partOf(newer, newerCount);
    return { ...part, said: shownSentence(part) };
  });
}
