import { type ReturnsWorld, returnsWorld, wholeDraft } from './returns.fixture.js';

describe('four eyes on a return', () => {
  let world: ReturnsWorld;
  beforeEach(async () => {
    world = await returnsWorld();
    await world.open();
  });
  afterEach(() => world.close());

  const act = (who: keyof ReturnsWorld['tokens'], method: string, path: string, body?: object) =>
    world.act(world.tokens[who], method, `/returns/one${path}`, body);
  const save = (who: 'lead' | 'both') => act(who, 'PUT', '', wholeDraft);
  const submit = (who: 'lead' | 'both') => act(who, 'POST', '/submit', { declaration: true });
  const sign = async (who: 'both' | 'approver') => {
    const offered = (await act(who, 'GET', '')).json().maySignOff;
    const { statusCode } = await act(who, 'POST', '/sign-off', { declaration: true });
    expect(offered).toBe(statusCode === 200);
    return statusCode;
  };
  const sendBack = () =>
    act('approver', 'POST', '/request-changes', { comments: [{ service: null, text: 'Look again' }] });

  it('refuse whoever saved a part of it, although somebody else submitted it', async () => {
    await save('both');
    await save('lead');
    await submit('lead');
    expect([await sign('both'), await sign('approver')]).toEqual([403, 200]);
  });

  it('refuse whoever submitted it before changes were requested', async () => {
    await save('both');
    await submit('both');
    await sendBack();
    await save('lead');
    await submit('lead');
    expect(await sign('both')).toBe(403);
  });

  it('begin anew once it was signed off', async () => {
    await save('both');
    await submit('both');
    expect(await sign('approver')).toBe(200);
    await sendBack();
    await save('lead');
    await submit('lead');
    expect(await sign('both')).toBe(200);
  });

  it('are kept by the database too', async () => {
    await save('both');
    await save('lead');
    await submit('lead');
    const sign = world.source.query(
      `UPDATE quarter_return SET state = 'signed_off', signed_off_at = known_now(), signed_off_by = (
         SELECT person_id FROM quarter_return_author WHERE person_id <> submitted_by LIMIT 1)
       WHERE state = 'submitted'`,
    );
    await expectAsync(sign).toBeRejectedWithError(/does not sign it off/);
  });
});
