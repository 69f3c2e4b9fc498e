import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { Portfolio, Trend as Quarters } from '@headway/contract';
import { type Problem, recorded, trendSentence } from '@headway/domain';
import { catchError, combineLatest, map, of, switchMap } from 'rxjs';
import { Chart } from './chart';
import { Departments } from './departments';
import { byStage } from './figure-table';
import { quarterFigures } from './figures';
import { FiguresTable } from './figures-table';
import { PortfolioClient } from './portfolio.client';
import type { PortfolioView } from './portfolio.view';
import { trendChart } from './trend.charts';

/** How the figures came about, quarter by quarter: each a link to the services behind it. */
@Component({
  selector: 'hw-trend',
  imports: [Chart, Departments, FiguresTable],
  template: `
    <h2 class="govuk-heading-l">Quarter by quarter</h2>
    @if (trend(); as trend) {
      <p class="govuk-body-l">{{ sentence() }}</p>
      @if (anythingRecorded()) {
        <hw-chart [draw]="draw()" [described]="false" />
      }
      <hw-figures-table
        caption="All services by stage, at the end of each quarter"
        [table]="table()"
        [view]="view()"
        [on]="portfolio().on"
      />
      @if (anythingRecorded()) {
        <hw-departments [trend]="trend" [view]="view()" />
      }
    } @else if (problem(); as problem) {
      <p class="govuk-body">{{ problem.detail ?? problem.title }}</p>
    } @else {
      <p class="govuk-body hw-loading" role="status">Loading the quarters</p>
    }
  `,
})
export class Trend {
  private readonly client = inject(PortfolioClient);
  /** What is shown above; where it changes, so may the quarters. */
  readonly portfolio = input.required<Portfolio>();
  readonly view = input.required<PortfolioView>();
  protected readonly trend = signal<Quarters | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sentence = computed(() => trendSentence(this.trend()!.quarters));
  protected readonly anythingRecorded = computed(() =>
    this.trend()!.quarters.some(({ total }) => recorded(total) > 0),
  );
  protected readonly draw = computed(() => {
    const [trend, description] = [this.trend()!, this.sentence()];
    return (width: number) => trendChart(trend, description, width);
  });
  protected readonly table = computed(() => byStage('Quarter', quarterFigures(this.trend()!)));

  constructor() {
    combineLatest([toObservable(this.view), toObservable(this.portfolio)])
      .pipe(
        switchMap(([view]) =>
          this.client.trend(view).pipe(
            map((trend) => ({ trend, problem: null })),
            catchError((problem: Problem) => of({ trend: null, problem })),
          ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe(({ trend, problem }) => {
        this.problem.set(problem);
        if (trend) this.trend.set(trend);
      });
  }
}
