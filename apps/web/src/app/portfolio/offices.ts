import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Portfolio } from '@headway/contract';
import {
  officeCoverage,
  officeFigures,
  officeSentence,
  offices,
  officesTable,
  recorded,
} from '@headway/domain';
import { Chart } from './chart';
import { FiguresTable } from './figures-table';
import { officesChart } from './portfolio.charts';
import { type PortfolioView, servicesParams } from './portfolio.view';

/** How far each part of the services has got, on one scale: the front end alone is not enough. */
@Component({
  selector: 'hw-offices',
  imports: [Chart, FiguresTable, RouterLink],
  template: `
    <h2 class="govuk-heading-l">Front, middle and back office</h2>
    @if (anythingRecorded()) {
      <hw-chart [draw]="draw()" [described]="false" />
    }
    <ul class="govuk-list govuk-list--bullet">
      @for (one of said(); track one.sentence) {
        <li>
          <a class="govuk-link" routerLink="/services" [queryParams]="one.params">{{ one.sentence }}</a>
        </li>
      }
    </ul>
    <hw-figures-table [table]="table()" [view]="view()" [on]="portfolio().on" />
  `,
})
export class Offices {
  readonly portfolio = input.required<Portfolio>();
  readonly view = input.required<PortfolioView>();
  private readonly figures = computed(() => officeFigures(this.portfolio()));
  protected readonly anythingRecorded = computed(() =>
    this.figures().some(({ counts }) => recorded(counts) > 0),
  );
  protected readonly table = computed(() => officesTable(this.portfolio()));
  protected readonly draw = computed(() => {
    const figures = this.figures();
    return (width: number) => officesChart(figures, width);
  });
  /** How far each has got, then how much of the list that speaks for. */
  protected readonly said = computed(() => {
    const counted = this.portfolio().offices;
    return offices.flatMap((office) => {
      const counts = counted[office];
      const all = [
        { sentence: officeSentence(office, counts), stages: ['live', 'redesigned'] as const },
        { sentence: officeCoverage(office, counts), stages: ['not_recorded'] as const },
      ];
      return all
        .filter(({ sentence }) => sentence)
        .map(({ sentence, stages }) => ({
          sentence,
          params: servicesParams(this.view(), { [office]: stages }),
        }));
    });
  });
}
