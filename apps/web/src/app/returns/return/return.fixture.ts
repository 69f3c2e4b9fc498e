import type { Quarter, Return, ReturnMessage, Service, SubmittedReturn } from '@headway/contract';
import type { Role } from '@headway/domain';
import { openPage as pageAt, wordsOf } from '../../platform/page.harness';
import { serviceOf } from '../../services/services.fixture';
import { returnRoutes } from './return.routes';

export const home = '/quarters/2024-25-Q1/returns/dwp';
export const apiHome = `/api${home}`;
const { organisation } = serviceOf();

/** A return of a quarter long over, so that the day which it is about stays the same. */
export const returnOf = (change: Partial<Return> = {}): Return => ({
  quarter: '2024-25-Q1',
  organisation: { ...organisation, slug: 'dwp' },
  state: 'not_started',
  dueOn: '2024-07-26',
  workingDaysLate: 0,
  services: { total: 30, said: 4, changed: 1, notRecorded: 2 },
  confidence: null,
  confidenceBefore: { quarter: '2023-24-Q4', confidence: 'fairly_confident' },
  summary: null,
  summaryDrafted: false,
  draftedSummary: null,
  reviewed: false,
  restUnchanged: false,
  reference: null,
  submittedAt: null,
  submittedBy: null,
  signedOffAt: null,
  signedOffBy: null,
  maySignOff: false,
  excused: null,
  version: 1,
  ...change,
});

export const answered = (change: Partial<Return> = {}) =>
  returnOf({
    ...{ state: 'draft', confidence: 'fairly_confident', summary: 'Two went live', version: 2 },
    ...{ reviewed: true, restUnchanged: true, ...change },
  });

export const submittedReturn = (change: Partial<Return> = {}) =>
  answered({
    ...{ state: 'submitted', reference: '2024-25-Q1-DWP-1', version: 3 },
    ...{ submittedAt: '2024-07-20T09:05:00Z', submittedBy: 'Ada Lead', ...change },
  });

export const quarterOf = (state: Quarter['state'] = 'open'): Quarter => ({
  ...{ id: '2024-25-Q1', from: '2024-04-01', to: '2024-06-30', state, dueOn: '2024-07-26' },
  ...{ openedAt: '2024-07-01T08:00:00Z', closedAt: null, closedBy: null, mayReopen: false },
  returns: {
    ...{ expected: 1, not_started: 1, draft: 0, submitted: 0 },
    ...{ changes_requested: 0, signed_off: 0, excused: 0 },
  },
  revisions: [],
  version: 1,
});

export const messageOf = (change: Partial<ReturnMessage> = {}): ReturnMessage => ({
  ...{ id: crypto.randomUUID(), quarter: '2024-25-Q1', organisation: returnOf().organisation },
  ...{
    service: null,
    kind: 'message',
    stands: false,
    text: 'How so?',
    at: '2024-07-21T09:00:00Z',
    by: 'Olu Oversight',
  },
  ...change,
});

export const submission: SubmittedReturn = {
  ...{ quarter: '2024-25-Q1', organisation: returnOf().organisation, reference: '2024-25-Q1-DWP-1' },
  ...{ on: '2024-06-30', submittedAt: '2024-07-20T09:05:00Z', submittedBy: 'Ada Lead' },
  ...{ confidence: 'fairly_confident', summary: 'Two went live', sha256: 'ab'.repeat(32) },
  services: [
    {
      ...{ reference: 'DWP-001', name: 'Apply for a licence', organisation: organisation.name },
      ...{ audience: 'external', stage: 'in_progress', redesignUnderWay: true, frontOffice: 'live' },
      ...{ middleOffice: null, backOffice: 'not_started', since: '2024-05-03', record: null },
    },
  ],
  before: null,
};

export interface Around {
  readonly quarter: Quarter;
  readonly services: readonly Service[];
  readonly messages: readonly ReturnMessage[];
  readonly submitted: SubmittedReturn;
  /** What is asked of a submission is for the spec to answer. */
  readonly leaveOpen: boolean;
}
const nothingAround: Around = {
  quarter: quarterOf(),
  services: [],
  messages: [],
  submitted: submission,
  leaveOpen: false,
};

const routes = [
  { path: 'quarters/:id/returns/:slug', children: returnRoutes },
  { path: '**', children: [] },
];

/** One of the pages of a return for a person of a role, with what it asks for answered. */
export async function openPage(
  url: string,
  found: Return,
  role: Role = 'digital_lead',
  around: Partial<Around> = {},
) {
  const opened = await pageAt(url, routes, { role });
  const { http, harness, page, field } = opened;
  const settle = async () => {
    await harness.fixture.whenStable();
    await harness.fixture.whenStable();
  };
  /** Whatever is asked of how things stand. */
  const answer = async (
    now: Return = found,
    { quarter, services, messages, submitted, leaveOpen }: Around = { ...nothingAround, ...around },
  ) => {
    const flush = (at: string, body: object) => {
      for (const one of http.match(({ url: asked, method }) => method === 'GET' && asked === at))
        one.flush(body);
    };
    const list = (items: readonly object[]) => ({ items, page: 1, pageSize: 200, total: items.length });
    flush(apiHome, now);
    flush('/api/quarters/2024-25-Q1', quarter);
    await settle();
    const facts = () => {
      flush('/api/services', list(services));
      flush('/api/portfolio/movements', { services: list([]) });
      flush('/api/organisations/dwp/barriers', { items: [] });
    };
    facts();
    flush(`${apiHome}/messages`, { items: messages });
    flush(`${apiHome}/submission`, { ...submitted, reference: now.reference });
    await settle();
    if (!leaveOpen) facts();
    await settle();
  };
  await answer();
  return {
    ...{ ...opened, settle, answer },
    tick: async (id: string) => {
      field(id).click();
      await settle();
    },
    type: async (id: string, words: string) => {
      opened.type(id, words);
      await settle();
    },
    press: async (words: string) => {
      const all = [...page().querySelectorAll<HTMLElement>('button, a')];
      const button = all.find((one) => wordsOf(one).startsWith(words));
      if (!button) throw new Error(`There is no button ${words}`);
      button.click();
      await settle();
    },
    errors: () => [...page().querySelectorAll('.govuk-error-summary li')].map(wordsOf),
    sent: (method: string, url = apiHome) => http.expectOne({ method, url }),
  };
}
