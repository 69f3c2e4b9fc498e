import { Component, computed, input } from '@angular/core';
import type { Review } from '@headway/contract';
import { trendSentence } from '@headway/domain';
import { Chart } from '../portfolio/chart';
import { stagesChart } from '../portfolio/portfolio.charts';
import { trendChart } from '../portfolio/trend.charts';

export type Pictured = 'headline' | 'trend';

/** The picture of a section, drawn from the frozen figures as the portfolio draws its own; fetched late. */
@Component({
  selector: 'hw-review-chart',
  imports: [Chart],
  template: `<hw-chart [draw]="draw()" [described]="false" />`,
})
export class ReviewChart {
  readonly of = input.required<Pictured>();
  readonly review = input.required<Pick<Review, 'portfolio' | 'trend'>>();
  protected readonly draw = computed(() => {
    const { portfolio, trend } = this.review();
    return this.of() === 'headline'
      ? (width: number) => stagesChart('Services by stage', portfolio.total, width)
      : (width: number) => trendChart(trend.quarters, 'stage', trendSentence(trend.quarters), width);
  });
}
