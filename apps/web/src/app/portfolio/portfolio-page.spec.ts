import { TestBed } from '@angular/core/testing';
import { type Standing, comparisonOf } from '@headway/domain';
import { Announcer } from '../platform/announcer';
import { counts, portfolioOf } from './portfolio.fixture';
import { asked, open } from './portfolio.harness';

describe('the portfolio page', () => {
  it('says how far services have got, every figure a link to the services behind it', async () => {
    const { http, page, settle, links } = await open('/portfolio?on=2026-03-31&audience=external');
    http
      .expectOne(asked('/api/portfolio?on=2026-03-31&audience=external'))
      .flush(portfolioOf({ on: '2026-03-31' }));
    await settle();
    expect(page.querySelector('h1')!.textContent).toContain('Portfolio');
    expect(page.textContent).toContain('On 31 March 2026');
    expect(page.textContent).toContain('8 of the 20 services recorded are live or beyond, 40%.');
    const params = ({ href }: HTMLAnchorElement) => new URL(href).searchParams;
    for (const link of links().filter((one) => params(one).get('audience') !== 'internal'))
      expect([params(link).get('on'), params(link).get('audience')]).toEqual(['2026-03-31', 'external']);
    const agency = links().filter(({ href }) => href.includes('organisation=dvla'));
    expect(agency.map(({ textContent }) => textContent!.trim())).toEqual([
      '12',
      '1',
      '5',
      '3',
      '1',
      '2',
      '40%',
    ]);
    expect(params(agency[3]!).getAll('stage')).toEqual(['live']);
  });

  it('says how that has changed since a year before, and warns where the list tells another story', async () => {
    const { http, page, settle } = await open('/portfolio?on=2026-03-31');
    const request = http.expectOne(asked('/api/portfolio?on=2026-03-31'));
    expect(request.request.params.get('compareWith')).toBe('2025-03-31');
    const movement = (before: Standing, after: Standing, services: number) => ({ before, after, services });
    const comparison = comparisonOf('2025-03-31', [
      ...[
        movement('live', 'live', 39),
        movement('in_progress', 'live', 2),
        movement('in_progress', 'in_progress', 9),
      ],
      ...[movement('live', 'absent', 141), movement('in_progress', 'absent', 9)],
      ...[movement('absent', 'live', 82), movement('absent', 'in_progress', 18)],
    ]);
    request.flush(portfolioOf({ on: '2026-03-31', total: comparison.overall.after, comparison }));
    await settle();
    expect(page.textContent).toContain(
      '123 of the 150 services recorded are live or beyond, 82%; 8 points down since 31 March 2025; 4 points up among the same services.',
    );
    expect(page.querySelector('.govuk-warning-text')!.textContent).toContain(
      'fell by 8 points overall, but rose',
    );
    const made = [...page.querySelectorAll('a')].find(({ textContent }) => /made of/.test(textContent!))!;
    expect(made.getAttribute('href')).toBe('/portfolio/compare?from=2025-03-31&to=2026-03-31');
  });

  it('says the new figures after a filter is chosen', async () => {
    const { http, harness, settle } = await open();
    http.expectOne(asked('/api/portfolio')).flush(portfolioOf());
    await settle();
    const { message } = TestBed.inject(Announcer);
    expect(message()).toBe('8 of the 20 services recorded are live or beyond, 40%.');
    await harness.navigateByUrl('/portfolio?audience=external');
    http
      .expectOne(asked('/api/portfolio?audience=external'))
      .flush(portfolioOf({ total: counts({ live: 3 }) }));
    await settle();
    expect(message()).toBe('3 of the 3 services recorded are live or beyond, 100%.');
  });

  it('is of the day that it was known on, where no other is given', async () => {
    const { http, page, settle } = await open('/portfolio?asKnownAt=2025-06-30');
    const request = http.expectOne(asked('/api/portfolio?on=2025-06-30&asKnownAt=2025-06-30'));
    expect(request.request.params.get('compareWith')).toBe('2024-06-30');
    request.flush(portfolioOf({ on: '2025-06-30' }));
    await settle();
    expect(page.querySelector('h2')!.textContent).toBe('On 30 June 2025, as it was known on 30 June 2025');
    expect(page.querySelector('a[download]')!.getAttribute('href')).toContain(
      '?on=2025-06-30&asKnownAt=2025-06-30&',
    );
  });

  it('sets an agency beneath its department', async () => {
    const { http, page, settle } = await open();
    http.expectOne(asked('/api/portfolio')).flush(portfolioOf());
    await settle();
    const rows = [...page.querySelectorAll('tbody th')].map(({ textContent }) =>
      textContent!.replace(/\s+/g, ' ').trim(),
    );
    expect(rows.slice(-2)).toEqual([
      'Department for Transport',
      'of which Driver and Vehicle Licensing Agency',
    ]);
  });

  it('brings in what others change, and says so once', async () => {
    const { http, page, changes, settle } = await open();
    http.expectOne(asked('/api/portfolio')).flush(portfolioOf());
    await settle();
    changes.next({ kind: 'service.changed', subject: 'DWP-014' });
    await new Promise((later) => setTimeout(later, 250));
    http.expectOne(asked('/api/portfolio')).flush(portfolioOf({ total: counts({ live: 99 }) }));
    await settle();
    expect(page.textContent).toContain('99 of the 99 services recorded are live or beyond, 100%.');
    expect(TestBed.inject(Announcer).message()).toBe('Figures updated');
  });

  it('says that there are no services, and that none has a stage', async () => {
    const { http, page, settle } = await open();
    const none = counts({});
    const byAudience = { external: none, internal: none };
    http
      .expectOne(asked('/api/portfolio'))
      .flush(portfolioOf({ total: none, byAudience, byOrganisation: [] }));
    await settle();
    expect(page.textContent).toContain('There are no services.');
    expect(page.querySelector('table')).toBeNull();
  });

  it('has a problem page that can be tried again', async () => {
    const { http, page, settle } = await open();
    http.expectOne(asked('/api/portfolio')).error(new ProgressEvent('error'));
    await settle();
    expect(page.querySelector('h1')!.textContent).toBe('Headway is not available');
    page.querySelector<HTMLButtonElement>('main button')!.click();
    http.expectOne(asked('/api/portfolio')).flush(portfolioOf());
    await settle();
    expect(page.querySelector('h1')!.textContent).toContain('Portfolio');
  });

  it('says which past is shown at the top, and every figure opens a list of the same past', async () => {
    const past = 'on=2024-03-31&asKnownAt=2024-06-30&boundaries=today';
    const { http, page, changes, settle, links } = await open(`/portfolio?${past}`);
    http.expectOne(asked(`/api/portfolio?${past}`)).flush(portfolioOf({ on: '2024-03-31' }));
    await settle();
    expect(page.querySelector('h2')!.textContent).toBe(
      'On 31 March 2024, as it was known on 30 June 2024, by the departments of 30 June 2024',
    );
    const today = [...page.querySelectorAll('a')].find(({ textContent }) => textContent === 'Show today');
    expect(today!.getAttribute('href')).toBe('/portfolio');
    expect(links().length).toBeGreaterThan(60);
    for (const { href } of links()) expect(href).toContain(`/services?${past}`);
    expect(changes.observed).toBeFalse();
  });

  it('tells online from redesigned, in words and figures that open the services behind them', async () => {
    const { http, page, settle, links } = await open();
    http.expectOne(asked('/api/portfolio')).flush(portfolioOf());
    await settle();
    const behind = (words: string) =>
      links()
        .find(({ textContent }) => textContent!.trim() === words)
        ?.href.split('?')[1];
    expect(behind('8 services are live or beyond, 40%.')).toBe('stage=live&stage=redesigned');
    expect(behind('7 services are being redesigned, 35%.')).toBe('redesign=under_way');
    const table = page.querySelector('[aria-label="Services online and redesigned"]')!;
    expect([...table.querySelectorAll('tbody a')].map(({ textContent }) => textContent)).toEqual([
      ...['24', '2', '10', '8', '4', '40%'],
      ...['24', '11', '7', '2', '4', '10%'],
    ]);
  });

  it('shows the three offices, and says how many services are silent on each', async () => {
    const { http, page, settle, links } = await open();
    http.expectOne(asked('/api/portfolio')).flush(portfolioOf());
    await settle();
    const silent = links().find(({ textContent }) => /say nothing of their front office/.test(textContent!));
    expect(silent!.href).toMatch(/\/services\?frontOffice=not_recorded$/);
    expect(page.textContent).toContain('No service says how far its back office has got.');
    const table = page.querySelector('[aria-label="Front, middle and back office by stage"]')!;
    const back = [...table.querySelectorAll('tbody tr')].at(-1)!;
    expect([...back.querySelectorAll('a')].map(({ href }) => href.split('?')[1] ?? '')).toEqual([
      '',
      ...['not_started', 'in_progress', 'live', 'redesigned', 'not_recorded'].map(
        (stage) => `backOffice=${stage}`,
      ),
      'backOffice=live&backOffice=redesigned',
    ]);
  });

  it('draws nothing of offices and audiences of which nothing is recorded: the tables say so', async () => {
    const { http, page, settle } = await open();
    const silent = counts({ not_recorded: 1 });
    const offices = { frontOffice: silent, middleOffice: silent, backOffice: silent };
    const byAudience = { external: counts({ live: 1 }), internal: counts({}) };
    http
      .expectOne(asked('/api/portfolio'))
      .flush(portfolioOf({ total: byAudience.external, byAudience, offices }));
    await settle();
    expect(page.querySelector('hw-offices')!.textContent).toContain(
      'No service says how far its front office',
    );
    expect(page.querySelector('hw-offices hw-chart')).toBeNull();
    expect(page.querySelectorAll('hw-breakdown hw-stages-picture').length).toBe(1);
    expect(page.textContent).not.toContain('There are no services to show.');
  });
});
