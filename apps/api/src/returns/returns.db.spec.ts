import type { Return, ReturnMessage, Service, SubmittedReturn } from '@headway/contract';
import { daysAfter, londonDate } from '@headway/domain';
import { inQuarter, quarter, returnsWorld, type ReturnsWorld, wholeDraft } from './returns.fixture.js';

describe('returns of a quarter', () => {
  let world: ReturnsWorld;
  beforeEach(async () => {
    world = await returnsWorld();
    await world.open();
  });
  afterEach(() => world.close());

  const draft = () => world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
  const submit = () => world.act(world.tokens.lead, 'POST', '/returns/one/submit', { declaration: true });
  const submitted = async () => {
    await draft();
    expect((await submit()).statusCode).toBe(200);
  };
  const record = (reference: string, effectiveOn: string) =>
    world.ask('POST', `/api/services/${reference}/records`, {
      token: world.tokens.lead,
      headers: { 'if-match': '*', 'idempotency-key': crypto.randomUUID() },
      body: { stage: 'live', effectiveOn, evidenceUrl: 'https://www.gov.uk/x' },
    });
  const codes = (answer: { json(): { errors?: { pointer: string; code: string }[] } }) =>
    (answer.json().errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

  it('are asked of organisations at the top with services, of theirs and of those below', async () => {
    const { items, missing } = (await world.act(world.tokens.oversight, 'GET', '/returns')).json();
    expect(items.map((one: Return) => [one.organisation.slug, one.state, one.services.total])).toEqual([
      ['one', 'not_started', 4],
      ['two', 'not_started', 1],
    ]);
    expect(missing).toEqual([]);
  });

  it('are seen by whoever sees the organisation, and by nobody else', async () => {
    const slugs = async (token: string) =>
      (await world.act(token, 'GET', '/returns')).json().items.map((one: Return) => one.organisation.slug);
    expect(await slugs(world.tokens.lead)).toEqual(['one']);
    expect(await slugs(world.tokens.otherLead)).toEqual(['two']);
    expect(await slugs(world.tokens.viewer)).toEqual(['one', 'two']);
    expect((await world.act(world.tokens.otherLead, 'GET', '/returns/one')).statusCode).toBe(404);
    expect((await world.act(world.tokens.otherLead, 'PUT', '/returns/one', wholeDraft)).statusCode).toBe(404);
    for (const token of [world.tokens.viewer, world.tokens.oversight, world.tokens.approver])
      expect((await world.act(token, 'PUT', '/returns/one', wholeDraft)).statusCode).toBe(403);
  });

  it('keep what is typed as a draft, at one version', async () => {
    const saved = await draft();
    expect(saved.json()).toEqual(jasmine.objectContaining({ state: 'draft', version: 2, ...wholeDraft }));
    const stale = await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft, '"1"');
    expect(stale.statusCode).toBe(412);
  });

  it('say all that is missing before they are submitted', async () => {
    expect(codes(await submit())).toEqual([
      '/restUnchanged services_unsaid',
      '/confidence missing',
      '/reviewed missing',
    ]);
    expect(await world.state('one')).toBe('not_started');
  });

  it('confirm what nothing was said of, and keep how all of it stands', async () => {
    expect((await record('ONE-1', inQuarter)).statusCode).toBe(201);
    const before = (await world.act(world.tokens.lead, 'GET', '/returns/one')).json().services;
    expect(before).toEqual({ total: 4, said: 1, changed: 1, notRecorded: 0 });
    await submitted();
    const now = (await world.act(world.tokens.approver, 'GET', '/returns/one')).json();
    expect(now.services.said).toBe(4);
    expect(now).toEqual(
      jasmine.objectContaining({ state: 'submitted', maySignOff: true, reference: `${quarter.id}-ONE-1` }),
    );
    const kept = (await world.act(world.tokens.approver, 'GET', '/returns/one/submission')).json();
    expect(
      kept.services.map((one: SubmittedReturn['services'][number]) => [
        one.reference,
        one.stage,
        one.organisation,
      ]),
    ).toEqual([
      ['ONE-1', 'live', 'Department ONE'],
      ['ONE-2', 'in_progress', 'Department ONE'],
      ['ONE-3', 'in_progress', 'Department ONE'],
      ['ONE-4', 'in_progress', 'Department BELOW'],
    ]);
    expect(kept.on).toBe(quarter.to);
    const confirmed = await world.source.query(
      `SELECT DISTINCT confirmed_on AS "on" FROM stage_confirmation WHERE recorded_at > now() - interval '1 minute'
       AND confirmed_on > $1::date`,
      [inQuarter],
    );
    expect(confirmed).toEqual([{ on: quarter.to }]);
  });

  it('count as said what the services tell by the day of their last record, and not by when it was made', async () => {
    await record('ONE-1', inQuarter);
    await record('ONE-2', daysAfter(quarter.from, -5));
    await record('ONE-3', londonDate(new Date()));
    const list = `/api/services?organisation=one&sort=reference&on=${quarter.to}`;
    const { items } = (await world.ask('GET', list, { token: world.tokens.lead })).json();
    expect(items.map((one: Service) => one.lastEffectiveOn)).toEqual([
      inQuarter,
      ...[-5, -30, -30].map((days) => daysAfter(quarter.from, days)),
    ]);
    const found = (await world.act(world.tokens.lead, 'GET', '/returns/one')).json();
    expect(found.services).toEqual(jasmine.objectContaining({ total: 4, said: 1 }));
  });

  it('lock what counts up to the end of the quarter, by whatever way it would change', async () => {
    await submitted();
    const refused = await record('ONE-1', inQuarter);
    expect(refused.statusCode).toBe(409);
    expect(refused.json().detail).toMatch(
      /return of Department ONE .* is submitted.*central oversight can reopen it/,
    );
    const headers = { 'if-match': '*', 'idempotency-key': crypto.randomUUID() };
    const as = (token: string, url: string, body: unknown) =>
      world.ask('POST', url, {
        token,
        headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
        body,
      });
    const { oversight, lead } = world.tokens;
    const answers = [
      await as(lead, '/api/services/ONE-1/close', { on: quarter.to, reason: 'retired' }),
      await as(oversight, '/api/services/ONE-1/transfer', { organisation: 'two', on: inQuarter }),
      await as(oversight, '/api/services/TWO-1/transfer', { organisation: 'one', on: inQuarter }),
      await as(lead, '/api/services', { name: 'New', audience: 'external', organisation: 'one' }),
      await as(lead, '/api/records/batch', {
        records: [{ change: 'confirm', service: 'ONE-4', version: 2, effectiveOn: inQuarter }],
      }),
      await world.ask('PATCH', '/api/services/ONE-1', {
        token: lead,
        headers,
        body: { audience: 'internal' },
      }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([409, 409, 409, 409, 409, 409]);
    // What comes after the quarter, or is none of its figures, goes on.
    const later = await as(oversight, '/api/services/ONE-2/transfer', {
      organisation: 'two',
      on: daysAfter(quarter.to, 1),
    });
    expect(later.statusCode).withContext(later.body).toBe(200);
    expect((await record('ONE-1', londonDate(new Date()))).statusCode).toBe(201);
    const renamed = await world.ask('PATCH', '/api/services/ONE-1', {
      token: lead,
      headers,
      body: { name: 'Other' },
    });
    expect(renamed.statusCode).toBe(200);
  });

  it('are signed off by an approver who did not submit them', async () => {
    await world.act(world.tokens.both, 'PUT', '/returns/one', wholeDraft);
    await world.act(world.tokens.both, 'POST', '/returns/one/submit', { declaration: true });
    const own = await world.act(world.tokens.both, 'POST', '/returns/one/sign-off');
    expect([own.statusCode, own.json().detail]).toEqual([
      403,
      'You saved or submitted part of this return, so somebody else must sign it off.',
    ]);
    expect((await world.act(world.tokens.lead, 'POST', '/returns/one/sign-off')).statusCode).toBe(403);
    const signed = await world.act(world.tokens.approver, 'POST', '/returns/one/sign-off');
    expect(signed.json()).toEqual(
      jasmine.objectContaining({ state: 'signed_off', signedOffBy: 'approver one' }),
    );
    expect((await world.act(world.tokens.approver, 'POST', '/returns/one/sign-off')).statusCode).toBe(409);
  });

  it('are reopened by changes requested, which say on which service', async () => {
    await submitted();
    const comments = [
      { service: 'one-2', text: 'Is this live?' },
      { service: null, text: 'Say more' },
    ];
    // Of another return, so that its lead would read what is said to this one's.
    for (const service of ['ZZZ-9', 'TWO-1', world.services.get('TWO-1')!]) {
      const wrong = await world.act(world.tokens.oversight, 'POST', '/returns/one/request-changes', {
        comments: [{ service, text: 'x' }],
      });
      expect(codes(wrong)).toEqual(['/comments/0/service unknown_service']);
    }
    await world.act(world.tokens.oversight, 'POST', '/returns/one/request-changes', { comments });
    expect(await world.state('one')).toBe('changes_requested');
    const about = (
      await world.ask('GET', '/api/services/ONE-2/messages', { token: world.tokens.lead })
    ).json();
    expect(about.items.map((one: ReturnMessage) => [one.text, one.kind, one.by])).toEqual([
      ['Is this live?', 'changes_requested', 'oversight'],
    ]);
    expect((await record('ONE-2', inQuarter)).statusCode).toBe(201);
    await world.act(world.tokens.lead, 'POST', '/returns/one/messages', { text: 'It is' });
    const thread = (await world.act(world.tokens.approver, 'GET', '/returns/one/messages')).json();
    expect(thread.items.map((one: ReturnMessage) => one.text)).toEqual([
      'Is this live?',
      'Say more',
      'It is',
    ]);
    await submitted();
    expect((await world.act(world.tokens.lead, 'GET', '/returns/one')).json().reference).toBe(
      `${quarter.id}-ONE-2`,
    );
  });

  it('are excused with a reason, and asked for after all', async () => {
    const excused = await world.act(world.tokens.oversight, 'POST', '/returns/two/excuse', {
      reason: 'Being merged',
    });
    expect(excused.json()).toEqual(jasmine.objectContaining({ state: 'excused', excused: 'Being merged' }));
    expect((await world.act(world.tokens.otherLead, 'PUT', '/returns/two', wholeDraft)).statusCode).toBe(409);
    await world.act(world.tokens.oversight, 'POST', '/returns/two/request-changes', {
      comments: [{ text: 'It is needed after all' }],
    });
    expect((await world.act(world.tokens.otherLead, 'PUT', '/returns/two', wholeDraft)).json().state).toBe(
      'changes_requested',
    );
  });

  it('are asked of whoever came late', async () => {
    await world.source.query(
      `UPDATE service_ownership SET organisation_id = (SELECT id FROM organisation WHERE slug = 'none')
       WHERE service_id = $1`,
      [world.services.get('ONE-3')],
    );
    const list = await world.act(world.tokens.oversight, 'GET', '/returns');
    expect(list.json().missing.map((one: { slug: string }) => one.slug)).toEqual(['none']);
    expect(
      (await world.act(world.tokens.oversight, 'POST', '/returns', { organisation: 'none' })).statusCode,
    ).toBe(201);
    expect(
      (await world.act(world.tokens.oversight, 'POST', '/returns', { organisation: 'none' })).statusCode,
    ).toBe(409);
    const { returns } = (await world.act(world.tokens.oversight, 'GET', '')).json();
    expect(returns).toEqual(jasmine.objectContaining({ expected: 3, not_started: 3 }));
  });
});
