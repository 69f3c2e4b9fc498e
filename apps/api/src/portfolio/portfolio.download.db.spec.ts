import type { Portfolio, Trend } from '@headway/contract';
import { headlineChange } from '@headway/domain';
import { readWorkbook } from '@headway/workbook';
import { parse } from 'csv-parse/sync';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('the view of the portfolio as a file', () => {
  let headway: TestApp;
  let token: string;

  beforeAll(async () => {
    headway = await testApp();
    for (const one of ['DWP', 'DVLA']) await organisation(headway.source, one);
    token = await person(headway.source, 'admin');
    const lead = await person(headway.source, 'digital_lead', 'dwp');
    for (const [reference, stage] of [
      ['A', 'live'],
      ['B', 'in_progress'],
      ['C', null],
    ] as const) {
      await service(headway.source, reference, 'dwp');
      if (!stage) continue;
      const { statusCode } = await headway.ask('POST', `/api/services/${reference}/records`, {
        token: lead,
        body: { stage, effectiveOn: '2026-01-31' },
        headers: { 'if-match': '*' },
      });
      expect(statusCode).toBe(201);
    }
    await service(headway.source, 'D', 'dvla');
  }, 60_000);
  afterAll(() => headway.close());

  const ask = (path: string, as = token) => headway.ask('GET', `/api/${path}`, { token: as });
  const view = 'on=2026-03-31&compareWith=2025-12-31';
  const quarters = 'from=2025-26-Q1&to=2025-26-Q4';

  it('holds every table of the page, with the figures of the page', async () => {
    const portfolio = (await ask(`portfolio?${view}`)).json<Portfolio>();
    const trend = (await ask(`portfolio/trend?${quarters}`)).json<Trend>();
    for (const format of ['ods', 'xlsx'] as const) {
      const { rawPayload, headers } = await ask(`portfolio.${format}?${view}&from=2025-26-Q1`);
      expect(headers['content-disposition']).toContain(`headway-portfolio-2026-03-31.${format}`);
      const sheet = async (name: string) => (await readWorkbook(rawPayload, { sheet: name })).rows;
      expect((await sheet('Stages')).slice(0, 2)).toEqual([
        [
          ...['Total', 'Services', 'Not started', 'In progress', 'Live', 'Redesigned', 'Not recorded'],
          'Live or beyond',
        ],
        ['All services', '4', '0', '1', '1', '0', '2', '50%'],
      ]);
      expect((await sheet('Quarters')).slice(1).map(([name, services]) => [name, services])).toEqual(
        trend.quarters
          .map(({ quarter, total }) => [`Q${quarter.at(-1)} 2025-26`, String(total.services)])
          .toReversed(),
      );
      expect((await sheet('Organisations')).slice(1).map(([name]) => name)).toEqual(
        portfolio.byOrganisation.map(({ organisation: { name } }) => name),
      );
      const about = await sheet('About');
      expect(about).toContain(['Finding 1', headlineChange(portfolio.comparison!)]);
      expect(about).toContain(['Position', 'On 31 March 2026']);
      expect(about).toContain(['Compared with', '31 December 2025']);
      expect(about.map(([, is]) => is)).toContain('2 services have not started on redesign, 100%.');
    }
  });

  it('shows the measure, the quarters and the services that were chosen', async () => {
    const csv = async (query: string) => {
      const { body } = await ask(`portfolio.csv?${query}`);
      return parse<Record<string, string>>(body, { bom: true, columns: true });
    };
    const redesign = await csv(`${view}&from=2025-26-Q3&trendOf=redesign`);
    const [last] = redesign.filter(({ Table }) => Table === 'Quarters');
    expect(Object.values(last!)).toEqual(['Quarters', 'Q4 2025-26', '', 'Services', '2026-03-31', '4']);
    expect(redesign.filter(({ Table, Line }) => Table === 'Quarters' && Line === 'Q3 2025-26').length).toBe(
      6,
    );
    const about = redesign.filter(({ Table }) => Table === 'About').map(({ Line, Value }) => [Line, Value]);
    expect(about).toContain(['Who it is for', 'Everyone']);
    expect(about).toContain([
      'Finding 1',
      '1 of the 2 services recorded is live or beyond, 50%. Nothing was recorded on 31 December 2025, so there is no change to show.',
    ]);
    const dvla = await csv('organisation=dvla&on=2026-03-31');
    const lines = dvla.filter(({ Table, Figure }) => Table === 'Organisations' && Figure === 'Services');
    expect(lines.map(({ Line, Value }) => [Line, Value])).toEqual([['Department DVLA', '1']]);
  });

  it('keeps to what the caller may see', async () => {
    const lead = await person(headway.source, 'digital_lead', 'dvla');
    const { body } = await ask('portfolio.csv?on=2026-03-31', lead);
    expect(body).not.toContain('DWP');
    expect(body).toContain('Stages,All services,,Services,2026-03-31,1');
  });

  it('refuses what the page would refuse', async () => {
    for (const query of ['compareWith=2099-01-01', 'from=2026', 'trendOf=all', 'colour=red']) {
      const { statusCode } = await ask(`portfolio.ods?${query}`);
      expect(statusCode).withContext(query).toBe(400);
    }
  });
});
