import type { Comparison } from '@headway/domain';
import { counts, portfolioOf } from '../portfolio/portfolio.fixture';
import { open } from './organisations-pages.fixture';
import { organisationOf } from './organisations.fixture';
import { changeWords } from './organisation-year';

const from = (before: ReturnType<typeof counts>, after: ReturnType<typeof counts>): Comparison =>
  ({
    with: '2025-11-23',
    overall: { before, after },
    sameServices: { before, after, services: before.services },
    ...{ entered: 0, left: 0 },
  }) as unknown as Comparison;

describe('how an organisation has changed in a year', () => {
  const many = from(counts({ in_progress: 12, live: 8 }), counts({ in_progress: 8, live: 12 }));

  it('is told by share, and by number where it has few services', () => {
    expect(changeWords(many)).toBe(
      'Since 23 November 2025 the share that is live or beyond is 20 points up; 20 points up among the same services.',
    );
    expect(changeWords(from(counts({ in_progress: 2, live: 1 }), counts({ in_progress: 1, live: 2 })))).toBe(
      '2 of 3 recorded services are live or beyond; it was 1 of 3 on 23 November 2025.',
    );
    expect(changeWords(from(counts({}), counts({ not_recorded: 2 })))).toBe('');
  });

  it('is compared by today’s boundaries, which its page says', async () => {
    const { http, settle, text, list } = await open('/departments/dbt');
    http.expectOne('/api/organisations/dbt').flush(organisationOf('DBT'));
    await list([organisationOf('DBT')]);
    http.expectOne('/api/portfolio?organisation=dbt').flush(portfolioOf());
    let asked = http.match(({ params }) => params.has('compareWith'));
    // What is deferred comes once the browser has nothing else to do.
    while (asked.length === 0) {
      await new Promise((later) => setTimeout(later, 10));
      await settle();
      asked = http.match(({ params }) => params.has('compareWith'));
    }
    const { params } = asked[0]!.request;
    expect([params.get('organisation'), params.get('boundaries')]).toEqual(['dbt', 'today']);
    asked[0]!.flush(portfolioOf({ comparison: many }));
    await settle();
    expect(text()).toContain('20 points up among the same services.');
    expect(text()).toContain('Both dates are by today’s departments');
  });
});
