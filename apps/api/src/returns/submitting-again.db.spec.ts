import { quarter, returnsWorld, type ReturnsWorld, wholeDraft } from './returns.fixture.js';

describe('a return whose changes were requested', () => {
  let world: ReturnsWorld;
  beforeEach(async () => {
    world = await returnsWorld();
    await world.open();
    await send();
    const comments = [{ service: null, text: 'Look again' }];
    const sentBack = await act('approver', 'POST', '/request-changes', { comments });
    expect(sentBack.statusCode).withContext(sentBack.body).toBe(200);
  });
  afterEach(() => world.close());

  const act = (who: keyof ReturnsWorld['tokens'], method: string, path: string, body?: object) =>
    world.act(world.tokens[who], method, `/returns/one${path}`, body);
  const submit = () => act('lead', 'POST', '/submit', { declaration: true });
  const send = async (change: object = {}) => {
    await act('lead', 'PUT', '', { ...wholeDraft, ...change });
    const submitted = await submit();
    expect(submitted.statusCode).withContext(submitted.body).toBe(200);
  };
  const codes = (answer: { json(): { errors?: { pointer: string }[] } }) =>
    (answer.json().errors ?? []).map(({ pointer }) => pointer);

  it('asks every tick again, and keeps the answers', async () => {
    expect((await act('lead', 'GET', '')).json()).toEqual(
      jasmine.objectContaining({
        ...{ state: 'changes_requested', reviewed: false, restUnchanged: false },
        ...{ confidence: wholeDraft.confidence, summary: wholeDraft.summary },
      }),
    );
    expect(codes(await submit())).toEqual(['/reviewed']);
  });

  it('keeps what each submission contained, to be held against the one before', async () => {
    const recorded = await world.ask('POST', '/api/services/ONE-1/records', {
      token: world.tokens.lead,
      headers: { 'if-match': '*', 'idempotency-key': crypto.randomUUID() },
      body: { stage: 'live', effectiveOn: quarter.to, evidenceUrl: 'https://www.gov.uk/x' },
    });
    expect(recorded.statusCode).withContext(recorded.body).toBe(201);
    await send({ confidence: 'very_confident' });
    const { before, ...last } = (await act('approver', 'GET', '/submission')).json();
    const stages = (services: { reference: string; stage: string }[]) =>
      services.map(({ reference, stage }) => `${reference} ${stage}`);
    expect([last.reference, last.confidence]).toEqual([`${quarter.id}-ONE-2`, 'very_confident']);
    expect([before.reference, before.confidence]).toEqual([`${quarter.id}-ONE-1`, 'fairly_confident']);
    expect([stages(last.services)[0], stages(before.services)[0]]).toEqual([
      'ONE-1 live',
      'ONE-1 in_progress',
    ]);
    // Details too can be read as they were known then.
    await world.ask('PATCH', '/api/services/ONE-2', {
      token: world.tokens.lead,
      headers: { 'if-match': '*' },
      body: { name: 'Renamed', owner: 'Bo' },
    });
    const known = async (asKnownAt: string) => {
      const query = `organisation=one&on=${quarter.to}&asKnownAt=${asKnownAt}`;
      const { items } = (
        await world.ask('GET', `/api/services?${query}`, { token: world.tokens.approver })
      ).json();
      return items.map(({ name, stage }: { name: string; stage: string }) => `${name} ${stage}`).toSorted();
    };
    expect((await known(last.submittedAt)).slice(0, 3)).toEqual([
      'Service ONE-1 live',
      'Service ONE-2 in_progress',
      'Service ONE-3 in_progress',
    ]);
    expect((await known(before.submittedAt))[0]).toBe('Service ONE-1 in_progress');
  });

  it('confirms on submitting only what was not recorded or confirmed in the quarter', async () => {
    const said = async () => {
      const rows: { reference: string; records: number }[] = await world.source.query(
        `SELECT s.reference, count(*)::integer AS records FROM audit_entry e JOIN service s ON s.reference = e.subject
         WHERE e.action LIKE 'stage.%' GROUP BY 1 ORDER BY 1`,
      );
      return rows;
    };
    const before = await said();
    await send();
    expect(await said()).toEqual(before);
  });
});
