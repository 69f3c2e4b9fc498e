import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { comparisonOf, returnCounts } from '@headway/domain';
import { listOf } from './audit/audit.fixture';
import { barrierOf } from './barriers/barriers.fixture';
import { organisationOf } from './organisations/organisations.fixture';
import { portfolioOf } from './portfolio/portfolio.fixture';
import { quarterWith, returnOf as owed } from './quarters/quarters.fixture';
import { answered, quarterOf, returnOf, submission, submittedReturn } from './returns/return/return.fixture';
import { closureOf, recordOf, serviceOf } from './services/services.fixture';

const organisation = organisationOf('DWP');
const agency = organisationOf('DVLA', { parent: organisation });
const service = serviceOf({ organisation });
/** Over, and with a return that is not finished. */
export const quarter = quarterWith({ returns: returnCounts(['not_started']) });
export const planned = quarterWith({
  id: '2025-26-Q2',
  from: '2025-07-01',
  to: '2025-09-30',
  state: 'planned',
});
export const reopenable = quarterWith({ id: '2025-26-Q1', state: 'closed', mayReopen: true });
const aimed = { stage: 'live', firstDueOn: '2027-03-31', dueOn: '2027-06-30', slippage: 91 } as const;
const stalled = { ...{ signal: 'stalled', unit: 'days', value: 365, default: 365, most: 3650 }, history: [] };
const record = recordOf();

const none = { items: [], total: 0, page: 1, pageSize: 50 };

/** What the API answers, by the end of the path. */
const answers: Answers = [
  [/services\/CLOSED$/, serviceOf({ reference: 'CLOSED', closures: [closureOf()] })],
  [/services\/AIMED$/, serviceOf({ reference: 'AIMED', stage: 'in_progress', targets: [aimed] })],
  [/services\/[^/]+$/, service],
  [/services\/[^/]+\/records$/, { items: [record] }],
  [/services$/, { items: [service], total: 1, page: 1, pageSize: 50 }],
  [/barriers\/[^/]+$/, barrierOf({ resolvedOn: '2026-05-01' })],
  [/organisations\/[^/]+$/, organisation],
  [/organisations$/, { items: [organisation, agency], total: 2, page: 1, pageSize: 200 }],
  [/quarters\/2025-26-Q2$/, planned],
  [/quarters\/2025-26-Q1$/, reopenable],
  [/quarters\/2024-25-Q1$/, quarterOf()],
  [/quarters\/[^/]+$/, quarter],
  [/quarters\/[^/]+\/returns$/, { items: [owed('DWP')], missing: [], unreachable: [] }],
  [/returns\/sent$/, submittedReturn({ organisation: { ...organisation, slug: 'sent' }, maySignOff: true })],
  [/returns\/ready$/, answered({ organisation: { ...organisation, slug: 'ready' } })],
  [/returns\/[^/]+$/, returnOf()],
  [/submission$/, submission],
  [/movements$/, { services: none, matrix: [], comparison: comparisonOf('2024-03-31', []) }],
  [/thresholds$/, { items: [{ ...stalled, version: 4 }] }],
  [/audit$/, listOf()],
  [/portfolio$/, portfolioOf()],
  [/./, none],
];

type Answers = readonly (readonly [RegExp, unknown])[];

/** Answers what was asked by reading, `first` before all others; what was sent is left for the spec to answer. */
export function answerAll(http: HttpTestingController, first: Answers = []): void {
  const asked: TestRequest[] = http.match(({ method }) => method === 'GET');
  for (const one of asked) {
    const [, answer] = [...first, ...answers].find(([path]) => path.test(one.request.url))!;
    if (!one.cancelled) one.flush(answer as object);
  }
}

/** Forms that are folded away are fetched, and seen, only once they are unfolded. */
export function unfold(page: HTMLElement | null): void {
  for (const box of page?.querySelectorAll('details:not([open])') ?? []) {
    box.setAttribute('open', '');
    box.dispatchEvent(new Event('toggle'));
  }
}
