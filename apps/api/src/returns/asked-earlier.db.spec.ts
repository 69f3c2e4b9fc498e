import type { ReturnMessages } from '@headway/contract';
import { daysAfter, londonDate, quarterBefore } from '@headway/domain';
import { type ReturnsWorld, inQuarter, quarter, returnsWorld, wholeDraft } from './returns.fixture.js';

const earlier = quarterBefore(quarter);

describe('what is asked for in an earlier quarter, while the later return is submitted', () => {
  let world: ReturnsWorld;
  beforeEach(async () => {
    world = await returnsWorld();
    const { oversight, second, approver } = world.tokens;
    await in_(earlier.id, oversight, 'POST', '/open', { dueOn: londonDate(new Date()) });
    await submit(earlier.id);
    await in_(earlier.id, oversight, 'POST', '/close', { withUnfinished: true });
    await world.open();
    await submit(quarter.id);
    await in_(earlier.id, second, 'POST', '/reopen', { reason: 'One service was wrong' });
    const comments = [{ service: 'ONE-1', text: 'Was this live by then?' }];
    await in_(earlier.id, approver, 'POST', '/returns/one/request-changes', { comments });
  });
  afterEach(() => world.close());

  const in_ = async (id: string, token: string, method: string, path: string, body?: object) => {
    const answer = await world.act(token, method, path, body, '*', id);
    expect(answer.statusCode).withContext(answer.body).toBeLessThan(300);
    return answer;
  };
  const submit = async (id: string) => {
    await in_(id, world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
    await in_(id, world.tokens.lead, 'POST', '/returns/one/submit', { declaration: true });
  };
  const record = (service: string, effectiveOn: string) =>
    world.send(world.tokens.lead, 'POST', `/services/${service}/records`, { stage: 'live', effectiveOn });
  const later = async () => {
    const messages = (await world.act(world.tokens.lead, 'GET', '/returns/one/messages')).json();
    return [await world.state('one'), (messages as ReturnMessages).items.map(({ text }) => text)];
  };
  const inEarlier = daysAfter(earlier.to, -3);

  it('can be done, and the later return is sent back with why', async () => {
    const lock = (await world.send(world.tokens.lead, 'GET', '/services/ONE-1')).json().lock;
    expect([lock.quarter, lock.from, lock.askedUpTo]).toEqual([quarter.id, quarter.from, earlier.to]);
    const recorded = await record('ONE-1', inEarlier);
    expect(recorded.statusCode).withContext(recorded.body).toBe(201);
    expect(await later()).toEqual([
      'changes_requested',
      [
        'What was asked for in an earlier quarter changes what counts in this one. Check it and submit it again.',
      ],
    ]);
    const mail = await world.source.query(`SELECT quarter_id FROM mail WHERE kind = 'changes_requested'`);
    expect(mail).toContain({ quarter_id: quarter.id });
    // And is submitted again, in either order.
    await submit(quarter.id);
    await submit(earlier.id);
  });

  it('leaves the later return alone where what counts in its quarter stays as it was', async () => {
    await in_(quarter.id, world.tokens.approver, 'POST', '/returns/one/request-changes', {
      comments: [{ service: null, text: 'Once more' }],
    });
    expect((await record('ONE-1', quarter.from)).statusCode).toBe(201);
    await submit(quarter.id);
    const between = await world.send(world.tokens.lead, 'POST', '/services/ONE-1/records', {
      ...{ stage: 'in_progress', redesignUnderWay: true, effectiveOn: inEarlier },
    });
    expect(between.statusCode).withContext(between.body).toBe(201);
    expect((await later())[0]).toBe('submitted');
  });

  it('is of the services that were asked about alone, and up to the end of that quarter', async () => {
    for (const [service, day] of [
      ['ONE-2', inEarlier],
      ['ONE-1', inQuarter],
    ] as const) {
      const refused = await record(service, day);
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'wrong_state']);
      expect(refused.json().detail).toMatch(/^The return of Department ONE for Q\d/);
    }
    expect((await later())[0]).toBe('submitted');
  });

  it('is nothing that Headway says by itself of a quarter that was re-opened', async () => {
    const { oversight, second } = world.tokens;
    await submit(earlier.id);
    await in_(earlier.id, oversight, 'POST', '/close', { withUnfinished: true });
    // Found while it was closed; asked about once it is open again, and nothing else is.
    await in_(quarter.id, world.tokens.approver, 'POST', '/returns/one/request-changes', {
      comments: [{ service: null, text: 'Once more' }],
    });
    expect((await record('ONE-3', inEarlier)).statusCode).toBe(201);
    await submit(quarter.id);
    await in_(earlier.id, second, 'POST', '/reopen', { reason: 'A service was missed' });
    const asked = async (service: string) =>
      (await world.send(world.tokens.lead, 'GET', `/services/${service}`)).json().lock.askedUpTo as
        string | null;
    expect([await asked('ONE-2'), await asked('ONE-3')]).toEqual([null, earlier.to]);
    expect((await record('ONE-2', inEarlier)).statusCode).toBe(409);
  });

  it('is no matter for a confirmation, which a later quarter never locks', async () => {
    const { version } = (await world.send(world.tokens.lead, 'GET', '/services/ONE-2')).json();
    const confirmed = await world.send(world.tokens.lead, 'POST', '/records/batch', {
      records: [{ change: 'confirm', service: 'ONE-2', version, effectiveOn: inEarlier }],
    });
    expect(confirmed.statusCode).withContext(confirmed.body).toBeLessThan(300);
    expect((await later())[0]).toBe('submitted');
  });
});
