import type { Portfolio, Service } from '@headway/contract';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('the measures of the portfolio', () => {
  let headway: TestApp;
  let token: string;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    token = await person(headway.source, 'digital_lead', 'dwp');
    const said = {
      SILENT: null,
      BEGUN: { stage: 'in_progress', redesignUnderWay: true },
      FRONT: { stage: 'live', frontOffice: 'live', middleOffice: 'not_started', backOffice: 'not_started' },
      HALF: { stage: 'live', redesignUnderWay: true, frontOffice: 'live', middleOffice: 'in_progress' },
      WHOLE: {
        ...{ stage: 'redesigned', frontOffice: 'redesigned', middleOffice: 'redesigned' },
        backOffice: 'redesigned',
      },
      NOTHING: { stage: 'not_started' },
    };
    for (const [reference, record] of Object.entries(said)) {
      await service(headway.source, reference, 'dwp');
      if (!record) continue;
      const answer = await headway.ask('POST', `/api/services/${reference}/records`, {
        token,
        body: { ...record, effectiveOn: '2026-01-31' },
        headers: { 'if-match': '*' },
      });
      expect(answer.statusCode).withContext(answer.body).toBe(201);
    }
  }, 60_000);
  afterAll(() => headway.close());

  const get = async <T>(path: string) => (await headway.ask('GET', `/api/${path}`, { token })).json() as T;
  const found = async (query: string) =>
    (await get<{ items: Service[] }>(`services?sort=reference&${query}`)).items.map(
      ({ reference }) => reference,
    );

  it('count redesigned as live online, and redesign by its mark', async () => {
    const { online, redesign } = await get<Portfolio>('portfolio');
    expect(online).toEqual({ services: 6, not_recorded: 1, not_started: 1, in_progress: 1, live: 3 });
    expect(redesign).toEqual({ services: 6, not_recorded: 1, not_started: 2, under_way: 2, complete: 1 });
  });

  it('count each office on its own, with those that say nothing of it', async () => {
    const { offices } = await get<Portfolio>('portfolio');
    const all = { services: 6, not_started: 0, in_progress: 0, live: 0, redesigned: 1 };
    expect(offices).toEqual({
      frontOffice: { ...all, live: 2, not_recorded: 3 },
      middleOffice: { ...all, not_started: 1, in_progress: 1, not_recorded: 3 },
      backOffice: { ...all, not_started: 1, not_recorded: 4 },
    });
  });

  it('count nothing before it was recorded', async () => {
    const { online, redesign, offices } = await get<Portfolio>('portfolio?on=2026-01-30');
    for (const counts of [online, redesign, ...Object.values(offices)])
      expect([counts.services, counts.not_recorded]).toEqual([6, 6]);
  });

  it('open the services behind them', async () => {
    expect(await found('redesign=under_way')).toEqual(['BEGUN', 'HALF']);
    expect(await found('redesign=not_started')).toEqual(['FRONT', 'NOTHING']);
    expect(await found('redesign=complete&redesign=under_way')).toEqual(['BEGUN', 'HALF', 'WHOLE']);
    expect(await found('frontOffice=live&frontOffice=redesigned')).toEqual(['FRONT', 'HALF', 'WHOLE']);
    expect(await found('frontOffice=live&backOffice=not_recorded')).toEqual(['HALF']);
    expect(await found('middleOffice=not_recorded')).toEqual(['BEGUN', 'NOTHING', 'SILENT']);
  });

  it('are the same in a file', async () => {
    const { body } = await headway.ask('GET', '/api/services.csv?redesign=under_way&frontOffice=live', {
      token,
    });
    expect(body.trim().split(/\r?\n/).length).toBe(2);
    expect(body).toContain('HALF');
  });
});
