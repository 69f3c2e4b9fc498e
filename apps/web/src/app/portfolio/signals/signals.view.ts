import type { ParamMap, Params } from '@angular/router';
import { type Signal, howMany, signals } from '@headway/domain';
import { type PortfolioView, paramsOf, viewFrom } from '../portfolio.view';

/** Whose signals are looked at, and which of them are listed. It lives in the address. */
export interface SignalsView {
  readonly chosen: PortfolioView;
  /** Null is any. */
  readonly signal: Signal | null;
  readonly page: number;
}

export function signalsFrom(params: ParamMap): SignalsView {
  return {
    chosen: { ...viewFrom(params), compareWith: null },
    signal: signals.find((one) => one === params.get('signal')) ?? null,
    page: Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1),
  };
}

/** The view as query parameters, of the page and of the API's list alike. */
export function signalsParams({ chosen, signal, page }: SignalsView): Params {
  return {
    ...paramsOf(chosen),
    ...(signal ? { signal } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  };
}

/** Another list of the same view, from its first page. */
export function signalParams(view: SignalsView, signal: Signal | null, organisation?: string): Params {
  const chosen = organisation ? { ...view.chosen, organisation: [organisation] } : view.chosen;
  return signalsParams({ chosen, signal, page: 1 });
}

/** "12 services are stalled": what is listed. */
export function listedWords(total: number, label: string | null): string {
  const who = howMany(total);
  const shows = total > 1 ? 'show' : 'shows';
  return label ? `${who} ${shows}: ${label.toLowerCase()}` : `${who} ${shows} a signal`;
}
