import type { PulseResults } from '@headway/contract';
import { type Grade, grades } from '@headway/domain';
import { type TestApp, organisation, person, testApp } from '../testing/app.js';
import { PulseHousekeeping } from './pulse.housekeeping.js';
import { type Given, daysAgo, linkOf, newWave, today } from './pulse.fixture.js';
import { seal } from './sealing.js';
import { answered } from './survey.service.js';
import { oneWave } from './wave-rows.js';

const given = (grade: Grade): Given => ({ organisation: 'dwp', grade, answers: { impact: ['some'] } });
/** One after another by grade, as nobody would come. */
const inOrder = grades.flatMap((grade) => Array.from({ length: 40 }, () => given(grade)));

describe('what was answered on days that are over', () => {
  let headway: TestApp;
  let viewer: string;

  beforeEach(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    viewer = await person(headway.source, 'viewer');
  }, 60_000);
  afterEach(() => headway.close());

  const tidy = () => headway.app.get(PulseHousekeeping).tidyWaves();
  const rows = async (wave: string): Promise<{ grade: Grade; tx: string }[]> =>
    headway.source.query(
      'SELECT grade, xmin::text AS tx FROM pulse_answer WHERE wave_id = $1 ORDER BY ctid',
      [wave],
    );
  const order = (all: readonly { grade: Grade }[]) => all.map(({ grade }) => grade).join();
  const results = async (wave: string) =>
    (
      await headway.ask('GET', `/api/pulse/results?wave=${wave}&question=impact`, { token: viewer })
    ).json() as PulseResults;

  it('loses its order, and which transaction wrote it, while the wave goes on', async () => {
    const wave = await newWave(headway.source, [daysAgo(1), today], inOrder);
    const link = await linkOf(headway.source, wave, 'dwp');
    await headway.ask('POST', `/api/pulse/survey/${link}`, {
      body: { grade: 'other', answers: { impact: 'none' } },
      headers: { 'idempotency-key': crypto.randomUUID() },
    });
    const before = await rows(wave);
    await tidy();
    const after = await rows(wave);
    expect(after).toHaveSize(before.length);
    expect(order(after)).not.toBe(order(before));
    // All but today's, which is mixed tomorrow.
    expect(new Set(after.map(({ tx }) => tx)).size).toBe(2);
    await tidy();
    expect(await rows(wave)).toEqual(after);
    expect(await headway.source.query('SELECT FROM pulse_submission')).toHaveSize(1);
  });

  it('is sealed soon after the wave has closed, without the keys of retries', async () => {
    const wave = await newWave(headway.source, [daysAgo(9), daysAgo(2)], inOrder);
    await headway.source.query(`INSERT INTO pulse_submission VALUES ($1, sha256('key'))`, [wave]);
    const before = await rows(wave);
    await tidy();
    expect(order(await rows(wave))).not.toBe(order(before));
    expect(new Set((await rows(wave)).map(({ tx }) => tx)).size).toBe(1);
    expect(await headway.source.query('SELECT FROM pulse_submission')).toEqual([]);
    for (const change of [
      'DELETE FROM pulse_answer',
      `UPDATE pulse_answer SET grade = 'other'`,
      'INSERT INTO pulse_answer SELECT * FROM pulse_answer LIMIT 1',
      'TRUNCATE pulse_answer',
    ])
      await expectAsync(headway.source.query(change)).withContext(change).toBeRejected();
  });

  /** An answer that was on its way when the wave closed. */
  const late = (link: string) => [link, daysAgo(1), 'other', '{"impact": ["none"]}', null];

  it('holds back results until whoever is still answering is through', async () => {
    const wave = await newWave(headway.source, [daysAgo(9), daysAgo(1)], inOrder);
    const link = await linkOf(headway.source, wave, 'dwp');
    const runner = headway.source.createQueryRunner();
    await runner.startTransaction();
    expect(await runner.query(answered, late(link))).toEqual([{ open: true }]);
    const asked = results(wave);
    await somebodyWaits();
    await runner.commitTransaction();
    await runner.release();
    expect((await asked).items[0]!.base).toBe(121);
    expect(await headway.source.query(answered, late(link))).toEqual([{ open: false }]);
    expect((await results(wave)).items[0]!.base).toBe(121);
  });

  it('is joined by no answer that waits while it is being sealed', async () => {
    const wave = await newWave(headway.source, [daysAgo(9), daysAgo(1)], inOrder);
    const link = await linkOf(headway.source, wave, 'dwp');
    const answer = await headway.source.transaction(async (tx) => {
      await seal(tx, await oneWave(tx, wave));
      const waiting = headway.source.query(answered, late(link));
      await somebodyWaits();
      return { waiting };
    });
    expect(await answer.waiting).toEqual([{ open: false }]);
    expect((await results(wave)).items[0]!.base).toBe(120);
  });

  const somebodyWaits = async () => {
    for (;;) {
      const [{ waiting }] = await headway.source.query(
        'SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted) AS waiting',
      );
      if (waiting) return;
      await new Promise((later) => setTimeout(later, 10));
    }
  };
});
