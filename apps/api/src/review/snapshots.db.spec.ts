import { createHash } from 'node:crypto';
import { type Snapshot, stages } from '@headway/domain';
import type { Portfolio, Trend } from '@headway/contract';
import { type World, days, oneOfEach, take, world } from '../portfolio/steps.fixture.js';
import { person } from '../testing/app.js';
import { close } from './review.fixture.js';
import { closingOf } from './revisions.js';
import { Snapshots } from './snapshots.service.js';

const quarter = '2025-26-Q2';

describe('the snapshot of a closed quarter', () => {
  let here: World;
  let snapshots: Snapshots;
  const parsed = async (id: string, revision?: number) =>
    JSON.parse((await snapshots.frozen(id, revision)).bytes.toString()) as Snapshot;

  beforeAll(async () => {
    here = await world();
    await person(here.headway.source, 'oversight');
    snapshots = here.headway.app.get(Snapshots);
    for (const step of oneOfEach) await take(here, step);
  }, 60_000);
  afterAll(() => here.headway.close());

  it('is what the pages say of the last day, and stays so whatever is done afterwards', async () => {
    const { source } = here.headway;
    await close(source, '2024-25-Q2');
    await close(source, quarter, {
      returns: [
        {
          organisation: 'one',
          state: 'signed_off',
          confidence: 'not_very_confident',
          summary: 'Much has changed',
        },
        { organisation: 'two', state: 'draft', confidence: 'very_confident' },
        { organisation: 'three', state: 'excused' },
      ],
    });
    const closing = (await closingOf(source, quarter, undefined))!;
    const before = await snapshots.frozen(quarter);
    expect(before.sha256).toBe(createHash('sha256').update(before.bytes).digest('hex'));

    const snapshot = JSON.parse(before.bytes.toString()) as Snapshot;
    const view = `asKnownAt=${closing.frozenAt}`;
    const get = async <T>(path: string) =>
      (await here.headway.ask('GET', `/api/${path}`, { token: here.token })).json<T>();
    const portfolio = await get<Portfolio>(`portfolio?on=2025-09-30&compareWith=2024-09-30&${view}`);
    expect(snapshot.figures.total).toEqual(portfolio.total);
    expect(snapshot.comparisons.lastYear.comparison).toEqual(portfolio.comparison!);
    expect(snapshot.trend).toEqual((await get<Trend>(`portfolio/trend?to=${quarter}&${view}`)).quarters);
    expect(snapshot.services.length).toBe(portfolio.total.services);
    expect(snapshot.published.lastYear?.quarter).toBe('2024-25-Q2');
    expect(snapshot.published.lastQuarter).toBeNull();
    const returns = new Map(snapshot.returns.map((one) => [one.organisation.slug, one]));
    expect(returns.get('one')).toEqual(
      jasmine.objectContaining({
        state: 'signed_off',
        confidence: 'not_very_confident',
        summary: 'Much has changed',
      }),
    );
    // What is still being written says nothing yet.
    expect(returns.get('two')).toEqual(jasmine.objectContaining({ state: 'draft', confidence: null }));
    expect(returns.get('three')).toEqual(
      jasmine.objectContaining({ state: 'excused', excused: 'Being merged' }),
    );

    for (let n = 0; n < 3; n++)
      for (const step of oneOfEach)
        await take(here, { ...step, service: step.service + n, other: step.other + n });
    // What each round undoes is done for good, to every service, with fifty records among it.
    const [record, barrier, transfer, rename] = (['record', 'barrier', 'transfer', 'rename'] as const).map(
      (kind) => ({
        ...oneOfEach[0]!,
        kind,
      }),
    );
    for (let service = 0; service < 50; service++)
      await take(here, {
        ...record!,
        service,
        on: days[service % days.length]!,
        stage: stages[service % 4]!,
      });
    for (const step of [barrier!, transfer!])
      for (let n = 0; n < 12; n++) await take(here, { ...step, service: n, other: n });
    for (let other = 0; other < 6; other++) await take(here, { ...rename!, other });
    const again = (await snapshots.read(closing)).toString();
    expect(again).toBe(before.bytes.toString());
    // And it is not so because nothing has happened.
    const now = await get<Portfolio>('portfolio?on=2025-09-30');
    expect(now.total).not.toEqual(portfolio.total);
  }, 60_000);

  it('is made once, however many ask at once, and told of once it is kept', async () => {
    const { source } = here.headway;
    const told = () =>
      source.query(
        `SELECT e.organisation_id FROM event e JOIN quarter_snapshot s ON s.quarter_id = e.subject AND s.xmin = e.xmin
         WHERE e.kind = 'quarter.changed' AND e.subject = '2025-26-Q3'`,
      );
    await close(source, '2025-26-Q3');
    const all = await Promise.all(Array.from({ length: 8 }, () => snapshots.frozen('2025-26-Q3')));
    expect(new Set(all.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(await told()).toEqual([{ organisation_id: null }]);
  });

  it('is there before the quarter is re-opened, and each revision is kept', async () => {
    const { source } = here.headway;
    await close(source, '2024-25-Q3', { returns: [{ organisation: 'one', state: 'not_started' }] });
    await expectAsync(close(source, '2024-25-Q3', { reason: 'Wrong' })).toBeRejectedWithError(
      /not frozen yet/,
    );
    const first = await snapshots.frozen('2024-25-Q3');
    await close(source, '2024-25-Q3', {
      returns: [{ organisation: 'one', state: 'signed_off' }],
      reason: 'A return came late',
    });
    expect((await parsed('2024-25-Q3')).revision).toBe(2);
    expect((await parsed('2024-25-Q3')).reason).toBe('A return came late');
    expect((await snapshots.frozen('2024-25-Q3', 1)).sha256).toBe(first.sha256);
    await expectAsync(snapshots.frozen('2024-25-Q3', 3)).toBeRejected();
  });

  it('says of a return how confident it was before, and whether that fell', async () => {
    const { source } = here.headway;
    const one = { organisation: 'one', state: 'signed_off' } as const;
    await close(source, '2023-24-Q4', { returns: [{ ...one, confidence: 'very_confident' }] });
    await close(source, '2024-25-Q1', { returns: [{ ...one, confidence: 'not_very_confident' }] });
    const [said] = (await parsed('2024-25-Q1')).returns;
    expect(said!.confidenceBefore).toEqual({ quarter: '2023-24-Q4', confidence: 'very_confident' });
    expect(said!.fell).toBeTrue();
    expect(said!.submittedBy).not.toBeNull();
  });
});
