import { type Quarter, type Return } from '@headway/contract';
import { daysAfter, londonDate, quarterAfter, quarterOn, usualDueDate } from '@headway/domain';
import { quarter, returnsWorld, type ReturnsWorld } from '../returns/returns.fixture.js';

describe('the cycle of a quarter', () => {
  let world: ReturnsWorld;
  beforeEach(async () => (world = await returnsWorld()));
  afterEach(() => world.close());

  const today = londonDate(new Date());
  const close = (token: string, body: object = { withUnfinished: true }, ifMatch?: string) =>
    world.act(token, 'POST', '/close', body, ifMatch);
  const reopen = (token: string, reason = 'A department found a mistake') =>
    world.act(token, 'POST', '/reopen', { reason });

  it('is planned from the next one back to the one before today’s', async () => {
    const list = await world.ask('GET', '/api/quarters', { token: world.tokens.viewer });
    const items = list.json().items as Quarter[];
    expect(items.map(({ id, state, version }) => [id, state, version])).toEqual([
      [quarterAfter(quarterOn(today)).id, 'planned', 0],
      [quarterOn(today).id, 'planned', 0],
      [quarter.id, 'planned', 0],
    ]);
    expect(
      (await world.ask('GET', '/api/quarters/2026-28-Q1', { token: world.tokens.viewer })).statusCode,
    ).toBe(404);
  });

  it('opens once, with a due date to come, by oversight alone', async () => {
    const open = (token: string, dueOn: string, ifMatch = '"0"') =>
      world.act(token, 'POST', '/open', { dueOn }, ifMatch);
    for (const token of [world.tokens.lead, world.tokens.approver, world.tokens.viewer])
      expect((await open(token, today)).statusCode).toBe(403);
    const past = await open(world.tokens.oversight, daysAfter(today, -1));
    expect([past.statusCode, past.json().errors[0].pointer]).toEqual([422, '/dueOn']);
    const opened = await open(world.tokens.oversight, today);
    expect(opened.json()).toEqual(
      jasmine.objectContaining({ state: 'open', dueOn: today, version: 1, closedAt: null }),
    );
    expect(opened.json().returns).toEqual(jasmine.objectContaining({ expected: 2, not_started: 2 }));
    expect((await open(world.tokens.oversight, today)).statusCode).toBe(409);
  });

  it('does not open with a due date of a year typed wrong', async () => {
    const wrong = await world.act(world.tokens.oversight, 'POST', '/open', {
      dueOn: daysAfter(quarter.to, 367),
    });
    expect([wrong.statusCode, wrong.json().errors[0].code]).toEqual([422, 'too_late']);
  });

  it('does not open before it begins', async () => {
    const next = quarterAfter(quarterOn(today));
    const early = await world.ask('POST', `/api/quarters/${next.id}/open`, {
      token: world.tokens.oversight,
      headers: { 'if-match': '"0"', 'idempotency-key': 'early' },
      body: { dueOn: usualDueDate(next) },
    });
    expect(early.json().errors[0].code).toBe('not_begun');
  });

  it('has its due date put right while it is open, by oversight alone, under the version that was read', async () => {
    const change = (token: string, dueOn: string, ifMatch?: string) =>
      world.act(token, 'PATCH', '', { dueOn }, ifMatch);
    const [tomorrow, later] = [daysAfter(today, 1), daysAfter(today, 8)];
    expect((await change(world.tokens.oversight, tomorrow)).json().code).toBe('wrong_state');
    await world.open();
    for (const token of [world.tokens.lead, world.tokens.approver, world.tokens.viewer])
      expect((await change(token, tomorrow)).statusCode).toBe(403);
    for (const [dueOn, code] of [
      [daysAfter(today, -1), 'in_the_past'],
      [daysAfter(quarter.to, 367), 'too_late'],
    ] as const) {
      const refused = await change(world.tokens.oversight, dueOn);
      expect(refused.statusCode).toBe(422);
      expect(refused.json().errors).toEqual([jasmine.objectContaining({ pointer: '/dueOn', code })]);
    }
    const bare = await world.ask('PATCH', `/api/quarters/${quarter.id}`, {
      token: world.tokens.oversight,
      body: { dueOn: tomorrow },
    });
    expect(bare.statusCode).toBe(428);
    const none = await world.ask('PATCH', '/api/quarters/2026-28-Q1', {
      token: world.tokens.oversight,
      headers: { 'if-match': '*' },
      body: { dueOn: tomorrow },
    });
    expect(none.statusCode).toBe(404);

    const changed = await change(world.tokens.oversight, tomorrow, '"1"');
    expect(changed.json()).toEqual(jasmine.objectContaining({ dueOn: tomorrow, version: 2, state: 'open' }));
    expect(changed.headers['etag']).toBe('"2"');
    const both = await Promise.all([
      change(world.tokens.oversight, later, '"2"'),
      change(world.tokens.second, today, '"2"'),
    ]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412]);
    const trail = await world.ask('GET', '/api/audit?action=quarter.due_date_changed', {
      token: world.tokens.oversight,
    });
    expect(trail.json().total).toBe(2);
    expect(trail.json().items.at(-1)).toEqual(
      jasmine.objectContaining({
        subject: quarter.id,
        detail: { before: { dueOn: today }, after: { dueOn: tomorrow } },
      }),
    );

    await close(world.tokens.oversight);
    expect((await change(world.tokens.oversight, today)).json().code).toBe('wrong_state');
  });

  it('closes without unfinished returns only where that is meant, and never before it was opened', async () => {
    expect((await close(world.tokens.oversight)).statusCode).toBe(409);
    await world.open();
    const unfinished = await close(world.tokens.oversight, {});
    expect(unfinished.json().errors[0]).toEqual(
      jasmine.objectContaining({ pointer: '/withUnfinished', code: 'unfinished_returns' }),
    );
    expect((await close(world.tokens.oversight, { withUnfinished: true }, '"7"')).statusCode).toBe(412);
    const closed = await close(world.tokens.oversight);
    expect(closed.json()).toEqual(
      jasmine.objectContaining({ state: 'closed', closedBy: 'oversight', mayReopen: false }),
    );
    expect((await close(world.tokens.oversight)).statusCode).toBe(409);
  });

  it('keeps its returns as they are once closed', async () => {
    await world.open();
    await close(world.tokens.oversight);
    const saved = await world.act(world.tokens.lead, 'PUT', '/returns/one', {});
    expect(saved.json().detail).toMatch(/^The quarter is closed/);
    await expectAsync(world.source.query(`UPDATE quarter_return SET state = 'draft'`)).toBeRejectedWithError(
      /is closed/,
    );
    for (const table of [
      'quarter_revision',
      'quarter_snapshot',
      'quarter_file',
      'quarter_submission',
      'quarter_message',
    ])
      await expectAsync(world.source.query(`DELETE FROM ${table}`)).toBeRejectedWithError(/refused/);
  });

  it('is re-opened by a second person with a reason, and closes as the next revision', async () => {
    await world.open();
    await close(world.tokens.oversight);
    expect((await reopen(world.tokens.oversight)).statusCode).toBe(403);
    expect((await reopen(world.tokens.second, ' ')).statusCode).toBe(400);
    expect((await reopen(world.tokens.second)).json().state).toBe('open');
    await close(world.tokens.second);
    const revisions = await world.source.query(
      'SELECT revision, reason FROM quarter_revision ORDER BY revision',
    );
    expect(revisions).toEqual([
      { revision: 1, reason: null },
      { revision: 2, reason: 'A department found a mistake' },
    ]);
  });

  it('tells how far returns are, whoever asks', async () => {
    await world.open();
    const items = (await world.act(world.tokens.viewer, 'GET', '/returns')).json().items as Return[];
    expect(items.map(({ workingDaysLate }) => workingDaysLate)).toEqual([0, 0]);
    await world.source.query(`UPDATE quarter SET due_on = $1`, [daysAfter(today, -14)]);
    const late = (await world.act(world.tokens.viewer, 'GET', '/returns')).json().items as Return[];
    for (const { workingDaysLate } of late) expect(workingDaysLate).toBeGreaterThan(7);
  });
});
