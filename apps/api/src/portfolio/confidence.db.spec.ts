import type { Signals } from '@headway/contract';
import type { Confidence } from '@headway/domain';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('organisations whose confidence falls', () => {
  let headway: TestApp;
  let [oversight, lead]: string[] = [];

  beforeAll(async () => {
    headway = await testApp();
    for (const name of ['ONE', 'TWO']) {
      await organisation(headway.source, name);
      await service(headway.source, `${name}-1`, name.toLowerCase());
    }
    oversight = await person(headway.source, 'oversight');
    lead = await person(headway.source, 'digital_lead', 'one');
    for (const [id, from, to] of [
      ['2025-26-Q4', '2026-01-01', '2026-03-31'],
      ['2026-27-Q1', '2026-04-01', '2026-06-30'],
    ])
      await headway.source.query(
        `INSERT INTO quarter (id, from_on, to_on, state, due_on) VALUES ($1, $2, $3, 'open', $3)`,
        [id, from, to],
      );
    for (const quarter of ['2025-26-Q4', '2026-27-Q1'])
      await headway.source.query(
        'INSERT INTO quarter_return (quarter_id, organisation_id) SELECT $1, id FROM organisation',
        [quarter],
      );
    await submit('one', '2025-26-Q4', 1, 'very_confident', '2026-04-10');
    await submit('two', '2025-26-Q4', 1, 'fairly_confident', '2026-04-10');
    await submit('one', '2026-27-Q1', 1, 'fairly_confident', '2026-07-10');
    await submit('two', '2026-27-Q1', 1, 'fairly_confident', '2026-07-10');
    await submit('one', '2026-27-Q1', 2, 'not_very_confident', '2026-07-12');
  });
  afterAll(() => headway.close());

  const submit = (slug: string, quarter: string, number: number, confidence: Confidence, on: string) =>
    headway.source.query(
      `INSERT INTO quarter_submission (quarter_id, organisation_id, number, reference, on_date, confidence, services,
         sha256, submitted_at, submitted_by)
       SELECT $2, o.id, $3, 'R', $5::date, $4, '[]', sha256('[]'), $5::date + interval '12 hours', p.id
       FROM organisation o, person p WHERE o.slug = $1 LIMIT 1`,
      [slug, quarter, number, confidence, on],
    );
  const falling = async (query = '', token = oversight!) => {
    const answer = await headway.ask('GET', `/api/portfolio/signals${query}`, { token });
    return (answer.json() as Signals).confidenceFalling.map(
      ({ organisation: { slug }, before, now }) => `${slug} ${before.confidence} ${now.confidence}`,
    );
  };

  it('are those whose last return says less than the one before, by the last word of each', async () => {
    expect(await falling()).toEqual(['one very_confident not_very_confident']);
  });

  it('as of a day, of those asked for and of those that may be seen', async () => {
    expect(await falling('?on=2026-07-11')).toEqual(['one very_confident fairly_confident']);
    expect(await falling('?on=2026-07-09')).toEqual([]);
    expect(await falling('?organisation=two')).toEqual([]);
    expect(await falling('', lead)).toEqual(['one very_confident not_very_confident']);
    const other = await person(headway.source, 'digital_lead', 'two');
    expect(await falling('', other)).toEqual([]);
  });
});
