import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Movements, Portfolio } from '@headway/contract';
import { londonDate } from '@headway/domain';
import { type CompareView, compareParams } from './compare/compare.view';
import { type PortfolioView, comparedWith, paramsOf } from './portfolio.view';

@Injectable({ providedIn: 'root' })
export class PortfolioClient {
  private readonly http = inject(HttpClient);

  read(view: PortfolioView) {
    const compareWith = comparedWith(view, londonDate(new Date()));
    return this.http.get<Portfolio>('/api/portfolio', { params: paramsOf({ ...view, compareWith }) });
  }

  movements(view: CompareView) {
    return this.http.get<Movements>('/api/portfolio/movements', { params: compareParams(view) });
  }
}
