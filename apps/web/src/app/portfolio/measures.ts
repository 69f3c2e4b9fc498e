import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Portfolio } from '@headway/contract';
import { type Narrowing, measuresTable, onlineSentences, recorded, redesignSentences } from '@headway/domain';
import { Chart } from './chart';
import { FiguresTable } from './figures-table';
import { onlineChart, redesignChart } from './portfolio.charts';
import { type PortfolioView, servicesParams } from './portfolio.view';

/** Whether users can complete services online, and whether what is behind them was reinvented: asked apart. */
@Component({
  selector: 'hw-measures',
  imports: [Chart, FiguresTable, RouterLink],
  template: `
    <h2 class="govuk-heading-l">Online and redesigned</h2>
    @if (anythingRecorded()) {
      <div class="govuk-grid-row">
        @for (measure of measures(); track measure.key) {
          <div class="govuk-grid-column-one-half">
            <hw-chart [draw]="measure.draw" [described]="false" />
            <ul class="govuk-list govuk-list--bullet">
              @for (one of measure.said; track one.sentence) {
                <li>
                  <a class="govuk-link" routerLink="/services" [queryParams]="one.params">{{
                    one.sentence
                  }}</a>
                </li>
              }
            </ul>
          </div>
        }
      </div>
    }
    <hw-figures-table [table]="table()" [view]="view()" [on]="portfolio().on" />
  `,
})
export class Measures {
  readonly portfolio = input.required<Portfolio>();
  readonly view = input.required<PortfolioView>();
  protected readonly table = computed(() => measuresTable(this.portfolio()));
  protected readonly anythingRecorded = computed(() => recorded(this.portfolio().online) > 0);
  protected readonly measures = computed(() => {
    const { online, redesign } = this.portfolio();
    return [
      {
        key: 'online',
        draw: (width: number) => onlineChart(online, width),
        said: onlineSentences(online).map(({ state, sentence }) => ({
          sentence,
          params: this.behind({ stage: state === 'live' ? ['live', 'redesigned'] : [state] }),
        })),
      },
      {
        key: 'redesign',
        draw: (width: number) => redesignChart(redesign, width),
        said: redesignSentences(redesign).map(({ state, sentence }) => ({
          sentence,
          params: this.behind({ redesign: [state] }),
        })),
      },
    ];
  });

  private behind(narrowing: Narrowing) {
    return servicesParams(this.view(), narrowing);
  }
}
