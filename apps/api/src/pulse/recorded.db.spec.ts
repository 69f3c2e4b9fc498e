import { PulseRecorded } from '@headway/contract';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';
import { daysAgo, newWave } from './pulse.fixture.js';

describe('what is recorded beside the pulse', () => {
  let headway: TestApp;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    headway = await testApp();
    const { source } = headway;
    for (const name of ['DWP', 'HMT']) await organisation(source, name);
    await organisation(source, 'JCP', 'dwp');
    tokens.set('viewer', await person(source, 'viewer'));
    tokens.set('lead', await person(source, 'digital_lead', 'dwp'));
    for (const [reference, owner] of [
      ['DWP-1', 'dwp'],
      ['JCP-1', 'jcp'],
      ['HMT-1', 'hmt'],
    ] as const)
      await service(source, reference, owner);
    await source.query(`UPDATE service SET audience = 'internal' WHERE reference = 'JCP-1'`);
    const record = (reference: string, stage: string, on: string) =>
      source.query(
        `INSERT INTO stage_record (service_id, stage, effective_on, recorded_at, recorded_by, redesign_under_way)
         SELECT s.id, $2, $3, $3::date + interval '1 hour', (SELECT id FROM person LIMIT 1), false
         FROM service s WHERE reference = $1`,
        [reference, stage, on],
      );
    await record('DWP-1', 'live', daysAgo(30));
    await record('JCP-1', 'in_progress', daysAgo(30));
    await record('JCP-1', 'redesigned', daysAgo(5));
    await record('HMT-1', 'live', daysAgo(30));
    const barrier = (of: string, raised: string, resolved: string | null) =>
      source.query(
        `INSERT INTO barrier (service_id, category, description, raised_on, resolved_on, changed_by)
         SELECT s.id, 'skills', 'Nobody can do it', $2, $3, (SELECT id FROM person LIMIT 1) FROM service s
         WHERE reference = $1`,
        [of, raised, resolved],
      );
    await barrier('JCP-1', daysAgo(30), null);
    await barrier('JCP-1', daysAgo(30), daysAgo(5));
    await barrier('JCP-1', daysAgo(30), daysAgo(10));
    await barrier('DWP-1', daysAgo(9), null);
    await barrier('HMT-1', daysAgo(30), null);
    await source.query(
      `INSERT INTO quarter (id, from_on, to_on, state, due_on) VALUES
         ('2023-24-Q1', '2023-04-01', '2023-06-30', 'open', '2023-07-30'),
         ('2023-24-Q2', '2023-07-01', '2023-09-30', 'open', '2023-10-30')`,
    );
    await source.query(
      `INSERT INTO quarter_return (quarter_id, organisation_id) SELECT q.id, o.id FROM organisation o, quarter q`,
    );
    await source.query(
      `INSERT INTO quarter_submission (quarter_id, organisation_id, number, reference, on_date, confidence, services,
         sha256, submitted_at, submitted_by)
       SELECT quarter, o.id, number, 'R', to_on, said, '[]', sha256('[]'), at, (SELECT id FROM person LIMIT 1)
       FROM (VALUES ('2023-24-Q1', 1, 'very_confident', $1::timestamptz), ('2023-24-Q1', 2, 'fairly_confident', $1),
         ('2023-24-Q2', 1, 'dont_know', $2)) AS given (quarter, number, said, at)
       JOIN quarter q ON q.id = quarter JOIN organisation o ON o.slug IN ('dwp', 'hmt')`,
      [`${daysAgo(20)}T12:00:00Z`, `${daysAgo(5)}T12:00:00Z`],
    );
    await newWave(source, [daysAgo(20), daysAgo(10)]);
  }, 60_000);
  afterAll(() => headway.close());

  const recorded = async (who: string, query = '') =>
    PulseRecorded.parse(
      (await headway.ask('GET', `/api/pulse/recorded?${query}`, { token: tokens.get(who)! })).json(),
    ).items;

  it('is as of the day on which the wave closed, of an organisation with those below it', async () => {
    const items = await recorded('viewer');
    expect(items.map(({ organisation: slug }) => slug)).toEqual([null, 'dwp', 'hmt', 'jcp']);
    const [all, dwp, , jcp] = items;
    expect([all!.total.services, all!.total.live, all!.total.in_progress, all!.total.redesigned]).toEqual([
      3, 2, 1, 0,
    ]);
    expect(dwp!.byAudience.external.live).toBe(1);
    expect(dwp!.byAudience.internal.in_progress).toBe(1);
    // Raised and not resolved on the day: DWP's own is raised later, by a day.
    expect([all, dwp, jcp].map((one) => one!.openBarriers.skills)).toEqual([3, 2, 2]);
  });

  it('has the last word of the last return submitted by that day', async () => {
    const items = await recorded('viewer');
    expect(items.map(({ confidence }) => confidence)).toEqual([
      null,
      { quarter: '2023-24-Q1', confidence: 'fairly_confident' },
      { quarter: '2023-24-Q1', confidence: 'fairly_confident' },
      null,
    ]);
  });

  it('is of what the caller may see and asks for, and of all government for nobody else', async () => {
    const slugs = async (who: string, query?: string) =>
      (await recorded(who, query)).map(({ organisation: slug }) => slug);
    expect(await slugs('lead')).toEqual(['dwp', 'jcp']);
    expect(await slugs('lead', 'organisation=hmt')).toEqual([]);
    expect(await slugs('viewer', 'organisation=hmt')).toEqual(['hmt']);
  });
});
