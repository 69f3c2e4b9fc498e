import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  List,
  Movements,
  Portfolio,
  SignalledService,
  Signals,
  Threshold,
  ThresholdChange,
  ThresholdList,
  Trend,
} from '@headway/contract';
import { type PastChoice, londonDate } from '@headway/domain';
import { type CompareView, compareParams } from './compare/compare.view';
import { ifMatch } from '../platform/headers';
import { pastParams } from '../platform/past/past-choice';
import { type PortfolioView, comparedWith, paramsOf } from './portfolio.view';
import { type SignalsView, signalsParams } from './signals/signals.view';

@Injectable({ providedIn: 'root' })
export class PortfolioClient {
  private readonly http = inject(HttpClient);

  read(view: PortfolioView) {
    const compareWith = comparedWith(view, londonDate(new Date()));
    return this.http.get<Portfolio>('/api/portfolio', { params: paramsOf({ ...view, compareWith }) });
  }

  /** From the end of one quarter to that of another, or to the day shown in it. */
  trend(view: PortfolioView, quarters: { readonly from: string; readonly to: string }) {
    return this.http.get<Trend>('/api/portfolio/trend', {
      params: { ...paramsOf({ ...view, compareWith: null }), ...quarters },
    });
  }

  movements(view: CompareView) {
    return this.http.get<Movements>('/api/portfolio/movements', { params: compareParams(view) });
  }

  signals({ chosen }: SignalsView) {
    return this.http.get<Signals>('/api/portfolio/signals', { params: paramsOf(chosen) });
  }

  signalledServices(view: SignalsView) {
    return this.http.get<List<SignalledService>>('/api/portfolio/signals/services', {
      params: signalsParams(view),
    });
  }

  /** What one service shows: a list of it, or of nothing. */
  signalsOf(reference: string, past: PastChoice) {
    return this.http.get<List<SignalledService>>('/api/portfolio/signals/services', {
      params: { ...pastParams(past), reference },
    });
  }

  thresholds() {
    return this.http.get<ThresholdList>('/api/portfolio/signals/thresholds');
  }

  setThreshold({ signal, version }: Threshold, change: ThresholdChange) {
    return this.http.put<Threshold>(`/api/portfolio/signals/thresholds/${signal}`, change, {
      headers: ifMatch(version),
    });
  }
}
