import {
  type Audience,
  type CalendarDate,
  type StageOrNone,
  audiences,
  isCalendarDate,
} from '@headway/domain';
import type { ParamMap, Params } from '@angular/router';

/** What a person chose to look at. It lives in the address, so that it can be sent on. */
export interface PortfolioView {
  /** null is today, also tomorrow. */
  readonly on: CalendarDate | null;
  /** Slugs; none is every organisation that the person may see. */
  readonly organisation: readonly string[];
  readonly audience: Audience | null;
}

export function viewFrom(params: ParamMap): PortfolioView {
  const on = params.get('on');
  const audience = audiences.find((one) => one === params.get('audience'));
  return {
    on: on !== null && isCalendarDate(on) ? on : null,
    organisation: params.getAll('organisation'),
    audience: audience ?? null,
  };
}

/** The view as query parameters, of the page and of the API alike. */
export function paramsOf(view: PortfolioView): Params {
  return {
    ...(view.on ? { on: view.on } : {}),
    ...(view.organisation.length > 0 ? { organisation: [...view.organisation] } : {}),
    ...(view.audience ? { audience: view.audience } : {}),
  };
}

/** What narrows a figure beyond the view that it stands in. */
export interface Narrowing {
  readonly organisation?: string;
  readonly audience?: Audience;
}

/** The list of services whose total is the figure. */
export function servicesParams(
  view: PortfolioView,
  narrowing: Narrowing,
  stages: readonly StageOrNone[],
): Params {
  const narrowed = {
    ...view,
    audience: narrowing.audience ?? view.audience,
    organisation: narrowing.organisation === undefined ? view.organisation : [narrowing.organisation],
  };
  return { ...paramsOf(narrowed), ...(stages.length > 0 ? { stage: [...stages] } : {}) };
}
