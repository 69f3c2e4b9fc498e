import type { ParamMap } from '@angular/router';
import type { ServiceSort } from '@headway/contract';
import { type Audience, type StageOrNone, audiences, isCalendarDate, stagesOrNone } from '@headway/domain';

/** What a person chose to look at: it lives in the address, and the API takes the same words. */
export interface ListChoice {
  readonly organisation: readonly string[];
  readonly audience: Audience | null;
  readonly stage: readonly StageOrNone[];
  readonly q: string;
  readonly on: string | null;
  readonly sort: string;
  readonly page: number;
}

export const everything: ListChoice = {
  organisation: [],
  audience: null,
  stage: [],
  q: '',
  on: null,
  sort: 'name',
  page: 1,
};

const sortable = {
  name: true,
  reference: true,
  organisation: true,
  stage: true,
  stageSince: true,
  transactionsAYear: true,
} satisfies Record<ServiceSort, true>;

/** Reads an address kindly: what it does not know is left out. */
export function choiceFrom(params: ParamMap): ListChoice {
  const audience = audiences.find((one) => one === params.get('audience')) ?? null;
  const on = params.get('on') ?? '';
  const sort = params.get('sort') ?? '';
  const page = Number(params.get('page') ?? 1);
  return {
    organisation: params.getAll('organisation').filter(Boolean),
    audience,
    stage: stagesOrNone.filter((stage) => params.getAll('stage').includes(stage)),
    q: (params.get('q') ?? '').slice(0, 200).trim(),
    on: isCalendarDate(on) ? on : null,
    sort: sort.replace(/^-/, '') in sortable ? sort : everything.sort,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** `?…` for an address; nothing where everything is shown as it comes. */
export function queryOf(choice: Partial<ListChoice>): string {
  const query = new URLSearchParams();
  if (choice.q) query.append('q', choice.q);
  for (const slug of choice.organisation ?? []) query.append('organisation', slug);
  if (choice.audience) query.append('audience', choice.audience);
  for (const stage of choice.stage ?? []) query.append('stage', stage);
  if (choice.on) query.append('on', choice.on);
  if (choice.sort && choice.sort !== everything.sort) query.append('sort', choice.sort);
  if (choice.page && choice.page > 1) query.append('page', String(choice.page));
  const text = query.toString();
  return text ? `?${text}` : '';
}

export function listPath(choice: Partial<ListChoice>): string {
  return `/services${queryOf(choice)}`;
}

/** The same filters as a file; a file has no pages and an order of its own. */
export function downloadPath({ sort: _, page: __, ...filters }: ListChoice): string {
  return `/api/services.csv${queryOf(filters)}`;
}

/** References may hold slashes. */
export function servicePath(reference: string, page?: 'change' | 'record' | 'confirm'): string {
  return `/services/${encodeURIComponent(reference)}${page ? `/${page}` : ''}`;
}
