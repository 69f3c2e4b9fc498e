import { Component, input } from '@angular/core';
import type { Portfolio } from '@headway/contract';
import { Breakdown } from './breakdown';
import { Measures } from './measures';
import { Offices } from './offices';
import type { PortfolioView } from './portfolio.view';
import { Trend } from './trend';

/** What stands beneath the first figures: fetched in one piece, once those are there. */
@Component({
  selector: 'hw-figures-below',
  imports: [Breakdown, Measures, Offices, Trend],
  template: `
    <hw-trend [portfolio]="portfolio()" [view]="view()" />
    <hw-measures [portfolio]="portfolio()" [view]="view()" />
    <hw-offices [portfolio]="portfolio()" [view]="view()" />
    <hw-breakdown [portfolio]="portfolio()" [view]="view()" />
  `,
})
export class FiguresBelow {
  readonly portfolio = input.required<Portfolio>();
  readonly view = input.required<PortfolioView>();
}
