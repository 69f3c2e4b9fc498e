import { comparisonOf } from '@headway/domain';
import { counts, portfolioOf } from './portfolio.fixture';
import { asked, open } from './portfolio.harness';

describe('the portfolio quarter by quarter', () => {
  it('goes back quarter by quarter, each figure to the services of its own day', async () => {
    const { http, page, settle } = await open('/portfolio?on=2026-03-31&audience=external');
    http
      .expectOne(asked('/api/portfolio?on=2026-03-31&audience=external'))
      .flush(portfolioOf({ on: '2026-03-31' }));
    await settle();
    const request = http.expectOne(
      '/api/portfolio/trend?on=2026-03-31&audience=external&from=2023-24-Q1&to=2025-26-Q4',
    );
    const { byOrganisation: _, boundaries: __, on: ___, ...figures } = portfolioOf();
    const before = { ...figures, total: counts({ in_progress: 9, live: 1 }) };
    const quarters = [
      { quarter: '2025-26-Q3', on: '2025-12-31', ...before },
      { quarter: '2025-26-Q4', on: '2026-03-30', ...figures },
    ];
    const organisation = { slug: 'dft', name: 'Department for Transport', abbreviation: 'DfT', parent: null };
    const line = quarters.map(({ total }) => ({ name: organisation.name, counts: total }));
    request.flush({ boundaries: 'then', quarters, byOrganisation: [{ organisation, quarters: line }] });
    await settle();
    expect(page.textContent).toContain('went from 10% to 40%, 30 points up.');
    // Each change leads to what it is made of, and that of all says so.
    const compared = 'from=2025-12-31&to=2026-03-30&audience=external';
    const comparison = comparisonOf('2025-12-31', [
      { before: 'in_progress', after: 'live', services: 2 },
      { before: 'live', after: 'live', services: 2 },
      { before: 'absent', after: 'live', services: 6 },
    ]);
    http.expectOne(`/api/portfolio/movements?${compared}`).flush({ comparison });
    await settle();
    const made =
      'recorded on both 31 December 2025 and 30 March 2026 the share that is live or beyond is 50 points up.';
    const hrefs = [...page.querySelectorAll('a')]
      .filter(({ textContent }) => textContent!.includes(made) || textContent!.trim() === '40%, 30 points up')
      .map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual([
      `/portfolio/compare?${compared}`,
      '/portfolio/compare?organisation=dft&audience=external&from=2025-12-31&to=2026-03-30',
    ]);
    const table = page.querySelector('[aria-label="All services by stage, at the end of each quarter"]')!;
    const rows = [...table.querySelectorAll('tbody tr')];
    expect(rows.map((row) => row.querySelector('th')!.textContent!.trim())).toEqual([
      'Q4 2025-26 to 30 March 2026',
      'Q3 2025-26',
    ]);
    expect(rows[1]!.querySelectorAll('a')[3]!.getAttribute('href')).toBe(
      '/services?on=2025-12-31&audience=external&stage=live',
    );
  });

  it('is never of an audience that is left out, quarter by quarter', async () => {
    const { http, page, settle } = await open('/portfolio?audience=internal&trendOf=external');
    http.expectOne(asked('/api/portfolio?audience=internal')).flush(portfolioOf());
    await settle();
    const { byOrganisation: _, boundaries: __, on, ...figures } = portfolioOf();
    http
      .expectOne(({ url }) => url === '/api/portfolio/trend')
      .flush({
        ...{ boundaries: 'then', byOrganisation: [] },
        quarters: [{ quarter: '2026-27-Q3', on, ...figures }],
      });
    await settle();
    const offered = [...page.querySelectorAll<HTMLOptionElement>('#trend-of option')];
    expect(offered.map(({ value }) => value)).not.toContain('external');
    expect(offered.find(({ selected }) => selected)!.value).toBe('stage');
    expect(page.querySelector('a[download]')!.getAttribute('href')).toContain('trendOf=stage');
  });
});
