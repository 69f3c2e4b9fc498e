import type { ParamMap, Params } from '@angular/router';
import {
  type CalendarDate,
  type TrendMeasure,
  quarterBefore,
  quarterOn,
  trendMeasures,
} from '@headway/domain';

const others: Readonly<Record<string, TrendMeasure>> = { external: 'internal', internal: 'external' };

/** What a trend can be of: not of those whom an audience that is chosen leaves out. */
export function measuresFor(audience: string | null) {
  return trendMeasures.filter((one) => one !== others[audience ?? '']);
}

/** How far back a trend goes, in quarters. */
export const trendSpans = [4, 8, 12, 20, 40] as const;
type Span = (typeof trendSpans)[number];

/** What is shown quarter by quarter. It lives in the address beside the view. */
export interface TrendChoice {
  readonly measure: TrendMeasure;
  readonly quarters: Span;
}
const usual: TrendChoice = { measure: 'stage', quarters: 12 };

export function trendFrom(params: ParamMap): TrendChoice {
  return {
    measure:
      measuresFor(params.get('audience')).find((one) => one === params.get('trendOf')) ?? usual.measure,
    quarters: trendSpans.find((one) => String(one) === params.get('quarters')) ?? usual.quarters,
  };
}

/** As query parameters of the page; what is usual is left out. */
export function trendParams({ measure, quarters }: TrendChoice): Params {
  return {
    trendOf: measure === usual.measure ? null : measure,
    quarters: quarters === usual.quarters ? null : String(quarters),
  };
}

/** The quarters of the API, the last that of the day. */
export function quartersUpTo(on: CalendarDate, quarters: number): { from: string; to: string } {
  const last = quarterOn(on);
  let first = last;
  for (let n = 1; n < quarters; n++) first = quarterBefore(first);
  return { from: first.id, to: last.id };
}
