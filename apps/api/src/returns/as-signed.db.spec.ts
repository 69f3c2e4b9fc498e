import type { ReturnMessage } from '@headway/contract';
import { daysAfter } from '@headway/domain';
import { inQuarter, quarter, returnsWorld, type ReturnsWorld, wholeDraft } from './returns.fixture.js';
import { lastSubmission, standingOf } from './submissions.js';

describe('a return that is signed off', () => {
  let world: ReturnsWorld;
  beforeEach(async () => (world = await returnsWorld()));
  afterEach(() => world.close());

  const as = (token: string, url: string, body: object) =>
    world.ask('POST', url, {
      token,
      headers: { 'if-match': '*', 'idempotency-key': crypto.randomUUID() },
      body,
    });
  const record = (stage: string, on: string, reference = 'ONE-1') =>
    as(world.tokens.lead, `/api/services/${reference}/records`, {
      ...{ stage, effectiveOn: on, evidenceUrl: 'https://www.gov.uk/x' },
    });
  const signed = async () => {
    await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
    await world.act(world.tokens.lead, 'POST', '/returns/one/submit', { declaration: true });
    const answer = await world.act(world.tokens.approver, 'POST', '/returns/one/sign-off');
    expect(answer.statusCode).withContext(answer.body).toBe(200);
  };
  const reopened = async (meanwhile: () => Promise<unknown>) => {
    await world.act(world.tokens.oversight, 'POST', '/close', { withUnfinished: true });
    await meanwhile();
    const answer = await world.act(world.tokens.second, 'POST', '/reopen', { reason: 'Another was wrong' });
    expect(answer.statusCode).withContext(answer.body).toBe(200);
  };
  const held = async () => {
    const [{ id }] = await world.source.query(`SELECT id FROM organisation WHERE slug = 'one'`);
    return { quarter: quarter.id, organisationId: id as string };
  };

  it('stays so over a closing and a re-opening where nothing that it says has changed', async () => {
    await world.open();
    await signed();
    await reopened(async () => {
      expect((await record('live', daysAfter(quarter.to, 1))).statusCode).toBe(201);
      const headers = { 'if-match': '*' };
      const renamed = { token: world.tokens.lead, headers, body: { name: 'Another name' } };
      expect((await world.ask('PATCH', '/api/services/ONE-2', renamed)).statusCode).toBe(200);
    });
    expect(await world.state('one')).toBe('signed_off');
  });

  it('is asked for again where what it says was changed while the quarter was closed', async () => {
    await world.open();
    await signed();
    await reopened(async () => {
      expect((await record('live', inQuarter)).statusCode).toBe(201);
      expect((await record('live', inQuarter, 'ONE-4')).statusCode).toBe(201);
    });
    expect(await world.state('one')).toBe('changes_requested');
    const { items } = (await world.act(world.tokens.lead, 'GET', '/returns/one/messages')).json();
    expect(items.map((one: ReturnMessage) => `${one.service?.reference ?? 'all'}: ${one.text}`)).toEqual([
      'all: The quarter was re-opened, and since this return was submitted ONE-1 and ONE-4 changed. Check it and submit it again.',
      'ONE-1: This service changed since the return was submitted.',
      'ONE-4: This service changed since the return was submitted.',
    ]);
    await signed();
    const { services } = await standingOf(world.source, await held());
    expect(services).toEqual((await lastSubmission(world.source, await held())).services);
  });

  it('holds since when its services stand where they do, also where somebody else had them then', async () => {
    const taken = daysAfter(quarter.from, -10);
    const moved = await as(world.tokens.oversight, '/api/services/TWO-1/transfer', {
      ...{ organisation: 'one', on: taken },
    });
    expect(moved.statusCode).withContext(moved.body).toBe(200);
    expect((await record('in_progress', taken, 'TWO-1')).statusCode).toBe(201);
    await world.open();
    await signed();
    const [{ first }] = await world.source.query(
      `SELECT r.id AS first FROM stage_record r JOIN service s ON s.id = r.service_id
       WHERE s.reference = 'TWO-1' ORDER BY r.effective_on LIMIT 1`,
    );
    const corrected = await as(world.tokens.lead, `/api/services/TWO-1/records/${first}/corrections`, {
      ...{ stage: 'not_started', effectiveOn: daysAfter(quarter.from, -30), reason: 'Wrong' },
    });
    expect(corrected.statusCode).withContext(corrected.body).toBe(409);
  });
});
