import type { Return } from '@headway/contract';
import { daysAfter } from '@headway/domain';
import { type ReturnsWorld, inQuarter, quarter, returnsWorld, wholeDraft } from './returns.fixture.js';

describe('who owes a return', () => {
  let world: ReturnsWorld;
  beforeEach(async () => {
    world = await returnsWorld();
    await world.open();
  });
  afterEach(() => world.close());

  const expected = async () => {
    const [{ items }, { returns }] = (
      await Promise.all([
        world.act(world.tokens.oversight, 'GET', '/returns'),
        world.act(world.tokens.oversight, 'GET', ''),
      ])
    ).map((answer) => answer.json());
    const { expected: all, ...states } = returns as Record<string, number>;
    expect(all).toBe(Object.values(states).reduce((sum, one) => sum + one, 0));
    return (items as Return[]).map(({ organisation, state, excused }) =>
      [organisation.slug, state, excused].filter((one) => one !== null).join(' '),
    );
  };
  const done = async (path: string, body: unknown, token = world.tokens.oversight, method = 'POST') => {
    const answer = await world.send(token, method, path, body);
    expect(answer.statusCode).withContext(answer.body).toBeLessThan(300);
  };
  const none = 'Has no services that count at the end of the quarter';

  it('is nobody whose last service closed, and they again once it has opened again', async () => {
    await world.act(world.tokens.otherLead, 'PUT', '/returns/two', wholeDraft);
    const closing = { on: inQuarter, reason: 'retired', mergedInto: null, note: 'No longer needed' };
    await done('/services/TWO-1/close', closing, world.tokens.otherLead);
    expect(await expected()).toEqual(['one not_started', `two excused ${none}`]);
    await done(
      '/services/TWO-1/reopen',
      { on: daysAfter(inQuarter, 3), note: 'Needed after all' },
      world.tokens.otherLead,
    );
    expect(await expected()).toEqual(['one not_started', 'two draft']);
    const kept = (await world.act(world.tokens.otherLead, 'GET', '/returns/two')).json() as Return;
    expect(kept).toEqual(jasmine.objectContaining({ confidence: wholeDraft.confidence, excused: null }));
  });

  it('is whoever is given a service, and no longer whoever gave their last one away', async () => {
    await done('/services/TWO-1/transfer', { organisation: 'none', on: inQuarter });
    expect(await expected()).toEqual(['none not_started', 'one not_started', `two excused ${none}`]);
    const trail = (
      await world.send(world.tokens.oversight, 'GET', '/audit?action=return.excused')
    ).json() as { items: { subject: string; detail: object }[] };
    expect(trail.items.map(({ subject, detail }) => [subject, detail])).toEqual([
      ['two', { quarter: quarter.id, reason: none }],
    ]);
  });

  it('is whoever gets a new service that counts on the day, and nobody for one that opens later', async () => {
    const made = (opensOn: string) => ({
      ...{ name: `Opens ${opensOn}`, organisation: 'none', audience: 'external', opensOn },
    });
    await done('/services', made(daysAfter(quarter.to, 1)));
    expect(await expected()).toEqual(['one not_started', 'two not_started']);
    await done('/services', made(quarter.to));
    expect(await expected()).toEqual(['none not_started', 'one not_started', 'two not_started']);
    await done('/services/NONE-002', { opensOn: daysAfter(quarter.to, 1) }, world.tokens.oversight, 'PATCH');
    expect(await expected()).toEqual(['none excused ' + none, 'one not_started', 'two not_started']);
  });

  it('is whoever a file gives its first services', async () => {
    const file = 'Service name,Organisation,Audience\nApply for a licence,NONE,external\n';
    const send = (mode: string) =>
      world.ask('POST', `/api/imports?kind=services&mode=${mode}`, {
        token: world.tokens.oversight,
        headers: { 'content-type': 'text/csv', 'idempotency-key': crypto.randomUUID() },
        body: file,
      });
    const saved = await send('apply');
    expect(saved.statusCode).withContext(saved.body).toBe(200);
    expect(await expected()).toEqual(['none not_started', 'one not_started', 'two not_started']);
  });

  it('does not ask whom a person has excused', async () => {
    await done(`/quarters/${quarter.id}/returns/two/excuse`, { reason: 'Being wound up' });
    await done('/services/TWO-1/transfer', { organisation: 'none', on: inQuarter });
    await done('/services/TWO-1/transfer', { organisation: 'two', on: daysAfter(inQuarter, 2) });
    expect(await expected()).toContain('two excused Being wound up');
  });

  it('is worked out again when a quarter is re-opened', async () => {
    await world.act(world.tokens.oversight, 'POST', '/close', { withUnfinished: true });
    const made = { name: 'Found later', organisation: 'none', audience: 'external', opensOn: inQuarter };
    await done('/services', made);
    await done('/services/TWO-1/close', {
      on: inQuarter,
      reason: 'retired',
      mergedInto: null,
      note: 'No longer needed',
    });
    await done(`/quarters/${quarter.id}/reopen`, { reason: 'Two things were missed' }, world.tokens.second);
    expect(await expected()).toEqual(['none not_started', 'one not_started', `two excused ${none}`]);
  });
});
