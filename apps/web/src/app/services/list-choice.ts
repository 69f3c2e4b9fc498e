import type { ParamMap } from '@angular/router';
import type { ServiceSort } from '@headway/contract';
import {
  type Audience,
  type BarrierCategory,
  type Office,
  type PastChoice,
  type RedesignState,
  type Signal,
  type StageOrNone,
  audiences,
  barrierCategories,
  offices,
  present,
  redesignStates,
  signals,
  stagesOrNone,
} from '@headway/domain';
import { pastFrom, pastParams } from '../platform/past/past-choice';

/** What a person chose to look at: it lives in the address, and the API takes the same words. */
export interface ListChoice extends PastChoice, Readonly<Record<Office, readonly StageOrNone[]>> {
  readonly organisation: readonly string[];
  readonly audience: Audience | null;
  readonly stage: readonly StageOrNone[];
  readonly redesign: readonly RedesignState[];
  /** Held back by one of this category on the date. */
  readonly barrier: BarrierCategory | null;
  /** Shows this signal on the date. */
  readonly signal: Signal | null;
  readonly q: string;
  /** Those that are closed on the date, which are else left out. */
  readonly closed: boolean;
  readonly sort: string;
  readonly page: number;
}

export const everything: ListChoice = {
  organisation: [],
  audience: null,
  stage: [],
  redesign: [],
  frontOffice: [],
  middleOffice: [],
  backOffice: [],
  barrier: null,
  signal: null,
  q: '',
  closed: false,
  ...present,
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
  const sort = params.get('sort') ?? '';
  const page = Number(params.get('page') ?? 1);
  const among = <T extends string>(all: readonly T[], name: string) =>
    all.filter((one) => params.getAll(name).includes(one));
  return {
    organisation: params.getAll('organisation').filter(Boolean),
    audience,
    stage: among(stagesOrNone, 'stage'),
    redesign: among(redesignStates, 'redesign'),
    frontOffice: among(stagesOrNone, 'frontOffice'),
    middleOffice: among(stagesOrNone, 'middleOffice'),
    backOffice: among(stagesOrNone, 'backOffice'),
    barrier: barrierCategories.find((one) => one === params.get('barrier')) ?? null,
    signal: signals.find((one) => one === params.get('signal')) ?? null,
    q: (params.get('q') ?? '').slice(0, 200).trim(),
    closed: params.get('closed') === 'true',
    ...pastFrom(params),
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
  for (const name of ['stage', 'redesign', ...offices] as const)
    for (const one of choice[name] ?? []) query.append(name, one);
  if (choice.barrier) query.append('barrier', choice.barrier);
  if (choice.signal) query.append('signal', choice.signal);
  if (choice.closed) query.append('closed', 'true');
  for (const [name, value] of Object.entries(pastParams({ ...present, ...choice })))
    query.append(name, String(value));
  if (choice.sort && choice.sort !== everything.sort) query.append('sort', choice.sort);
  if (choice.page && choice.page > 1) query.append('page', String(choice.page));
  const text = query.toString();
  return text ? `?${text}` : '';
}

export function listPath(choice: Partial<ListChoice>): string {
  return `/services${queryOf(choice)}`;
}

/** What the list can be downloaded as. */
export const downloadFormats = ['ods', 'xlsx', 'csv'] as const;
export type DownloadFormat = (typeof downloadFormats)[number];

/** The same filters as a file; a file has no pages and an order of its own. */
export function downloadPath(
  { sort: _, page: __, ...filters }: ListChoice,
  format: DownloadFormat = 'csv',
): string {
  return `/api/services.${format}${queryOf(filters)}`;
}

/** A service as it was in the past that is chosen. */
export function servicePathIn(
  { on, asKnownAt }: Pick<ListChoice, 'on' | 'asKnownAt'>,
  reference: string,
): string {
  return `${servicePath(reference)}${queryOf({ on, asKnownAt })}`;
}

/** References may hold slashes. */
export function servicePath(
  reference: string,
  page?: 'change' | 'record' | 'confirm' | 'close' | 'reopen' | 'transfer',
): string {
  return `/services/${encodeURIComponent(reference)}${page ? `/${page}` : ''}`;
}
