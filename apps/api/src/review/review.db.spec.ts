import { createHash } from 'node:crypto';
import { type Review } from '@headway/contract';
import { type Snapshot, packFormats } from '@headway/domain';
import { type World, oneOfEach, take, world } from '../portfolio/steps.fixture.js';
import { person } from '../testing/app.js';
import { ReviewFiles } from './files.service.js';
import { type ClosedReturn, close } from './review.fixture.js';
import { Snapshots } from './snapshots.service.js';

const quarter = '2025-26-Q2';
const returns: readonly ClosedReturn[] = [
  { organisation: 'one', state: 'signed_off', summary: 'Much has changed' },
  { organisation: 'two', state: 'not_started' },
];

describe('the review of a quarter', () => {
  let here: World;
  let viewer: string;
  const ask = (path: string, headers: Record<string, string> = {}) =>
    here.headway.ask('GET', `/api/quarters/${path}`, { token: viewer, headers });

  beforeAll(async () => {
    here = await world();
    viewer = await person(here.headway.source, 'digital_lead', 'three');
    for (const step of oneOfEach) await take(here, step);
    await close(here.headway.source, '2024-25-Q2');
    await close(here.headway.source, quarter, { returns });
  }, 60_000);
  afterAll(() => here.headway.close());

  it('is a file in each form, the same whenever it is asked for', async () => {
    const first = new Map<string, Buffer>();
    for (const format of packFormats) {
      const { statusCode, headers, rawPayload, body } = await ask(`${quarter}/review.${format}`, {
        'accept-encoding': 'gzip',
      });
      expect(statusCode)
        .withContext(`${format} ${statusCode === 200 ? '' : body}`)
        .toBe(200);
      expect(headers['etag']).toBe(`"${createHash('sha256').update(rawPayload).digest('hex')}"`);
      expect(headers['content-disposition']).toMatch(
        /^attachment; filename="headway-review-2025-26-Q2-revision-1\./,
      );
      first.set(format, rawPayload);
      const again = await ask(`${quarter}/review.${format}`, {
        'if-none-match': `"other", ${headers['etag']}`,
      });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
    for (const step of oneOfEach) await take(here, { ...step, service: step.service + 1 });
    for (const format of packFormats)
      expect((await ask(`${quarter}/review.${format}?revision=1`)).rawPayload.equals(first.get(format)!))
        .withContext(format)
        .toBeTrue();
  }, 60_000);

  it('is what the page shows, to everybody, with how large each file is', async () => {
    const answer = await ask(`${quarter}/review`);
    expect(answer.statusCode).withContext(answer.body).toBe(200);
    const review = answer.json<Review>();
    const snapshot = await ask(`${quarter}/review.json`);
    expect(review.sha256).toBe(createHash('sha256').update(snapshot.rawPayload).digest('hex'));
    expect(review.portfolio.total).toEqual(snapshot.json().figures.total);
    expect(review.headline[0]).toMatch(/recorded/);
    const keys = review.tables.map(({ key }) => key);
    expect(review.sections.flatMap(({ tables }) => tables)).toEqual(keys);
    for (const { format, address, bytes, sha256 } of review.files) {
      const { rawPayload, headers } = await here.headway.ask('GET', address, { token: viewer });
      if (bytes !== null) expect(bytes).withContext(format).toBe(rawPayload.length);
      if (sha256 !== null) expect(headers['etag']).toBe(`"${sha256}"`);
    }
    expect(
      (await ask(`${quarter}/review`)).json<Review>().files.every(({ bytes }) => bytes !== null),
    ).toBeTrue();
  }, 60_000);

  it('is not there for a quarter that was never closed, or not so often', async () => {
    for (const path of ['2025-26-Q3/review', '2025-26-Q3/review.ods', `${quarter}/review?revision=2`])
      expect((await ask(path)).statusCode)
        .withContext(path)
        .toBe(404);
    for (const path of [`${quarter}/review.docx`, '2025-27-Q3/review', `${quarter}/review?revision=0`])
      expect((await ask(path)).statusCode)
        .withContext(path)
        .toBeGreaterThanOrEqual(400);
  });

  it('marks and lists in a second revision what differs from the first', async () => {
    const { source } = here.headway;
    const before = await ask('2024-25-Q2/review.json');
    const { reference } = before.json<Snapshot>().services[0]!;
    const record = { stage: 'redesigned', effectiveOn: '2024-09-30', note: 'Written down late' };
    const { statusCode } = await here.headway.ask('POST', `/api/services/${reference}/records`, {
      token: here.token,
      body: record,
      headers: { 'if-match': '*' },
    });
    expect(statusCode).toBe(201);
    await close(source, '2024-25-Q2', { reason: 'A stage was missing' });
    const review = (await ask('2024-25-Q2/review')).json<Review>();
    expect(review.revision).toBe(2);
    expect(review.revisions.map(({ reason }) => reason)).toEqual([null, 'A stage was missing']);
    const table = (key: string) => review.tables.find((one) => one.key === key)!;
    const service = table('services').rows.find(({ key }) => key === reference)!;
    expect(service.revised).toContain('stage');
    const listed = table('revisions').rows.map(({ cells }) => cells);
    expect(listed).toContain(jasmine.arrayContaining(['Services', 'Stage', 'Redesigned']) as never);
    const untouched = (await ask('2024-25-Q2/review?revision=1')).json<Review>();
    expect(untouched.tables.flatMap(({ rows }) => rows).filter(({ revised }) => revised.length > 0)).toEqual(
      [],
    );
    for (const format of packFormats)
      expect((await ask(`2024-25-Q2/review.${format}`)).statusCode)
        .withContext(format)
        .toBe(200);
  }, 60_000);

  it('makes no page again while every quarter of many years is looked at in turn', async () => {
    const { app, source } = here.headway;
    const years = ['2019-20', '2020-21', '2021-22', '2022-23', '2023-24'];
    const quarters = years.flatMap((year) => [1, 2, 3, 4].map((n) => `${year}-Q${n}`));
    await ask(`${quarter}/review`);
    for (const [n, id] of quarters.entries()) {
      await close(source, id);
      // The same as another, but for room at its end.
      await source.query(
        `INSERT INTO quarter_snapshot (quarter_id, revision, bytes, sha256)
         SELECT $1, 1, bytes || $2, sha256(bytes || $2) FROM quarter_snapshot WHERE quarter_id = $3`,
        [id, Buffer.from(' '.repeat(n + 1)), quarter],
      );
    }
    const files = app.get(ReviewFiles);
    const one = await files.formOf(await app.get(Snapshots).frozen(quarter), 'page');
    const made = spyOn(files, 'formOf').and.resolveTo(one);
    for (const id of [...quarters, ...quarters]) expect((await ask(`${id}/review`)).statusCode).toBe(200);
    expect(made.calls.count()).toBe(quarters.length);
  }, 60_000);
});
