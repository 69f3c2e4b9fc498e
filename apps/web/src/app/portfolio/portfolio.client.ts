import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Portfolio } from '@headway/contract';
import { type PortfolioView, paramsOf } from './portfolio.view';

@Injectable({ providedIn: 'root' })
export class PortfolioClient {
  private readonly http = inject(HttpClient);

  read(view: PortfolioView) {
    return this.http.get<Portfolio>('/api/portfolio', { params: paramsOf(view) });
  }
}
