import { Component, computed, input } from '@angular/core';
import type { Portfolio } from '@headway/contract';
import {
  audienceFigures,
  audiencesTable,
  organisationFigures,
  organisationsTable,
  recorded,
} from '@headway/domain';
import { Chart } from './chart';
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
    <hw-figures-table [table]="tables().audiences" [view]="view()" [on]="portfolio().on" />

    <h2 class="govuk-heading-l">Organisations</h2>
    @if (anythingRecorded()) {
      <hw-chart [draw]="drawOrganisations()" />
    }
    <p class="govuk-body">
      A department’s figures include its agencies’, which are shown beneath it as “of which”. Shares are of
      the services that have a stage recorded.
    </p>
    <hw-figures-table [table]="tables().organisations" [view]="view()" [on]="portfolio().on" />
  `,
})
export class Breakdown {
  readonly portfolio = input.required<Portfolio>();
  readonly view = input.required<PortfolioView>();
  protected readonly anythingRecorded = computed(() => recorded(this.portfolio().total) > 0);
  /** Those of none are in the table: there is nothing to draw of them. */
  protected readonly byAudience = computed(() =>
    audienceFigures(this.portfolio(), this.view().audience).filter(({ counts }) => recorded(counts) > 0),
  );
  private readonly byOrganisation = computed(() => organisationFigures(this.portfolio().byOrganisation));
  protected readonly tables = computed(() => ({
    audiences: audiencesTable(this.portfolio(), this.view().audience),
    organisations: organisationsTable(this.portfolio().byOrganisation),
  }));
  protected readonly drawOrganisations = computed(() => {
    const lines = this.byOrganisation();
    return (width: number) => organisationsChart('Organisations by stage', lines, width);
  });
}
