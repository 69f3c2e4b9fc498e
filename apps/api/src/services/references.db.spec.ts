import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

const csv = (reference: string) =>
  `Reference,Service name,Organisation,Audience\n${reference},A service,DWP,external\n`;

describe('a reference that somebody else’s service has', () => {
  let headway: TestApp;
  let lead: string;
  let oversight: string;

  beforeAll(async () => {
    headway = await testApp();
    for (const name of ['DWP', 'HMT']) await organisation(headway.source, name);
    await organisation(headway.source, 'JCP', 'dwp');
    await service(headway.source, 'HMT-001', 'hmt');
    await service(headway.source, 'GIFT-AID', 'hmt');
    await service(headway.source, 'DWP-001', 'dwp');
    lead = await person(headway.source, 'digital_lead', 'dwp');
    oversight = await person(headway.source, 'oversight');
  }, 60_000);
  afterAll(() => headway.close());

  const create = (token: string, reference: string) =>
    headway.ask('POST', '/api/services', {
      token,
      body: { name: 'A service', organisation: 'dwp', audience: 'external', reference },
    });
  const check = (token: string, reference: string) =>
    headway.ask('POST', '/api/imports?kind=services&mode=check', {
      token,
      body: csv(reference),
      headers: { 'content-type': 'text/csv' },
    });
  const batch = (token: string, reference: string) =>
    headway.ask('POST', '/api/records/batch', {
      token,
      body: { records: [{ change: 'confirm', service: reference, version: 1, effectiveOn: '2026-01-31' }] },
    });
  const merge = (token: string, reference: string) =>
    headway.ask('POST', '/api/services/DWP-001/close', {
      token,
      body: { on: '2026-01-31', reason: 'merged', mergedInto: reference },
      headers: { 'if-match': '*' },
    });
  const barriers = (token: string, reference: string) =>
    headway.ask('POST', '/api/imports?kind=barriers&mode=check', {
      token,
      body: `Reference,Category,Barrier,Next action,Whose,Raised on\n${reference},skills,Nobody,Hire,HR,2026-01-31\n`,
      headers: { 'content-type': 'text/csv' },
    });
  /** What is said, but for the reference that was asked about, and what is new each time. */
  const said = async (asked: ReturnType<typeof create>, reference: string) => {
    const { statusCode, body } = await asked;
    const nothing = body
      .replaceAll(reference, '…')
      .replace(/urn:uuid:[\w-]+/, '…')
      .replace(/"importId":"[\w-]+"/, '…');
    return [statusCode, nothing];
  };

  for (const [taken, free] of [
    ['HMT-001', 'HMT-999'],
    ['hmt-001', 'hmt-999'],
  ] as const)
    for (const [how, ask] of Object.entries({ create, check, batch, merge, barriers }))
      it(`is no different from one that nobody has: ${taken}, by ${how}`, async () => {
        expect(await said(ask(lead, taken), taken)).toEqual(await said(ask(lead, free), free));
      });

  for (const [how, ask] of Object.entries({ create, check }))
    it(`is refused as one that nobody may use, whatever it begins with, by ${how}`, async () => {
      expect(await said(ask(lead, 'GIFT-AID'), 'GIFT-AID')).toEqual(
        await said(ask(lead, 'HMT-999'), 'HMT-999'),
      );
    });

  it('is refused with what a reference of one’s own begins with', async () => {
    const answer = await create(lead, 'HMT-001');
    expect([answer.statusCode, answer.json().errors]).toEqual([
      422,
      [
        {
          pointer: '/reference',
          code: 'reference_refused',
          message: 'You cannot use this reference. Use one that begins with DWP-, or leave it out',
        },
      ],
    ]);
    expect((await check(lead, 'GIFT-AID')).json().problems).toEqual([
      jasmine.objectContaining({ row: 2, column: 'Reference', code: 'reference_refused' }),
    ]);
  });

  it('may be told of to whoever sees it', async () => {
    expect((await create(oversight, 'HMT-001')).json().code).toBe('already_exists');
    expect((await create(lead, 'dwp-001')).json().code).toBe('already_exists');
    expect((await check(oversight, 'HMT-001')).json().problems[0].code).toBe('organisation_differs');
  });

  it('does not keep one’s own from being taken, also after an agency', async () => {
    expect((await create(lead, 'DWP-PENSION')).statusCode).toBe(201);
    expect((await create(lead, 'jcp-7')).statusCode).toBe(201);
    expect((await create(lead, 'NEW-1')).statusCode).toBe(201);
    expect((await check(lead, 'DWP-077')).json().problems).toEqual([]);
    expect((await create(oversight, 'ANY-1')).statusCode).toBe(201);
  });
});
