import type { ParamMap, Params } from '@angular/router';
import {
  type CalendarDate,
  type MovementKind,
  type Standing,
  movementKinds,
  standings,
  yearsBefore,
} from '@headway/domain';
import { dateFrom } from '../../platform/past/past-choice';
import { type PortfolioView, paramsOf, viewFrom } from '../portfolio.view';

/** Two dates, whose services, and which of those that moved are listed. It lives in the address. */
export interface CompareView {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** What is chosen besides the dates. */
  readonly chosen: PortfolioView;
  /** None is up and down, unless a cell of the matrix is chosen. */
  readonly kind: readonly MovementKind[];
  readonly before: Standing | null;
  readonly after: Standing | null;
  readonly page: number;
}

/** Reads an address kindly: the earlier date is the first, and dates that cannot be are today and a year before. */
export function compareFrom(params: ParamMap, today: CalendarDate): CompareView {
  const { on, ...chosen } = viewFrom(params);
  const last = dateFrom(params, 'to', today) ?? on ?? today;
  const [from, to] = [dateFrom(params, 'from', today) ?? last, last].sort() as [string, string];
  const kinds = params.getAll('kind');
  const standing = (name: string) => standings.find((one) => one === params.get(name)) ?? null;
  return {
    from: from < to ? from : yearsBefore(to, 1),
    to,
    chosen: { ...chosen, on: null, compareWith: null },
    kind: movementKinds.filter((one) => kinds.includes(one)),
    before: standing('before'),
    after: standing('after'),
    page: Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1),
  };
}

/** What changed between two dates, of the services of another page. */
export function comparing(chosen: PortfolioView, from: CalendarDate, to: CalendarDate): CompareView {
  return {
    ...{ from, to, chosen: { ...chosen, on: null, compareWith: null } },
    ...{ kind: [], before: null, after: null, page: 1 },
  };
}

/** The view on its second date; today is left to be today, unless it was known on another day. */
export function secondDate({ to, chosen }: CompareView, today: CalendarDate): PortfolioView {
  return { ...chosen, on: to === today && chosen.asKnownAt === null ? null : to };
}

/** The view as query parameters, of the page and of the API alike. */
export function compareParams({ from, to, chosen, kind, before, after, page }: CompareView): Params {
  return {
    ...{ from, to },
    ...paramsOf(chosen),
    ...(kind.length > 0 ? { kind: [...kind] } : {}),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  };
}

/** Another list of the same comparison, from its first page. */
export function listing(
  view: CompareView,
  chosen: Partial<Pick<CompareView, 'kind' | 'before' | 'after'>>,
): Params {
  return compareParams({ ...view, kind: [], before: null, after: null, page: 1, ...chosen });
}
