import { Component, computed, input } from '@angular/core';
import type { SubmittedReturn } from '@headway/contract';
import {
  type Audience,
  audienceLabels,
  capitalised,
  countOf,
  formatDate,
  officeLabels,
  offices,
  stageLabels,
} from '@headway/domain';
import { StageTag } from '../../platform/stage-tag';

type Row = SubmittedReturn['services'][number];

/** The services of a return just as they were when it was submitted. */
@Component({
  selector: 'hw-submitted-services',
  imports: [StageTag],
  template: `
    <table class="govuk-table hw-cards hw-submitted">
      <caption class="govuk-table__caption govuk-table__caption--m">
        {{
          caption()
        }}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">Service</th>
          <th scope="col" class="govuk-table__header">Who it is for</th>
          <th scope="col" class="govuk-table__header">Stage</th>
          <th scope="col" class="govuk-table__header">Since</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        @for (row of rows(); track row.reference) {
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header hw-plain">
              {{ row.name }}
              <span class="hw-quiet hw-second-line">{{ row.line }}</span>
            </th>
            <td class="govuk-table__cell" data-label="Who it is for">{{ row.audience }}</td>
            <td class="govuk-table__cell" data-label="Stage">
              <hw-stage-tag [stage]="row.stage" />
              @if (row.detail) {
                <span class="hw-quiet hw-second-line">{{ row.detail }}</span>
              }
            </td>
            <td class="govuk-table__cell hw-no-wrap" data-label="Since">{{ row.since }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class SubmittedServices {
  readonly submitted = input.required<SubmittedReturn>();
  protected readonly caption = computed(() => {
    const { services, on } = this.submitted();
    return `${countOf(services.length)} on ${formatDate(on)}`;
  });
  protected readonly rows = computed(() => {
    const { services, organisation } = this.submitted();
    return services.map((row) => ({
      reference: row.reference,
      name: row.name,
      line: row.organisation === organisation.name ? row.reference : `${row.reference} · ${row.organisation}`,
      audience: audienceLabels[row.audience as Audience] ?? row.audience,
      stage: row.stage ?? ('not_recorded' as const),
      detail: detailOf(row),
      since: row.since ? formatDate(row.since) : '',
    }));
  });
}

/** "Redesign under way; front office live, middle office in progress" */
function detailOf(row: Row): string {
  const said = offices.flatMap((office) => {
    const stage = row[office];
    return stage ? [`${officeLabels[office]} ${stageLabels[stage]}`.toLowerCase()] : [];
  });
  const parts = [...(row.redesignUnderWay ? ['redesign under way'] : []), said.join(', ')].filter(Boolean);
  return capitalised(parts.join('; '));
}
