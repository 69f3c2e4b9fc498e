import type { ImportReport } from '@headway/contract';
import { type TestApp, organisation, person, testApp } from '../testing/app.js';

describe('the columns of other people’s spreadsheets', () => {
  let headway: TestApp;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    headway = await testApp();
    for (const name of ['DWP', 'HMT']) await organisation(headway.source, name);
    tokens['dwp'] = await person(headway.source, 'digital_lead', 'dwp');
    tokens['colleague'] = await person(headway.source, 'digital_lead', 'dwp');
    tokens['hmt'] = await person(headway.source, 'digital_lead', 'hmt');
    tokens['oversight'] = await person(headway.source, 'oversight');
    tokens['approver'] = await person(headway.source, 'approver', 'dwp');
  }, 60_000);
  afterAll(() => headway.close());

  const file = 'Title,Dept,Who it is for,Status,Colour\nClaim,DWP,external,live,blue\n';
  const check = async (who: string, columns?: object, body = file) => {
    const chosen = columns ? `&columns=${encodeURIComponent(JSON.stringify(columns))}` : '';
    const answer = await headway.ask('POST', `/api/imports?kind=services&mode=check${chosen}`, {
      token: tokens[who]!,
      body,
      headers: { 'content-type': 'text/csv' },
    });
    return { status: answer.statusCode, ...(answer.json() as ImportReport) };
  };
  const codes = ({ problems }: ImportReport) => problems.map(({ column, code }) => `${column} ${code}`);
  const ask = (method: string, who: string, body?: object, query = '') =>
    headway.ask(method, `/api/imports/mappings${query}`, { token: tokens[who]!, ...(body ? { body } : {}) });
  const chosen = {
    Title: 'name',
    Dept: 'organisation',
    'Who it is for': 'audience',
    Status: 'stage',
    Colour: null,
  };

  it('are asked for, with what they hold and what they may mean', async () => {
    const report = await check('dwp');
    expect(codes(report).filter((one) => one.includes('missing'))).toEqual([
      'Service name column_missing',
      'Organisation column_missing',
      'Audience column_missing',
    ]);
    expect(
      report.headings.map(({ heading, letter, samples, suggestion }) => [
        heading,
        letter,
        samples[0],
        suggestion,
      ]),
    ).toEqual([
      ['Title', 'A', 'Claim', 'name'],
      ['Dept', 'B', 'DWP', 'organisation'],
      ['Who it is for', 'C', 'external', 'audience'],
      ['Status', 'D', 'live', 'stage'],
      ['Colour', 'E', 'blue', null],
    ]);
  });

  it('are read as chosen for one file, and nothing is remembered by that', async () => {
    const report = await check('dwp', chosen);
    expect([report.created, codes(report)]).toEqual([1, []]);
    expect(report.differences[0]!.fields[0]!.after).toContain('Live from');
    expect((await check('dwp')).created).toBe(0);
  });

  it('are remembered for the organisation until they are forgotten, for nobody else', async () => {
    const kept = await ask('POST', 'dwp', { columns: chosen });
    expect([kept.statusCode, kept.json().organisation.slug, kept.json().columns]).toEqual([
      201,
      'dwp',
      chosen,
    ]);
    for (const who of ['dwp', 'colleague']) {
      const report = await check(who, undefined, file.replace('Dept', ' DEPT '));
      expect([who, report.created, codes(report)]).toEqual([who, 1, []]);
    }
    expect((await check('hmt')).created).toBe(0);
    expect((await check('oversight')).created).toBe(0);
    expect((await ask('GET', 'hmt')).json()).toEqual({ items: [] });
    await ask('POST', 'colleague', { columns: { Status: null } });
    expect((await ask('GET', 'dwp')).json().items[0].columns).toEqual({ ...chosen, Status: null });
    expect((await ask('DELETE', 'colleague')).statusCode).toBe(204);
    expect((await ask('GET', 'dwp')).json()).toEqual({ items: [] });
    expect((await check('dwp')).created).toBe(0);
  });

  it('are remembered for all of government by those who work for it', async () => {
    await ask('POST', 'oversight', { columns: chosen });
    expect((await ask('GET', 'oversight')).json().items[0].organisation).toBeNull();
    expect((await check('oversight')).created).toBe(1);
    expect((await check('dwp')).created).toBe(0);
    await ask('DELETE', 'oversight');
  });

  it('are of organisations of one’s own only, and of those who import', async () => {
    expect((await ask('POST', 'dwp', { organisation: 'hmt', columns: chosen })).statusCode).toBe(404);
    expect((await ask('POST', 'dwp', { organisation: null, columns: chosen })).statusCode).toBe(404);
    expect((await ask('DELETE', 'dwp', undefined, '?organisation=hmt')).statusCode).toBe(404);
    expect(
      (await ask('POST', 'dwp', { organisation: 'dwp', columns: { Dept: 'organisation' } })).statusCode,
    ).toBe(201);
    expect((await ask('GET', 'approver')).statusCode).toBe(403);
    await ask('DELETE', 'dwp');
  });

  it('are told to the audit trail', async () => {
    await ask('POST', 'hmt', { columns: { Dept: 'organisation' } });
    await ask('DELETE', 'hmt');
    const trail = await headway.source.query(
      `SELECT action FROM audit_entry JOIN organisation o ON o.id = organisation_id
       WHERE slug = 'hmt' AND action LIKE 'import.%' ORDER BY audit_entry.id`,
    );
    expect(trail).toEqual([{ action: 'import.columns_remembered' }, { action: 'import.columns_forgotten' }]);
  });

  for (const columns of ['{', '[]', '{"Dept":"department"}', '{"Dept":1}', '"x"'])
    it(`cannot be chosen as ${columns}`, async () => {
      const url = `/api/imports?kind=services&mode=check&columns=${encodeURIComponent(columns)}`;
      const answer = await headway.ask('POST', url, {
        token: tokens['dwp']!,
        body: file,
        headers: { 'content-type': 'text/csv' },
      });
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request']);
    });
});
