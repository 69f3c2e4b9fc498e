import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('the day an organisation began, put right', () => {
  let headway: TestApp;
  let admin: string;
  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    await organisation(headway.source, 'ONS');
    await service(headway.source, 'DWP-1', 'dwp');
    admin = await person(headway.source, 'admin');
    const lead = await person(headway.source, 'digital_lead', 'dwp');
    const body = { stage: 'in_progress', effectiveOn: '2024-05-07' };
    const headers = { 'if-match': '*' };
    const recorded = await headway.ask('POST', '/api/services/DWP-1/records', { token: lead, body, headers });
    expect(recorded.statusCode).withContext(recorded.body).toBe(201);
  }, 60_000);
  afterAll(() => headway.close());

  const begin = (slug: string, existsFrom: string | null) =>
    headway.ask('PATCH', `/api/organisations/${slug}`, {
      token: admin,
      body: { existsFrom },
      headers: { 'if-match': '*' },
    });

  it('is not after the first record of its services', async () => {
    for (const later of ['2024-05-08', '2099-12-31']) {
      const answer = await begin('dwp', later);
      expect(answer.statusCode).withContext(later).toBe(422);
      expect(answer.json().errors).toEqual([
        {
          pointer: '/existsFrom',
          code: 'begins_after_first_record',
          message: 'It must exist from the first record of its services, 7 May 2024, or before',
        },
      ]);
    }
    for (const before of ['2024-05-07', '2001-06-08', null])
      expect((await begin('dwp', before)).statusCode)
        .withContext(`${before}`)
        .toBe(200);
  });

  it('may be any day while nothing is recorded of it', async () => {
    expect((await begin('ons', '2026-05-01')).statusCode).toBe(200);
  });
});
