import { londonDate, quarterBefore, quarterOn, submittedTooEarly } from '@headway/domain';
import { quarter, returnsWorld, type ReturnsWorld, wholeDraft } from '../returns/returns.fixture.js';

describe('a quarter opened by mistake', () => {
  let world: ReturnsWorld;
  beforeEach(async () => (world = await returnsWorld()));
  afterEach(() => world.close());

  const today = londonDate(new Date());
  const takeBack = (token = world.tokens.oversight, ifMatch?: string) =>
    world.act(token, 'POST', '/take-back', { reason: 'It was meant to be the next one' }, ifMatch);
  const mails = async () => {
    const rows: { kind: string }[] = await world.source.query('SELECT kind FROM mail ORDER BY sequence');
    return rows.map(({ kind }) => kind);
  };

  it('is taken back while nobody has answered, and whoever was written to is told', async () => {
    await world.open();
    const asked = await mails();
    expect(asked.length).toBeGreaterThan(0);
    expect((await takeBack(world.tokens.approver)).statusCode).toBe(403);
    expect((await takeBack(undefined, '"7"')).statusCode).toBe(412);
    const back = await takeBack();
    expect(back.statusCode).withContext(back.body).toBe(200);
    expect(back.json()).toEqual(jasmine.objectContaining({ state: 'planned', dueOn: null, version: 0 }));
    expect(await mails()).toEqual([...asked, ...asked.map(() => 'taken_back')]);
    const trail = await world.send(world.tokens.oversight, 'GET', '/audit?action=quarter.taken_back');
    expect(trail.json().items[0].detail).toEqual({ reason: 'It was meant to be the next one', returns: 2 });
    await world.open();
    expect(await world.state('one')).toBe('not_started');
  });

  it('is not once somebody has answered, nor once it was closed', async () => {
    expect((await takeBack()).statusCode).toBe(409);
    await world.open();
    await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
    const answered = await takeBack();
    expect([answered.statusCode, answered.json().detail]).toEqual([
      409,
      '1 organisation has worked on a return already, so the quarter can no longer be taken back',
    ]);
    await world.act(world.tokens.oversight, 'POST', '/close', { withUnfinished: true });
    expect((await takeBack()).statusCode).toBe(409);
    await world.act(world.tokens.second, 'POST', '/reopen', { reason: 'Something was missed' });
    expect((await takeBack()).json().detail).toMatch(/^The quarter was closed before/);
  });

  it('is not where who answered was excused since, whether or not they had submitted', async () => {
    const { lead, oversight, approver } = world.tokens;
    const comments = [{ service: null, text: 'Once more' }];
    const excuse = async () =>
      expect(
        (await world.act(oversight, 'POST', '/returns/one/excuse', { reason: 'They have merged' }))
          .statusCode,
      ).toBe(200);
    await world.open();
    await excuse();
    expect((await takeBack()).statusCode).toBe(200);
    await world.open();
    await world.act(lead, 'PUT', '/returns/one', wholeDraft);
    await excuse();
    expect((await takeBack()).json().detail).toMatch(/^1 organisation has worked on a return already/);
    await world.act(oversight, 'POST', '/returns/one/request-changes', { comments });
    await world.act(lead, 'PUT', '/returns/one', wholeDraft);
    await world.act(lead, 'POST', '/returns/one/submit', { declaration: true });
    await world.act(approver, 'POST', '/returns/one/sign-off');
    expect(await world.state('one')).toBe('signed_off');
    await world.act(oversight, 'POST', '/returns/one/request-changes', { comments });
    await excuse();
    expect((await takeBack()).json().detail).toMatch(/^1 organisation has worked on a return already/);
  });

  it('is refused where nothing was recorded as early, and nobody is written to', async () => {
    const open = async (id: string) => {
      const opened = await world.act(world.tokens.oversight, 'POST', '/open', { dueOn: today }, '*', id);
      return [opened.statusCode, opened.json().detail];
    };
    // The first record is of the quarter before the one that these specs are about.
    const earliest = quarterBefore(quarterBefore(quarter));
    expect(await open(quarterBefore(earliest).id)).toEqual([
      409,
      jasmine.stringMatching(/^Nothing was recorded as early as that/),
    ]);
    expect(await mails()).toEqual([]);
    expect((await open(earliest.id))[0]).toBe(200);
  });
});

describe('the return of a quarter that still runs', () => {
  let world: ReturnsWorld;
  beforeEach(async () => (world = await returnsWorld()));
  afterEach(() => world.close());

  it('is kept as a draft, and submitted from its last day on', async () => {
    const today = londonDate(new Date());
    const now = quarterOn(today);
    const act = (method: string, path: string, body: object, token = world.tokens.lead) =>
      world.act(token, method, path, body, '*', now.id);
    await act('POST', '/open', { dueOn: now.to }, world.tokens.oversight);
    expect((await act('PUT', '/returns/one', wholeDraft)).statusCode).toBe(200);
    const submitted = await act('POST', '/returns/one/submit', { declaration: true });
    const early = submittedTooEarly(now, today);
    expect([submitted.statusCode, submitted.json().detail]).toEqual(early ? [409, early] : [200, undefined]);
  });
});
