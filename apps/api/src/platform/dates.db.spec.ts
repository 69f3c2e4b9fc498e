import { daysAfter, londonDate, yearsBefore } from '@headway/domain';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

/** Days that no way in takes, and what each says of them. */
const slips = [
  ['0026-05-03', 'must have a full year, like 2026'],
  ['1989-12-31', 'must be after 31 December 1989'],
  ['2100-01-01', 'must be before 1 January 2100'],
] as const;
const today = londonDate(new Date());
const barrier = { category: 'skills', description: 'Nobody can do it' };

describe('a date that is a slip', () => {
  let headway: TestApp;
  let admin: string;
  let lead: string;
  let barrierId: string;

  beforeAll(async () => {
    headway = await testApp();
    for (const slug of ['DWP', 'DFT', 'ONS']) await organisation(headway.source, slug);
    for (const n of [1, 2]) await service(headway.source, `DWP-${n}`, 'dwp');
    admin = await person(headway.source, 'admin');
    lead = await person(headway.source, 'digital_lead', 'dwp');
    await headway.source.query(
      `INSERT INTO role_grant (person_id, role) SELECT person_id, 'oversight' FROM role_grant WHERE role = 'admin'`,
    );
    const raised = { ...barrier, raisedOn: '2024-01-31' };
    barrierId = (await ask('POST', 'services/DWP-2/barriers', raised)).json().id;
  }, 60_000);
  afterAll(() => headway.close());

  const ask = (method: string, path: string, body?: object, type = 'application/json') =>
    headway.ask(method as 'GET', `/api/${path}`, {
      token: /records|targets/.test(path) ? lead : admin,
      headers: { 'if-match': '*', 'content-type': type },
      ...(body === undefined ? {} : { body }),
    });
  const record = { change: 'record', service: 'DWP-1', version: 1, stage: 'live' };

  /** Every way in that takes a date. */
  const ways: readonly [string, (date: string) => readonly [string, string, object?]][] = [
    ['a record', (effectiveOn) => ['POST', 'services/DWP-1/records', { stage: 'live', effectiveOn }]],
    ['a batch', (date) => ['POST', 'records/batch', { records: [{ ...record, effectiveOn: date }] }]],
    ['a target', (dueOn) => ['PUT', 'services/DWP-1/targets/live', { dueOn }]],
    ['a barrier', (raisedOn) => ['POST', 'services/DWP-1/barriers', { ...barrier, raisedOn }]],
    ['a barrier of all', (raisedOn) => ['POST', 'organisations/dwp/barriers', { ...barrier, raisedOn }]],
    ['a change of a barrier', (raisedOn) => ['PATCH', `barriers/${barrierId}`, { raisedOn }]],
    ['a resolved barrier', (resolvedOn) => ['PATCH', `barriers/${barrierId}`, { resolvedOn }]],
    ['an opening', (opensOn) => ['PATCH', 'services/DWP-1', { opensOn }]],
    ['a new service', (opensOn) => ['POST', 'services', { ...newService, opensOn }]],
    ['a closing', (on) => ['POST', 'services/DWP-1/close', { on, reason: 'retired' }]],
    ['a reopening', (on) => ['POST', 'services/DWP-1/reopen', { on, note: 'x' }]],
    ['a transfer', (on) => ['POST', 'services/DWP-1/transfer', { organisation: 'dft', on }]],
    ['a new organisation', (existsFrom) => ['POST', 'organisations', { ...newOrganisation, existsFrom }]],
    ['an organisation', (existsFrom) => ['PATCH', 'organisations/ons', { existsFrom }]],
    ['a reorganisation', (on) => ['POST', 'organisations/reorganisations?mode=check', { ...rename, on }]],
    ['a wave', (opensOn) => ['POST', 'pulse/waves', { opensOn, closesOn: opensOn }]],
    ['a list', (on) => ['GET', `services?on=${on}`]],
    ['a service as it was', (on) => ['GET', `services/DWP-1?on=${on}`]],
    ['the portfolio', (on) => ['GET', `portfolio?on=${on}`]],
    ['a comparison', (date) => ['GET', `portfolio?compareWith=${date}`]],
    ['what was known', (date) => ['GET', `services?asKnownAt=${date}`]],
    ['the audit trail', (from) => ['GET', `audit?from=${from}`]],
  ];
  const newService = { name: 'New', audience: 'external', organisation: 'dwp' };
  const newOrganisation = { name: 'New', abbreviation: 'NEW', kind: 'agency' };
  const rename = { kind: 'rename', organisation: 'ons', name: 'Office of Numbers', abbreviation: 'OON' };

  for (const [way, request] of ways)
    for (const [date, words] of slips)
      it(`is refused in ${way}: ${date}`, async () => {
        const answer = await ask(...(request(date) as [string, string, object?]));
        expect(answer.statusCode).withContext(answer.body.slice(0, 200)).toBe(400);
        expect(answer.json().errors.map(({ message }: { message: string }) => message)).toContain(
          jasmine.stringMatching(new RegExp(`${words}$`)) as never,
        );
      });

  const header = 'Reference,Service name,Organisation,Audience';
  for (const [column, kind, row] of [
    ['Stage,Stage reached on', 'services', 'Live,'],
    ['Live by', 'services', ''],
    ['Redesigned by', 'services', ''],
    ['Opens on', 'services', ''],
  ] as const)
    for (const [date, words] of slips)
      it(`is refused in a file, under ${column}: ${date}`, async () => {
        const csv = `${header},${column}\nDWP-1,Service DWP-1,Department DWP,external,${row}${date}\n`;
        const answer = await file(kind, csv);
        expect(answer.json().problems).toContain(
          jasmine.objectContaining({ severity: 'error', message: jasmine.stringMatching(`${words}$`) }),
        );
      });

  for (const column of ['Raised on', 'Resolved on'] as const)
    for (const [date, words] of slips)
      it(`is refused in a file of barriers, under ${column}: ${date}`, async () => {
        const [raised, resolved] = column === 'Raised on' ? [date, ''] : ['2024-01-31', date];
        const csv = `Reference,Category,Barrier,Raised on,Resolved on\nDWP-1,skills,Nobody,${raised},${resolved}\n`;
        const answer = await file('barriers', csv);
        expect(answer.json().problems).toContain(
          jasmine.objectContaining({ severity: 'error', message: jasmine.stringMatching(`${words}$`) }),
        );
      });

  const file = (kind: string, csv: string) =>
    headway.ask('POST', `/api/imports?kind=${kind}&mode=check`, {
      token: admin,
      body: csv,
      headers: { 'content-type': 'text/csv' },
    });

  it('is no target more than 30 years away, in a file either', async () => {
    const far = daysAfter(yearsBefore(today, -30), 1);
    const answer = await ask('PUT', 'services/DWP-1/targets/live', { dueOn: far });
    expect([answer.statusCode, answer.json().errors[0].code]).toEqual([422, 'too_late']);
    const csv = `${header},Live by\nDWP-1,Service DWP-1,Department DWP,external,${far}\n`;
    expect((await file('services', csv)).json().problems).toContain(
      jasmine.objectContaining({ severity: 'error', code: 'too_late' }),
    );
    const last = await ask('PUT', 'services/DWP-2/targets/live', { dueOn: daysAfter(far, -1) });
    expect(last.statusCode).withContext(last.body).toBe(200);
  });

  it('is refused by the database too, but what was there stays and can be put right', async () => {
    const { source } = headway;
    for (const statement of [
      `UPDATE service SET opens_on = '1980-01-01' WHERE reference = 'DWP-1'`,
      `UPDATE barrier SET raised_on = '1989-12-31' WHERE id = '${barrierId}'`,
      `INSERT INTO target (service_id, stage, due_on, set_by)
       SELECT s.id, 'live', '2100-01-01', p.id FROM service s, person p WHERE s.reference = 'DWP-1' LIMIT 1`,
      `INSERT INTO stage_record (service_id, stage, effective_on, recorded_by)
       SELECT s.id, 'live', '1980-01-01', p.id FROM service s, person p WHERE s.reference = 'DWP-1' LIMIT 1`,
    ])
      await expectAsync(source.query(statement)).withContext(statement).toBeRejected();
    await source.query('ALTER TABLE barrier DISABLE TRIGGER barrier_slip');
    await source.query(`UPDATE barrier SET raised_on = '1980-01-01' WHERE id = $1`, [barrierId]);
    await source.query('ALTER TABLE barrier ENABLE TRIGGER barrier_slip');
    await source.query(`UPDATE barrier SET raised_on = '1980-01-01', next_action = 'x' WHERE id = $1`, [
      barrierId,
    ]);
    expect((await ask('PATCH', `barriers/${barrierId}`, { raisedOn: '2024-01-31' })).statusCode).toBe(200);
  });

  it('is a barrier raised before its service opened, and an opening after what is told of the service', async () => {
    await service(headway.source, 'DWP-3', 'dwp');
    const opens = await ask('PATCH', 'services/DWP-3', { opensOn: '2024-06-01' });
    expect(opens.statusCode).withContext(opens.body).toBe(200);
    const early = await ask('POST', 'services/DWP-3/barriers', { ...barrier, raisedOn: '2024-05-31' });
    expect(early.json().errors).toEqual([
      {
        pointer: '/raisedOn',
        code: 'before_service_opened',
        message: 'The date it was raised must be the same as or after the date the service opened',
      },
    ]);
    expect(
      (await ask('POST', 'services/DWP-3/barriers', { ...barrier, raisedOn: '2024-06-01' })).statusCode,
    ).toBe(201);
    const late = await ask('PATCH', 'services/DWP-3', { opensOn: '2024-06-02' });
    expect([late.statusCode, late.json().errors[0].code]).toEqual([422, 'opens_after_it_is_told_of']);
  });
});
