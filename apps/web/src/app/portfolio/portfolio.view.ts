import {
  type Audience,
  type CalendarDate,
  type Narrowing,
  type PastChoice,
  audiences,
  yearsBefore,
} from '@headway/domain';
import type { ParamMap, Params } from '@angular/router';
import { dateFrom, pastFrom, pastParams } from '../platform/past/past-choice';

/** What a person chose to look at. It lives in the address, so that it can be sent on. */
export interface PortfolioView extends PastChoice {
  /** Slugs; none is every organisation that the person may see. */
  readonly organisation: readonly string[];
  readonly audience: Audience | null;
  /** The date to compare with; none is a year before the date shown. */
  readonly compareWith: CalendarDate | null;
}

export function viewFrom(params: ParamMap): PortfolioView {
  return {
    ...pastFrom(params),
    organisation: params.getAll('organisation').filter(Boolean),
    audience: audiences.find((one) => one === params.get('audience')) ?? null,
    compareWith: dateFrom(params, 'compareWith'),
  };
}

/** Whether the choice leaves services out. */
export function leavesOut({ organisation, audience }: PortfolioView): boolean {
  return organisation.length > 0 || audience !== null;
}

/** The date that figures are compared with: never one that is not before them. */
export function comparedWith({ on, compareWith }: PortfolioView, today: CalendarDate): CalendarDate {
  const date = on ?? today;
  return compareWith && compareWith < date ? compareWith : yearsBefore(date, 1);
}

/** The view as query parameters, of the page and of the API alike. */
export function paramsOf({ organisation, audience, compareWith, ...past }: PortfolioView): Params {
  return {
    ...pastParams(past),
    ...(organisation.length > 0 ? { organisation: [...organisation] } : {}),
    ...(audience ? { audience } : {}),
    ...(compareWith ? { compareWith } : {}),
  };
}

/** The list of services whose total is the figure: of the same past, so that the two agree. */
export function servicesParams(
  view: PortfolioView,
  { organisation, audience, on, ...others }: Narrowing,
): Params {
  const narrowed = {
    ...view,
    ...(on ? { on } : {}),
    compareWith: null,
    audience: audience ?? view.audience,
    organisation: organisation === undefined ? view.organisation : [organisation],
  };
  return { ...paramsOf(narrowed), ...others };
}

/** The same as an address: many figures stand on a page, and a router's link for each would be slow to change. */
export function servicesPath(view: PortfolioView, narrowing: Narrowing): string {
  return addressOf('/services', servicesParams(view, narrowing));
}

/** A path with query parameters, those of several values again and again. */
export function addressOf(path: string, params: Params): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params) as [string, string | readonly string[]][])
    for (const one of [value].flat()) query.append(name, one);
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}
