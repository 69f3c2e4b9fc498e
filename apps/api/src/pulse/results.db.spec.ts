import { type PulseResult, PulseResults } from '@headway/contract';
import { pulseMeasureIds, pulseSentence } from '@headway/domain';
import { parse } from 'csv-parse/sync';
import { type TestApp, organisation, person, testApp } from '../testing/app.js';
import { daysAgo, newWave, published } from './pulse.fixture.js';

const sentences = [
  'Impact of digital on work: 75% feel an impact (unchanged), 33% a significant one (unchanged).',
  'Services online: 14% live (3 points up on the wave before), 52% in progress (unchanged).',
  'Redesign: 11% complete (unchanged), 51% in progress (unchanged).',
  'Confidence that planned transformation will be completed: 17% very confident (unchanged), and 12% among senior civil servants.',
];

describe('the published survey', () => {
  let headway: TestApp;
  let viewer: string;
  const waves = { before: '', now: '', open: '' };

  beforeAll(async () => {
    headway = await testApp();
    const { source } = headway;
    for (const name of ['DWP', 'HMRC', 'HMT']) await organisation(source, name);
    await source.query(`UPDATE organisation SET name = '=Treasury' WHERE slug = 'hmt'`);
    viewer = await person(source, 'digital_lead', 'dwp');
    waves.before = await newWave(source, [daysAgo(400), daysAgo(380)], published('before'));
    waves.now = await newWave(source, [daysAgo(35), daysAgo(14)], published('now'));
    waves.open = await newWave(source, [daysAgo(3), daysAgo(-3)], published('now'));
  }, 60_000);
  afterAll(() => headway.close());

  const ask = (query = '', file = 'results') =>
    headway.ask('GET', `/api/pulse/${file}?${query}`, { token: viewer });
  const results = async (query = '') => PulseResults.parse((await ask(query)).json());
  const csv = async (query = ''): Promise<Record<string, string>[]> =>
    parse((await ask(query, 'results.csv')).body, { columns: true, bom: true });

  it('gives exactly its sentences', async () => {
    const { items, wave, before } = await results();
    const of = (measure: string, grade: string | null = null) =>
      items.find(
        (one) => one.measure === measure && one.grade === grade && one.organisation === null,
      ) as PulseResult;
    const seniors = of('confidence', 'senior_civil_servant');
    const said = (['impact', 'online', 'redesign', 'confidence'] as const).map((id) =>
      pulseSentence(of(id), id === 'confidence' ? seniors : null),
    );
    expect(said).toEqual(sentences);
    expect([wave.id, before?.id]).toEqual([waves.now, waves.before]);
    expect(of('online').base).toBe(2000);
  });

  it('gives them in the CSV as well, with base sizes', async () => {
    const rows = await csv();
    const words = new Set(
      rows
        .filter((row) => row['Organisation'] === 'All of government' && row['Grade'] === 'Everyone')
        .map((row) => row['In words']!),
    );
    const [impact, online, redesign, confidence] = sentences;
    expect(words).toContain(online!.replace(/\.$/, ', and 14% among senior civil servants.'));
    expect(words).toContain(redesign!.replace(/\.$/, ', and 11% among senior civil servants.'));
    expect(words).toContain(impact!.replace(/\.$/, ', and 80% among senior civil servants.'));
    expect(words).toContain(confidence!);
    const live = rows.find((row) => row['Question'] === 'Services online' && row['Answer'] === 'Live')!;
    expect(live).toEqual(
      jasmine.objectContaining({
        ...{ 'People who answered': '2000', Answers: '4000', 'Answered so': '560', 'Share (%)': '14' },
        ...{ 'Change since the wave before (points)': '3', 'Margin of error (points)': '2.1' },
      }),
    );
  });

  it('marks what is not shown in the CSV, and makes formulas harmless', async () => {
    const rows = (await csv()).filter((row) => row['Organisation']!.includes('Treasury'));
    expect(new Set(rows.map((row) => row['Organisation']))).toEqual(new Set(["'=Treasury"]));
    // Nobody of government answered about barriers, so of no part of it is that said.
    for (const { Question, 'People who answered': base, 'Share (%)': share } of rows)
      expect([base, share]).toEqual(Question === 'Barriers' ? ['[c]', '[c]'] : ['0', '[z]']);
    const { headers } = await ask('', 'results.csv');
    expect(headers['content-disposition']).toBe(`attachment; filename="headway-pulse-${daysAgo(14)}.csv"`);
  });

  it('is asked for by wave, organisation, grade, audience and question', async () => {
    const one = await results(
      `wave=${waves.before}&organisation=dwp&grade=other&audience=external&question=online`,
    );
    expect(one.before).toBeNull();
    expect(one.items.map(({ measure, organisation, grade }) => [measure, organisation, grade])).toEqual([
      ['external_online', null, null],
      ['external_online', null, 'other'],
      ['external_online', 'dwp', null],
      ['external_online', 'dwp', 'other'],
    ]);
    expect(new Set((await results()).items.map(({ measure }) => measure))).toEqual(new Set(pulseMeasureIds));
  });

  it('has no results before a wave has closed, nor of a wave that is not there', async () => {
    for (const file of ['results', 'results.csv', 'recorded']) {
      const open = await ask(`wave=${waves.open}`, file);
      expect([open.statusCode, open.json().code]).toEqual([409, 'wrong_state']);
      expect((await ask(`wave=${crypto.randomUUID()}`, file)).statusCode).toBe(404);
      expect((await ask('wave=last', file)).json().errors[0].pointer).toBe('/wave');
    }
    expect((await ask('grade=director')).statusCode).toBe(400);
  });
});
