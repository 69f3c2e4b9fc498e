import type { PulseLinks, PulseWave } from '@headway/contract';
import { type TestApp, organisation, person, testApp } from '../testing/app.js';
import { daysAgo, linkOf, newWave, today } from './pulse.fixture.js';

const answers = { grade: 'other', answers: { impact: 'some', barriers: ['skills', 'funding'] } };

describe('the pulse survey', () => {
  let headway: TestApp;
  let oversight: string;
  let wave: string;
  let link: string;

  beforeEach(async () => {
    headway = await testApp();
    for (const name of ['DWP', 'HMRC']) await organisation(headway.source, name);
    await organisation(headway.source, 'JCP', 'dwp');
    oversight = await person(headway.source, 'oversight');
    wave = await newWave(headway.source, [daysAgo(1), today]);
    link = await linkOf(headway.source, wave, 'jcp');
  }, 60_000);
  afterEach(() => headway.close());

  const send = (body: unknown = answers, key?: string, to = link, address = '192.0.2.1') =>
    headway.app.inject({
      method: 'POST',
      url: `/api/pulse/survey/${to}`,
      remoteAddress: address,
      headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
      payload: JSON.stringify(body),
    });
  const count = async () =>
    Number((await headway.source.query('SELECT count(*) AS n FROM pulse_answer'))[0].n);

  it('says to whoever has the link what it asks of whom, until when', async () => {
    const answer = await headway.ask('GET', `/api/pulse/survey/${link}`);
    expect(answer.json()).toEqual({
      organisation: { slug: 'jcp', name: 'Department JCP', abbreviation: 'JCP' },
      ...{ opensOn: daysAgo(1), closesOn: today, questionsVersion: 1, state: 'open' },
    });
    expect((await headway.ask('GET', `/api/pulse/survey/${link.slice(1)}`)).statusCode).toBe(404);
  });

  it('takes an answer of anybody, and sets no cookie', async () => {
    const answer = await send();
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
    expect(answer.cookies).toEqual([]);
    expect(await headway.source.query('SELECT a.* FROM pulse_answer a')).toEqual([
      {
        wave_id: wave,
        organisation_id: jasmine.any(String),
        ...{ grade: 'other', on_date: today },
        answers: { impact: ['some'], barriers: ['skills', 'funding'] },
      },
    ]);
  });

  it('counts the same submission once, at the same moment too, whatever it says the second time', async () => {
    const key = crypto.randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => send(answers, key)));
    const again = await send({ ...answers, grade: 'grade_6_or_7' }, key.toUpperCase());
    expect([...all, again].map(({ statusCode }) => statusCode)).toEqual(
      Array.from({ length: 11 }, () => 204),
    );
    expect(await count()).toBe(1);
    await send(answers, crypto.randomUUID());
    await send();
    expect(await count()).toBe(3);
    expect((await send(answers, 'mine')).json().detail).toBe('Idempotency-Key must be a UUID here.');
  });

  it('loses none of many at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 300 }, (_, n) => send(answers, crypto.randomUUID(), link, `192.0.2.${n % 9}`)),
    );
    expect(all.filter(({ statusCode }) => statusCode === 204)).toHaveSize(300);
    expect(await count()).toBe(300);
  });

  const bad: readonly [what: string, body: unknown, pointer: string][] = [
    ['no grade', { answers: answers.answers }, '/grade'],
    ['an unknown grade', { ...answers, grade: 'director' }, '/grade'],
    ['nothing answered', { grade: 'other', answers: {} }, '/answers'],
    ['an unknown option', { grade: 'other', answers: { impact: 'live' } }, '/answers/impact'],
    [
      'one barrier twice',
      { grade: 'other', answers: { barriers: ['skills', 'skills'] } },
      '/answers/barriers',
    ],
    ['a name', { ...answers, name: 'A B' }, '/name'],
  ];
  it('refuses what is not as asked, and says where', async () => {
    for (const [what, body, pointer] of bad) {
      const answer = await send(body);
      expect([answer.statusCode, answer.json().errors?.[0].pointer])
        .withContext(what)
        .toEqual([400, pointer]);
    }
    expect((await send(answers, undefined, 'x'.repeat(32))).statusCode).toBe(404);
    expect(await count()).toBe(0);
  });

  it('takes nothing before it opens or after it has closed, and says so', async () => {
    const { source } = headway;
    const closed = await newWave(source, [daysAgo(9), daysAgo(2)]);
    const planned = await newWave(source, [daysAgo(-2), daysAgo(-9)]);
    for (const [id, state, words] of [
      [closed, 'closed', /^The survey closed on /],
      [planned, 'planned', /^The survey opens on /],
    ] as const) {
      const its = await linkOf(source, id, 'dwp');
      expect((await headway.ask('GET', `/api/pulse/survey/${its}`)).json().state).toBe(state);
      const answer = await send(answers, undefined, its);
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'wrong_state']);
      expect(answer.json().detail).toMatch(words);
    }
    expect(await count()).toBe(0);
  });

  it('slows down whoever sends too many from one address, and tells when to come again', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => send()));
    const slowed = all.filter(({ statusCode }) => statusCode === 429);
    expect(slowed.length).toBeGreaterThan(0);
    expect(await count()).toBe(200 - slowed.length);
    expect(slowed[0]!.json().code).toBe('too_many_requests');
    expect(Number(slowed[0]!.headers['retry-after'])).toBeGreaterThan(0);
    expect((await send(answers, undefined, link, '192.0.2.2')).statusCode).toBe(204);
  });

  it('is opened by oversight alone, on days of its own, and gives links to oversight alone', async () => {
    const make = (opensOn: string, closesOn: string, token = oversight) =>
      headway.ask('POST', '/api/pulse/waves', { token, body: { opensOn, closesOn } });
    const lead = await person(headway.source, 'digital_lead', 'dwp');
    expect((await make(daysAgo(-5), daysAgo(-6), lead)).statusCode).toBe(403);
    for (const [opensOn, closesOn, pointer] of [
      [daysAgo(1), daysAgo(-1), '/opensOn'],
      [daysAgo(-5), daysAgo(-4), '/closesOn'],
      [today, daysAgo(-1), '/opensOn'],
      [daysAgo(-5), daysAgo(-98), '/closesOn'],
    ] as const) {
      const answer = await make(opensOn, closesOn);
      expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, pointer]);
    }
    await expectAsync(newWave(headway.source, [daysAgo(-5), daysAgo(-98)])).toBeRejected();
    const made = (await make(daysAgo(-1), daysAgo(-8))).json() as PulseWave;
    expect(made).toEqual(jasmine.objectContaining({ state: 'planned', questionsVersion: 1 }));
    const list = await headway.ask('GET', '/api/pulse/waves', { token: lead });
    expect(list.json().items.map(({ id }: PulseWave) => id)).toEqual([made.id, wave]);
    expect((await headway.ask('GET', `/api/pulse/waves/${made.id}/links`, { token: lead })).statusCode).toBe(
      403,
    );
    expect((await headway.ask('GET', '/api/pulse/waves/nothing', { token: lead })).statusCode).toBe(404);
    const { items } = (
      await headway.ask('GET', `/api/pulse/waves/${made.id}/links`, { token: oversight })
    ).json() as PulseLinks;
    expect(items.map(({ organisation: { slug } }) => slug)).toEqual(['dwp', 'hmrc', 'jcp']);
    expect(new Set([...items.map((one) => one.link), link]).size).toBe(4);
  });

  it('has the organisations of the day it opens, whatever becomes of them before or after', async () => {
    const { source } = headway;
    const planned = await newWave(source, [daysAgo(-2), daysAgo(-9)]);
    const links = async (id: string) =>
      ((await headway.ask('GET', `/api/pulse/waves/${id}/links`, { token: oversight })).json() as PulseLinks)
        .items;
    const before = await links(planned);
    await organisation(source, 'HMT');
    await source.query(`UPDATE organisation SET name = 'Renamed' WHERE slug = 'dwp'`);
    await source.query(`UPDATE organisation SET exists_to = $1 WHERE slug = 'jcp'`, [daysAgo(-1)]);
    const after = await links(planned);
    expect(after.map((one) => one.organisation.name)).toEqual([
      'Department HMRC',
      'Department HMT',
      'Renamed',
    ]);
    expect(after.find((one) => one.organisation.slug === 'dwp')!.link).toBe(
      before.find((one) => one.organisation.slug === 'dwp')!.link,
    );
    expect((await links(wave)).map((one) => one.organisation.name)).toEqual([
      'Department DWP',
      'Department HMRC',
      'Department JCP',
    ]);
    await expectAsync(
      source.query('DELETE FROM pulse_organisation WHERE wave_id = $1', [wave]),
    ).toBeRejectedWithError(/stay as they are/);
    // Whoever comes first once it has opened freezes it, and is not turned away.
    await source.query(`UPDATE pulse_wave SET closes_on = $2 WHERE id = $1`, [wave, daysAgo(1)]);
    await source.query(`UPDATE pulse_wave SET opens_on = $2 WHERE id = $1`, [planned, today]);
    expect((await send(answers, undefined, await linkOf(source, planned, 'hmt'))).statusCode).toBe(204);
    const [{ frozen }] = await source.query('SELECT frozen FROM pulse_wave WHERE id = $1', [planned]);
    expect(frozen).toBeTrue();
  });
});
