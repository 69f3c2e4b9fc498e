import type { HttpTestingController } from '@angular/common/http/testing';
import type { MovedService, Service } from '@headway/contract';
import { wordsOf } from '../../platform/page.harness';
import { serviceOf } from '../../services/services.fixture';
import { home, openPage, submission, submittedReturn } from './return.fixture';

const found = submittedReturn({ maySignOff: true, reference: '2024-25-Q1-DWP-2' });
const before = { ...submission, confidence: 'very_confident' as const, before: undefined };
const submitted = {
  ...{ ...submission, reference: '2024-25-Q1-DWP-2', submittedAt: '2024-07-25T09:05:00Z' },
  before: { ...before, reference: '2024-25-Q1-DWP-1' },
};

const confirmed = serviceOf({ reference: 'A-1', name: 'Confirmed', lastEffectiveOn: '2024-06-01' });
const claimed = serviceOf({ reference: 'B-2', name: 'Claimed', barriers: 1, evidenceUrl: null });
const late: Service = serviceOf({
  ...{ reference: 'C-3', name: 'Late', stage: 'in_progress' },
  targets: [{ stage: 'live', dueOn: '2024-06-20', firstDueOn: '2024-06-20', slippage: 0 }],
});
const moved: MovedService = {
  ...{ reference: 'D-4', name: 'Moved', organisation: confirmed.organisation },
  ...{ before: 'in_progress', after: 'live', moves: [] },
};

/** Answers what is asked as it was known when something was submitted. */
function answerAsSubmitted(http: HttpTestingController) {
  const instants = new Set<string>();
  const known = (url: string) =>
    http
      .match((request) => request.url === url && request.params.has('asKnownAt'))
      .map((one) => {
        instants.add(one.request.params.get('asKnownAt')!);
        return one;
      });
  for (const one of known('/api/services')) {
    const items = one.request.params.has('signal') ? [claimed] : [confirmed, claimed, late];
    one.flush({ items, page: 1, pageSize: 200, total: items.length });
  }
  for (const one of known('/api/portfolio/movements'))
    one.flush({ services: { items: [moved], page: 1, pageSize: 200, total: 1 } });
  for (const one of known('/api/organisations/dwp/barriers')) one.flush({ items: [] });
  return [...instants].toSorted();
}

describe('the page on which a return is signed off', () => {
  it('shows what the lead saw when it was submitted, before anything is declared', async () => {
    const { http, settle, text, page } = await openPage(`${home}/sign-off`, found, 'approver', {
      submitted,
      leaveOpen: true,
    });
    expect(page().querySelector('form')).toBeNull();
    expect(answerAsSubmitted(http)).toEqual(['2024-07-20T09:05:00Z', '2024-07-25T09:05:00Z']);
    await settle();
    const words = text();
    expect(words).toContain('Against 2024-25-Q1-DWP-1, 20 July 2024 at 10:05');
    expect(words).toContain('Confidence: Fairly confident, was Very confident');
    expect(words).toContain('Moved');
    expect(words).toContain('Show the 1 service confirmed as they were');
    expect(words).toContain('1 claim without evidence, or further than the offices behind it: Claimed: Live');
    expect(words).toContain('1 open barrier, 1 target passed without being reached');
    expect(words).toContain('Live by 20 June 2024, 10 days late');
    expect(wordsOf(page().querySelector('form')!)).toContain('I have read this return');
  });
});
