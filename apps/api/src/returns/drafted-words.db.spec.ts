import { inQuarter, quarter, returnsWorld, type ReturnsWorld, wholeDraft } from './returns.fixture.js';

describe('the words that Headway writes for a lead', () => {
  let world: ReturnsWorld;
  beforeEach(async () => {
    world = await returnsWorld();
    await world.open();
  });
  afterEach(() => world.close());

  const act = (who: keyof ReturnsWorld['tokens'], method: string, path: string, body?: object) =>
    world.act(world.tokens[who], method, `/returns/one${path}`, body);
  const summary = async () => (await act('lead', 'GET', '')).json().summary as string | null;
  const record = async (reference: string, effectiveOn: string) => {
    const answer = await world.ask('POST', `/api/services/${reference}/records`, {
      token: world.tokens.lead,
      headers: { 'if-match': '*', 'idempotency-key': crypto.randomUUID() },
      body: { stage: 'live', effectiveOn, evidenceUrl: 'https://www.gov.uk/x' },
    });
    expect(answer.statusCode).withContext(answer.body).toBe(201);
  };
  const save = (change: object) => act('lead', 'PUT', '', { ...wholeDraft, ...change });
  const submit = () => act('lead', 'POST', '/submit', { declaration: true });
  const moved = (...names: string[]) => [
    `${names.length} ${names.length === 1 ? 'service' : 'services'} moved to another stage:`,
    ...names.map((name) => `Service ${name}: from in progress to live`),
  ];

  it('are written afresh until they are submitted, and again where changes were requested', async () => {
    await save({ summaryDrafted: true });
    expect(await summary()).toBe('No service moved to another stage.');
    await record('ONE-1', inQuarter);
    expect(await summary()).toBe(moved('ONE-1').join('\n'));
    expect((await submit()).statusCode).toBe(200);
    expect((await act('approver', 'GET', '/submission')).json().summary).toBe(moved('ONE-1').join('\n'));
    expect(await summary()).toBe(moved('ONE-1').join('\n'));
    await act('approver', 'POST', '/request-changes', {
      comments: [{ service: null, text: 'And the other' }],
    });
    await record('ONE-2', quarter.to);
    expect(await summary()).toBe(moved('ONE-1', 'ONE-2').join('\n'));
  });

  it('stay as somebody edited them', async () => {
    await save({ summary: 'Mine' });
    await record('ONE-1', inQuarter);
    const found = (await act('lead', 'GET', '')).json();
    expect([found.summary, found.summaryDrafted]).toEqual(['Mine', false]);
    expect(found.draftedSummary).toBe(moved('ONE-1').join('\n'));
    await submit();
    expect((await act('approver', 'GET', '/submission')).json().summary).toBe('Mine');
  });
});
