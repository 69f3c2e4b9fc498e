import type { Portfolio } from '@headway/contract';
import { type StageOrNone, stagesOrNone } from '@headway/domain';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('the portfolio', () => {
  let headway: TestApp;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    headway = await testApp();
    const { source } = headway;
    await organisation(source, 'DFT');
    await organisation(source, 'DVLA', 'dft');
    await organisation(source, 'HMT');
    tokens.set('oversight', await person(source, 'oversight'));
    tokens.set('lead of DfT', await person(source, 'digital_lead', 'dft'));
    tokens.set('lead of DVLA', await person(source, 'digital_lead', 'dvla'));
    const owners = ['dft', 'dvla', 'dvla', 'hmt', 'hmt', 'hmt'];
    for (const [index, owner] of owners.entries()) {
      const id = await service(source, `S-${index}`, owner);
      if (index % 2) await source.query(`UPDATE service SET audience = 'internal' WHERE id = $1`, [id]);
      for (const [stage, on] of [
        ['in_progress', '2026-01-31'],
        ['live', `2026-0${index + 2}-15`],
      ].slice(0, index))
        // the first has none
        await source.query(
          `INSERT INTO stage_record (service_id, recorded_by, stage, effective_on)
           SELECT $1, id, $2, $3 FROM person LIMIT 1`,
          [id, stage, on],
        );
    }
    const late = await service(source, 'S-LATE', 'hmt');
    await source.query(`UPDATE service SET opens_on = '2026-04-01' WHERE id = $1`, [late]);
  }, 60_000);
  afterAll(() => headway.close());

  const get = async <T>(who: string, url: string): Promise<T> =>
    (await headway.ask('GET', url, { token: tokens.get(who)! })).json() as T;

  it('counts services open on the date, by the record in force then', async () => {
    const before = await get<Portfolio>('oversight', '/api/portfolio?on=2026-01-30');
    expect(before.total).toEqual(jasmine.objectContaining({ services: 6, not_recorded: 6 }));
    const march = await get<Portfolio>('oversight', '/api/portfolio?on=2026-03-31');
    expect(march.total).toEqual(
      jasmine.objectContaining({ services: 6, live: 0, in_progress: 5, not_recorded: 1 }),
    );
    const may = await get<Portfolio>('oversight', '/api/portfolio?on=2026-05-31');
    expect(may.total).toEqual(
      jasmine.objectContaining({ services: 7, live: 2, in_progress: 3, not_recorded: 2 }),
    );
  });

  it("counts an agency's services as its department's too", async () => {
    const { byOrganisation } = await get<Portfolio>('oversight', '/api/portfolio?on=2026-03-31');
    const services = byOrganisation.map(({ organisation: { slug, parent }, counts }) => [
      slug,
      parent,
      counts.services,
    ]);
    expect(services).toEqual([
      ['dft', null, 3],
      ['dvla', 'dft', 2],
      ['hmt', null, 3],
    ]);
  });

  it('shows whoever is bound to organisations those alone', async () => {
    const { total, byOrganisation } = await get<Portfolio>('lead of DVLA', '/api/portfolio?on=2026-03-31');
    expect([total.services, byOrganisation.map(({ organisation: { slug } }) => slug)]).toEqual([2, ['dvla']]);
    expect((await get<Portfolio>('lead of DfT', '/api/portfolio?on=2026-03-31')).total.services).toBe(3);
  });

  it('has behind every number a list of just that many services, for everybody and on every date', async () => {
    for (const who of tokens.keys())
      for (const on of ['2026-01-30', '2026-03-31', '2026-06-30']) {
        const portfolio = await get<Portfolio>(who, `/api/portfolio?on=${on}`);
        const numbers: [string, Record<StageOrNone | 'services', number>][] = [
          ['', portfolio.total],
          ['&audience=external', portfolio.byAudience.external],
          ['&audience=internal', portfolio.byAudience.internal],
          ...portfolio.byOrganisation.map(
            ({ organisation: { slug }, counts }) =>
              [`&organisation=${slug}`, counts] as [string, typeof counts],
          ),
        ];
        for (const [filter, counts] of numbers) {
          expect(counts.services).toBe(stagesOrNone.reduce((sum, stage) => sum + counts[stage], 0));
          for (const stage of stagesOrNone) {
            const list = await get<{ total: number }>(
              who,
              `/api/services?on=${on}${filter}&stage=${stage}&pageSize=1`,
            );
            expect(list.total).withContext(`${who} ${on} ${filter} ${stage}`).toBe(counts[stage]);
          }
        }
      }
  }, 60_000);

  it('refuses parameters it does not know and dates that do not exist', async () => {
    for (const query of [
      'on=2026-06-31',
      'on=today',
      'colour=blue',
      'audience=all',
      'on=2026-01-01&on=2026-01-02',
    ]) {
      const answer = await headway.ask('GET', `/api/portfolio?${query}`, { token: tokens.get('oversight')! });
      expect([answer.statusCode, answer.json().code]).withContext(query).toEqual([400, 'invalid_request']);
    }
  });
});
