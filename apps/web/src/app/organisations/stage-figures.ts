import { Component, computed, input } from '@angular/core';
import { type Counts, type StageOrNone, percent, stageLabels, stagesOrNone } from '@headway/domain';
import { GovLink } from '@headway/govuk';

/** Services by stage; every number leads to the services behind it. */
@Component({
  selector: 'hw-stage-figures',
  imports: [GovLink],
  template: `
    <div class="hw-scroll" role="region" tabindex="0" aria-label="Services by stage">
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">
          Services by stage
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">Stage</th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">Services</th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">Share of recorded</th>
            @if (government()) {
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">Across government</th>
            }
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          @for (row of rows(); track row.stage) {
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header hw-plain">{{ row.label }}</th>
              <td class="govuk-table__cell govuk-table__cell--numeric">
                <a class="govuk-link govuk-link--no-visited-state" [govHref]="row.href"
                  >{{ row.services }}<span class="govuk-visually-hidden"> services, {{ row.label }}</span></a
                >
              </td>
              <td class="govuk-table__cell govuk-table__cell--numeric">{{ row.share }}</td>
              @if (government()) {
                <td class="govuk-table__cell govuk-table__cell--numeric">{{ row.across }}</td>
              }
            </tr>
          }
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">All</th>
            <td class="govuk-table__cell govuk-table__cell--numeric">
              <a class="govuk-link govuk-link--no-visited-state" [govHref]="href()"
                >{{ counts().services.toLocaleString('en-GB')
                }}<span class="govuk-visually-hidden"> services, all stages</span></a
              >
            </td>
            <td class="govuk-table__cell govuk-table__cell--numeric"></td>
            @if (government()) {
              <td class="govuk-table__cell govuk-table__cell--numeric"></td>
            }
          </tr>
        </tbody>
      </table>
    </div>
  `,
})
export class StageFigures {
  readonly slug = input.required<string>();
  readonly counts = input.required<Counts>();
  /** Of all of government, to stand beside them; null where it is not there or not to be seen. */
  readonly government = input.required<Counts | null>();
  protected readonly href = computed(() => `/services?organisation=${encodeURIComponent(this.slug())}`);
  protected readonly rows = computed(() =>
    stagesOrNone.map((stage) => ({
      stage,
      label: stageLabels[stage],
      services: this.counts()[stage].toLocaleString('en-GB'),
      share: share(stage, this.counts()),
      across: share(stage, this.government()),
      href: `${this.href()}&stage=${stage}`,
    })),
  );
}

function share(stage: StageOrNone, counts: Counts | null): string {
  return stage === 'not_recorded' || !counts ? '–' : percent(counts[stage], counts);
}
