import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { Portfolio, Trend as Quarters } from '@headway/contract';
import {
  type Problem,
  measures,
  recorded,
  recordedBetween,
  sameServicesChange,
  trendSentence,
  trendTable,
} from '@headway/domain';
import { Select } from '@headway/govuk';
import { catchError, combineLatest, map, of, startWith, switchMap } from 'rxjs';
import { Chart } from './chart';
import { comparing, compareParams } from './compare/compare.view';
import { Departments } from './departments';
import { FiguresTable } from './figures-table';
import { PortfolioClient } from './portfolio.client';
import type { PortfolioView } from './portfolio.view';
import { trendChart } from './trend.charts';
import {
  type TrendChoice,
  measuresFor,
  quartersUpTo,
  trendFrom,
  trendParams,
  trendSpans,
} from './trend.view';

/** How the figures came about, quarter by quarter: each a link to the services behind it. */
@Component({
  selector: 'hw-trend',
  imports: [Chart, Departments, FiguresTable, RouterLink, Select],
  template: `
    <h2 class="govuk-heading-l">Quarter by quarter</h2>
    @if (trend(); as trend) {
      <p class="govuk-body-l">{{ sentence() }}</p>
      @if (compared(); as compared) {
        <p class="govuk-body">
          <a class="govuk-link" routerLink="/portfolio/compare" [queryParams]="compareParams(compared)">{{
            madeOf() || 'See what this change is made of'
          }}</a>
        </p>
      }
      <div class="hw-side-by-side">
        <gov-select
          id="trend-of"
          label="Show"
          [items]="measureItems()"
          [value]="choice().measure"
          (valueChange)="choose({ measure: $any($event) })"
        />
        <gov-select
          id="trend-quarters"
          label="Over"
          [items]="spanItems"
          [value]="choice().quarters.toString()"
          (valueChange)="choose({ quarters: $any(+$event) })"
        />
      </div>
      @if (anythingRecorded()) {
        <hw-chart [draw]="draw()" [described]="false" />
      }
      <hw-figures-table [table]="table()" [view]="view()" [on]="portfolio().on" />
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
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  /** What is shown above; where it changes, so may the quarters. */
  readonly portfolio = input.required<Portfolio>();
  readonly view = input.required<PortfolioView>();
  protected readonly measureItems = computed(() =>
    measuresFor(this.view().audience).map((value) => ({ value, text: measures[value].label })),
  );
  protected readonly spanItems = trendSpans.map((quarters) => ({
    value: String(quarters),
    text: quarters === 4 ? '1 year' : `${quarters / 4} years`,
  }));
  protected readonly choice = toSignal(this.route.queryParamMap.pipe(map(trendFrom)), { requireSync: true });
  private readonly span = computed(() => this.choice().quarters);
  protected readonly trend = signal<Quarters | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sentence = computed(() => trendSentence(this.trend()!.quarters, this.choice().measure));
  protected readonly compareParams = compareParams;
  protected readonly compared = computed(() => {
    const between = recordedBetween(this.trend()?.quarters ?? []);
    return between && comparing(this.view(), between.from, between.to);
  });
  /** Where it is not to be had, the page of the comparison says why. */
  protected readonly madeOf = toSignal(
    toObservable(this.compared).pipe(
      switchMap((compared) =>
        compared
          ? this.client.movements(compared).pipe(
              map(({ comparison }) => sameServicesChange(comparison, compared.to)),
              catchError(() => of('')),
              startWith(''),
            )
          : of(''),
      ),
    ),
  );
  protected readonly anythingRecorded = computed(() =>
    this.trend()!.quarters.some(({ total }) => recorded(total) > 0),
  );
  protected readonly draw = computed(() => {
    const [{ quarters }, { measure }, description] = [this.trend()!, this.choice(), this.sentence()];
    return (width: number) => trendChart(quarters, measure, description, width);
  });
  protected readonly table = computed(() => trendTable(this.trend()!.quarters, this.choice().measure));

  constructor() {
    combineLatest([toObservable(this.view), toObservable(this.portfolio), toObservable(this.span)])
      .pipe(
        switchMap(([view, { on }, span]) =>
          this.client.trend(view, quartersUpTo(on, span)).pipe(
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

  /** Into the address, in place: it is the same page, seen another way. */
  protected choose(change: Partial<TrendChoice>): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: trendParams({ ...this.choice(), ...change }),
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
