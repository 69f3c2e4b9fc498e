import type { ImportReport } from '@headway/contract';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('a file from before organisations changed', () => {
  let headway: TestApp;
  let admin: string;

  beforeAll(async () => {
    headway = await testApp();
    for (const name of ['BEIS', 'DLUHC', 'DIT', 'DFT']) await organisation(headway.source, name);
    admin = await person(headway.source, 'admin');
    for (const reference of ['B-1', 'B-2']) await service(headway.source, reference, 'beis');
    for (const reference of ['L-1', 'L-2']) await service(headway.source, reference, 'dluhc');
    await service(headway.source, 'T-1', 'dit');
    await service(headway.source, 'F-1', 'dft');
  }, 60_000);
  afterAll(() => headway.close());

  const reorganise = async (body: object) => {
    const ask = (mode: string, headers = {}) =>
      headway.ask('POST', `/api/organisations/reorganisations?mode=${mode}`, { token: admin, body, headers });
    const { fingerprint } = (await ask('check')).json();
    const made = await ask('apply', { 'if-match': `"${fingerprint}"` });
    if (made.statusCode !== 200) throw new Error(made.body);
  };
  const check = async (body: string | Buffer, token = admin) => {
    const headers = { 'content-type': 'text/csv' };
    const answer = await headway.ask('POST', '/api/imports?kind=services&mode=check', {
      token,
      body,
      headers,
    });
    return answer.json() as ImportReport;
  };
  const said = ({ problems }: ImportReport) =>
    problems.map(({ row, code, message }) => `${row} ${code}: ${message}`);

  it('is read by the names of the past, each service by whose it is', async () => {
    const before = (
      await headway.ask('GET', '/api/services.csv?organisation=beis&organisation=dluhc&organisation=dit', {
        token: admin,
      })
    ).rawPayload;
    await reorganise({
      kind: 'rename',
      on: '2024-07-09',
      organisation: 'dluhc',
      name: 'Housing',
      abbreviation: 'MHCLG',
    });
    const trade = { name: 'Business and Trade', abbreviation: 'DBT', kind: 'ministerial_department' };
    const energy = { name: 'Energy Security', abbreviation: 'DESNZ', kind: 'ministerial_department' };
    const parts = [
      { into: trade, services: ['B-1'] },
      { into: energy, services: ['B-2'] },
    ];
    await reorganise({ kind: 'split', on: '2023-02-07', organisation: 'beis', parts });
    await reorganise({ kind: 'merge', on: '2023-02-08', organisations: ['dit'], into: 'business-and-trade' });

    const report = await check(before);
    expect([report.created, report.updated, report.unchanged, report.missing]).toEqual([0, 0, 5, 0]);
    expect(said(report).map((one) => one.replace(/^\d+ /, ''))).toEqual(
      jasmine.arrayWithExactContents([
        'former_name: Department BEIS is read as Business and Trade',
        'former_name: Department BEIS is read as Energy Security',
        'former_name: Department DLUHC is read as Housing',
        'former_name: Department DIT is read as Business and Trade',
      ]),
    );

    const fresh =
      'Reference,Service name,Organisation,Audience\nNEW-1,New,BEIS,external\nNEW-2,Newer,Department DLUHC,external\n';
    const added = await check(fresh);
    expect([added.created, added.missing]).toEqual([1, 2]);
    expect(said(added)).toEqual([
      '2 organisation_split: BEIS became Business and Trade and Energy Security: give the one that the service belongs to',
      '3 former_name: Department DLUHC is read as Housing',
    ]);
    const lead = await person(headway.source, 'digital_lead', 'business-and-trade');
    expect(said(await check(fresh, lead))).toEqual([
      '2 former_name: BEIS is read as Business and Trade',
      '3 unknown_organisation: There is no organisation Department DLUHC here',
    ]);
  });

  it('never counts what is closed as missing', async () => {
    const body = 'Reference,Service name,Organisation,Audience\nF-2,New,DFT,external\n';
    expect((await check(body)).missingServices).toEqual([
      { reference: 'F-1', name: 'Service F-1', organisation: 'Department DFT' },
    ]);
    const closing = { on: '2024-01-31', reason: 'retired' };
    const closed = await headway.ask('POST', '/api/services/F-1/close', {
      token: admin,
      body: closing,
      headers: { 'if-match': '*' },
    });
    expect(closed.statusCode).toBeLessThan(300);
    expect((await check(body)).missing).toBe(0);
  });
});
