import { runs } from '../testing/runs.js';
import { inQuarter, returnsWorld, type ReturnsWorld, wholeDraft } from './returns.fixture.js';
import { lastSubmission, standingOf } from './submissions.js';

/** Statuses that two at once may end in; anything else is a fault. */
const honest = new Set([200, 201, 403, 409, 412, 422]);

describe('a return that several work on at once', () => {
  let world: ReturnsWorld;
  let held: { quarter: string; organisationId: string };
  beforeAll(async () => {
    world = await returnsWorld();
    await world.open();
    const [{ quarter, id }] = await world.source.query(
      `SELECT t.quarter_id AS quarter, o.id FROM quarter_return t JOIN organisation o ON o.id = t.organisation_id
       WHERE o.slug = 'one'`,
    );
    held = { quarter, organisationId: id as string };
  });
  afterAll(() => world.close());

  const act = (who: keyof ReturnsWorld['tokens'], what: string, body: unknown = {}) =>
    world.act(world.tokens[who], 'POST', `/returns/one/${what}`, body);
  const record = (n: number) =>
    world.ask('POST', `/api/services/ONE-${1 + (n % 4)}/records`, {
      token: world.tokens.lead,
      headers: { 'if-match': '*', 'idempotency-key': crypto.randomUUID() },
      body: {
        stage: n % 2 ? 'live' : 'in_progress',
        effectiveOn: inQuarter,
        note: `Said ${n}`,
        evidenceUrl: 'https://www.gov.uk/x',
      },
    });
  const requestChanges = () => act('oversight', 'request-changes', { comments: [{ text: 'Look again' }] });

  it(
    'is never signed off as anything but what was signed, whatever is recorded meanwhile',
    async () => {
      let signed = 0;
      for (let n = 0; n < runs(100); n++) {
        await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
        const answers = await Promise.all([
          act('lead', 'submit', { declaration: true }),
          record(n),
          act('approver', 'sign-off'),
          record(n + 1),
        ]);
        answers.push(
          ...(await Promise.all([
            act('approver', 'sign-off'),
            record(n + 2),
            ...(n % 3 === 0 ? [requestChanges(), record(n + 3)] : []),
          ])),
        );
        for (const { statusCode, body } of answers)
          expect(honest.has(statusCode)).withContext(`${statusCode} ${body}`).toBeTrue();
        if ((await world.state('one')) === 'signed_off') {
          signed++;
          const { services } = await lastSubmission(world.source, held);
          expect((await standingOf(world.source, held)).services).toEqual(services);
        }
        await requestChanges();
      }
      expect(signed).toBeGreaterThan(0);
    },
    runs(60_000),
  );

  it(
    'is never signed off as anything but what was signed after a re-opening either',
    async () => {
      const asked = (who: keyof ReturnsWorld['tokens'], what: string, body: object) =>
        world.act(world.tokens[who], 'POST', `/${what}`, body);
      for (let n = 0; n < runs(8); n++) {
        await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
        await act('lead', 'submit', { declaration: true });
        await act('approver', 'sign-off');
        await asked('oversight', 'close', { withUnfinished: true });
        // The quarter is frozen before it is re-opened, so what is written comes at many moments of that.
        const slowly = async (wait: number) => {
          await new Promise((later) => setTimeout(later, wait));
          return record(n + wait);
        };
        const answers = await Promise.all([
          asked('second', 'reopen', { reason: 'Another was wrong' }),
          ...[0, 10, 20, 40, 80, 160, 320].map(slowly),
        ]);
        for (const { statusCode, body } of answers)
          expect(honest.has(statusCode)).withContext(`${statusCode} ${body}`).toBeTrue();
        if ((await world.state('one')) === 'signed_off') {
          const { services } = await lastSubmission(world.source, held);
          expect((await standingOf(world.source, held)).services).toEqual(services);
        }
        await requestChanges();
      }
    },
    runs(60_000),
  );

  it('is signed off once by fifty sign-offs at once', async () => {
    await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
    await act('lead', 'submit', { declaration: true });
    const answers = await Promise.all(Array.from({ length: 50 }, () => act('approver', 'sign-off')));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveSize(1);
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveSize(49);
    const entries = await world.source.query(
      `SELECT subject FROM audit_entry WHERE action = 'return.signed_off' ORDER BY id DESC LIMIT 2`,
    );
    expect(entries.length).toBeGreaterThan(0);
    await requestChanges();
  });

  it('is signed off once by fifty identical requests with one key, all of which hear of it', async () => {
    await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
    await act('lead', 'submit', { declaration: true });
    const count = async () =>
      (
        await world.source.query(
          `SELECT count(*)::integer AS n FROM audit_entry WHERE action = 'return.signed_off'`,
        )
      )[0].n as number;
    const before = await count();
    const { version } = (await world.act(world.tokens.approver, 'GET', '/returns/one')).json();
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': 'one-sign-off' };
    const send = () =>
      world.ask('POST', `/api/quarters/${held.quarter}/returns/one/sign-off`, {
        token: world.tokens.approver,
        headers,
        body: {},
      });
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    // While the first is at work others are told to wait; whoever asks again hears the first answer.
    for (const { statusCode } of answers) expect([200, 409]).toContain(statusCode);
    expect((await send()).json().state).toBe('signed_off');
    expect(await count()).toBe(before + 1);
    await requestChanges();
  });
});
