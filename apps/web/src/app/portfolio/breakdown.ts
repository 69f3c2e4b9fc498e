import { Component, computed, input } from '@angular/core';
import type { Portfolio } from '@headway/contract';
import { recorded } from '@headway/domain';
import { Chart } from './chart';
import { byStage } from './figure-table';
import { audienceFigures, organisationFigures } from './figures';
import { FiguresTable } from './figures-table';
import { organisationsChart } from './portfolio.charts';
import type { PortfolioView } from './portfolio.view';
import { StagesPicture } from './stages-picture';

/** Whom the services are for and whose they are, in pictures and figures. */
@Component({
  selector: 'hw-breakdown',
  imports: [Chart, FiguresTable, StagesPicture],
  template: `
    <h2 class="govuk-heading-l">External and internal services</h2>
    @if (anythingRecorded()) {
      <div class="govuk-grid-row">
        @for (one of byAudience(); track one.key) {
          <div class="govuk-grid-column-one-half">
            <hw-stages-picture [heading]="one.label" [counts]="one.counts" />
          </div>
        }
      </div>
    }
    <hw-figures-table
      caption="External and internal services by stage"
      [table]="tables().audiences"
      [view]="view()"
      [on]="portfolio().on"
    />

    <h2 class="govuk-heading-l">Organisations</h2>
    @if (anythingRecorded()) {
      <hw-chart [draw]="drawOrganisations()" />
    }
    <p class="govuk-body">
      A department’s figures include its agencies’, which are shown beneath it as “of which”. Shares are of
      the services that have a stage recorded.
    </p>
    <hw-figures-table
      caption="Organisations by stage"
      [table]="tables().organisations"
      [view]="view()"
      [on]="portfolio().on"
    />
  `,
})
export class Breakdown {
  readonly portfolio = input.required<Portfolio>();
  readonly view = input.required<PortfolioView>();
  protected readonly anythingRecorded = computed(() => recorded(this.portfolio().total) > 0);
  protected readonly byAudience = computed(() => audienceFigures(this.portfolio(), this.view()));
  private readonly byOrganisation = computed(() => organisationFigures(this.portfolio()));
  protected readonly tables = computed(() => ({
    audiences: byStage('Audience', this.byAudience()),
    organisations: byStage('Organisation', this.byOrganisation()),
  }));
  protected readonly drawOrganisations = computed(() => {
    const lines = this.byOrganisation();
    return (width: number) => organisationsChart('Organisations by stage', lines, width);
  });
}
