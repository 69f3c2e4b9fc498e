import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Movements, Portfolio, Trend } from '@headway/contract';
import { londonDate, quarterOn } from '@headway/domain';
import { type CompareView, compareParams } from './compare/compare.view';
import { type PortfolioView, comparedWith, paramsOf } from './portfolio.view';

@Injectable({ providedIn: 'root' })
export class PortfolioClient {
  private readonly http = inject(HttpClient);

  read(view: PortfolioView) {
    const compareWith = comparedWith(view, londonDate(new Date()));
    return this.http.get<Portfolio>('/api/portfolio', { params: paramsOf({ ...view, compareWith }) });
  }

  /** Twelve quarters up to that of the date shown. */
  trend(view: PortfolioView) {
    const { on: _, ...rest } = paramsOf({ ...view, compareWith: null });
    const to = quarterOn(view.on ?? londonDate(new Date())).id;
    return this.http.get<Trend>('/api/portfolio/trend', { params: { ...rest, to } });
  }

  movements(view: CompareView) {
    return this.http.get<Movements>('/api/portfolio/movements', { params: compareParams(view) });
  }
}
