import type { List, SignalledService, Signals } from '@headway/contract';
import { daysAfter, londonDate } from '@headway/domain';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';
import { elementsOf } from './signals.feed.fixture.js';

const ago = (days: number) => daysAfter(londonDate(new Date()), -days);

describe('signals', () => {
  let headway: TestApp;
  let viewer: string;
  let lead: string;

  beforeAll(async () => {
    headway = await testApp();
    const { source } = headway;
    await organisation(source, 'DWP');
    await organisation(source, 'HSE', 'dwp');
    await organisation(source, 'HMRC');
    viewer = await person(source, 'viewer');
    lead = await person(source, 'digital_lead', 'dwp');
    const record = (reference: string, stage: string, day: string) =>
      source.query(
        `INSERT INTO stage_record (service_id, stage, effective_on, evidence_url, middle_office, recorded_by)
         SELECT s.id, $2, $3, 'https://www.gov.uk', 'live', p.id FROM service s, (SELECT id FROM person LIMIT 1) p
         WHERE reference = $1`,
        [reference, stage, day],
      );
    const barrier = (reference: string, words: string, raised: string, resolved: string | null = null) =>
      source.query(
        `INSERT INTO barrier (service_id, category, description, next_action, raised_on, resolved_on, changed_by)
         SELECT s.id, 'skills', $2, 'Hire', $3, $4, p.id FROM service s, (SELECT id FROM person LIMIT 1) p
         WHERE reference = $1`,
        [reference, words, raised, resolved],
      );
    for (const [reference, owner] of [
      ['DWP-001', 'dwp'],
      ['DWP-002', 'dwp'],
      ['HSE-001', 'hse'],
      ['HMRC-001', 'hmrc'],
      ['HMRC-002', 'hmrc'],
      ['HMRC-003', 'hmrc'],
    ] as const)
      await service(source, reference, owner);
    await source.query(`UPDATE service SET owner = 'A B', name = 'R&D <1>' WHERE reference = 'HSE-001'`);
    await record('DWP-001', 'in_progress', ago(400));
    await record('DWP-002', 'in_progress', ago(30));
    await record('HSE-001', 'live', ago(200));
    await record('HSE-001', 'in_progress', ago(10));
    await record('HMRC-001', 'in_progress', ago(700));
    await record('HMRC-003', 'redesigned', ago(20));
    await barrier('DWP-001', 'The oldest, resolved', ago(300), ago(200));
    await barrier('DWP-001', 'The newer', ago(50));
    await barrier('DWP-001', 'The older', ago(100));
  }, 60_000);
  afterAll(() => headway.close());

  const get = async <T>(path: string, token = viewer) => {
    const answer = await headway.ask('GET', `/api/${path}`, { token });
    expect(answer.statusCode).withContext(answer.body).toBe(200);
    return answer.json() as T;
  };
  const shown = async (query: string, token = viewer) => {
    const { items } = await get<List<SignalledService>>(`portfolio/signals/services?${query}`, token);
    return items.map(({ reference, signals }) =>
      [reference, ...signals.map(({ signal }) => signal)].join(' '),
    );
  };

  it('are shown of one service, to who may see it', async () => {
    expect(await shown('reference=DWP-001')).toEqual(['DWP-001 stalled']);
    expect(await shown('reference=DWP-002')).toEqual([]);
    expect(await shown('reference=HMRC-001')).toEqual(['HMRC-001 stalled']);
    expect(await shown('reference=HMRC-001', lead)).toEqual([]);
    expect(await shown('reference=DWP')).toEqual([]);
  });

  it('are counted for who sees all', async () => {
    const { on, boundaries, total } = await get<Signals>('portfolio/signals');
    expect([on, boundaries]).toEqual([londonDate(new Date()), 'then']);
    expect(total).toEqual({
      services: 6,
      any: 4,
      stalled: 2,
      went_backwards: 1,
      slipped: 0,
      front_only: 0,
      check_claim: 0,
      no_data: 1,
    });
    expect(await shown('')).toEqual([
      'HSE-001 went_backwards',
      'DWP-001 stalled',
      'HMRC-001 stalled',
      'HMRC-002 no_data',
    ]);
  });

  it('are only of the own organisations for who sees only those', async () => {
    const { total, byOrganisation } = await get<Signals>('portfolio/signals', lead);
    expect([total.services, total.any]).toEqual([3, 2]);
    expect(byOrganisation.map(({ organisation: { slug }, counts }) => [slug, counts.any])).toEqual([
      ['dwp', 2],
      ['hse', 1],
    ]);
    expect(await shown('', lead)).toEqual(['HSE-001 went_backwards', 'DWP-001 stalled']);
    expect(await shown('organisation=hmrc', lead)).toEqual([]);
  });

  it('say whose it is, what has held it back the longest and what is done about it', async () => {
    const { items } = await get<List<SignalledService>>('portfolio/signals/services?organisation=dwp');
    const [hse, dwp] = items;
    expect(hse).toEqual({
      id: jasmine.any(String) as unknown as string,
      reference: 'HSE-001',
      name: 'R&D <1>',
      organisation: { slug: 'hse', name: 'Department HSE', abbreviation: 'HSE' },
      owner: 'A B',
      stage: 'in_progress',
      signals: [{ signal: 'went_backwards', began: ago(10), from: 'live', to: 'in_progress' }],
      barrier: null,
      barriers: 0,
    });
    expect(dwp!.barriers).toBe(2);
    expect(dwp!.barrier).toEqual({
      category: 'skills',
      description: 'The older',
      nextAction: 'Hire',
      nextActionOwner: null,
      raisedOn: ago(100),
    });
    const then = await get<List<SignalledService>>(`portfolio/signals/services?on=${ago(1)}&q=DWP-001`);
    expect(then.items[0]!.barrier!.description).toBe('The older');
    // All of it was written down today: twenty days ago nobody knew that anything stood still.
    const earlier = async (signal: string) => {
      const path = `portfolio/signals/services?on=${ago(20)}&signal=${signal}`;
      return (await get<List<SignalledService>>(path)).items.map(({ reference }) => reference);
    };
    expect(await earlier('stalled')).toEqual([]);
    expect(await earlier('no_data')).toContain('DWP-001');
  });

  it('narrow the list of services and its downloads too', async () => {
    const list = await get<List<{ reference: string }>>('services?signal=went_backwards&signal=no_data');
    expect(list.items.map(({ reference }) => reference)).toEqual(['HSE-001', 'HMRC-002']);
    const csv = await headway.ask('GET', '/api/services.csv?signal=stalled', { token: lead });
    expect(
      csv.body
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.slice(0, 7)),
    ).toEqual(['DWP-001']);
  });

  for (const path of [
    'portfolio/signals?signal=stalled',
    'portfolio/signals?closed=true',
    'portfolio/signals/services?signal=lost',
    'portfolio/signals/services?sort=name',
    'portfolio/signals.atom?on=2026-01-31',
    'services?signal=confidence',
  ])
    it(`are not asked for by ${path}`, async () => {
      expect((await headway.ask('GET', `/api/${path}`, { token: viewer })).statusCode).toBe(400);
    });

  describe('as a feed', () => {
    const feed = async (query = '', token = viewer) => {
      const answer = await headway.ask('GET', `/api/portfolio/signals.atom${query}`, { token });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        200,
        'application/atom+xml; charset=utf-8',
      ]);
      const elements = elementsOf(answer.body);
      const of = (name: string) =>
        elements.flatMap((one) =>
          one.startsWith(`feed/entry/${name}=`) ? [one.slice(name.length + 12)] : [],
        );
      return { titles: of('title'), ids: of('id'), elements };
    };

    it('are those that began in the last 90 days, the newest first', async () => {
      const { titles, elements } = await feed();
      expect(titles).toEqual(['Went backwards: R&D <1>', 'Stalled: Service DWP-001']);
      const updated = elements.find((one) => one.startsWith('feed/updated='));
      expect(updated).toBe(`feed/updated=${ago(10)}T00:00:00Z`);
    });

    it('are the same when they are asked for again, and none of another department', async () => {
      const [first, second] = [await feed(), await feed()];
      expect(first).toEqual(second);
      expect(new Set(first.ids).size).toBe(2);
      const theirs = await person(headway.source, 'digital_lead', 'hmrc');
      expect((await feed('', theirs)).titles).toEqual([]);
      expect((await feed('', lead)).titles.length).toBe(2);
    });

    it('are narrowed as the list is, and only to the signals asked for', async () => {
      expect((await feed('?signal=stalled')).titles).toEqual(['Stalled: Service DWP-001']);
      expect((await feed('?organisation=hse')).titles).toEqual(['Went backwards: R&D <1>']);
      const { elements } = await feed('?organisation=hse&signal=stalled&signal=slipped');
      expect(elements).toContain(
        jasmine.stringMatching(
          /^feed\/link=.*\?organisation=hse&signal=stalled&signal=slipped$/,
        ) as unknown as string,
      );
    });

    it('are for nobody who is not signed in', async () => {
      expect((await headway.ask('GET', '/api/portfolio/signals.atom')).statusCode).toBe(401);
    });
  });
});
