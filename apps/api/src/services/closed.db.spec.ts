import { daysAfter, formatDate, londonDate } from '@headway/domain';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

const today = londonDate(new Date());
const ago = (days: number) => daysAfter(today, -days);
const later = daysAfter(today, 30);

describe('a closed service', () => {
  let headway: TestApp;
  let oversight: string;
  let lead: string;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    oversight = await person(headway.source, 'oversight');
    lead = await person(headway.source, 'digital_lead', 'dwp');
  }, 60_000);
  afterAll(() => headway.close());

  const ask = (method: string, path: string, body?: object | string, type = 'application/json') =>
    headway.ask(method as 'GET', `/api/${path}`, {
      token: /records|targets|kind=services/.test(path) ? lead : oversight,
      headers: { 'if-match': '*', 'content-type': type },
      ...(body === undefined ? {} : { body }),
    });
  const get = async (path: string) => (await ask('GET', path)).json();
  const code = async (asked: ReturnType<typeof ask>) => {
    const answer = await asked;
    return answer.statusCode < 300 ? answer.statusCode : answer.json().errors?.[0]?.code;
  };
  const raise = (reference: string, raisedOn = ago(100)) =>
    ask('POST', `services/${reference}/barriers`, { category: 'skills', description: 'Nobody', raisedOn });
  const close = (reference: string, on: string, rest: object = {}) =>
    ask('POST', `services/${reference}/close`, { on, reason: 'cancelled', ...rest });
  const reopen = (reference: string, on: string) =>
    ask('POST', `services/${reference}/reopen`, { on, note: 'It goes on' });
  const target = (reference: string, dueOn: string, reason: string | null = null) =>
    ask('PUT', `services/${reference}/targets/live`, { dueOn, reason });

  let next = 0;
  /** In progress, with a barrier and a target. */
  const begun = async () => {
    const reference = `DWP-${++next}`;
    await service(headway.source, reference, 'dwp');
    await ask('POST', `services/${reference}/records`, { stage: 'in_progress', effectiveOn: ago(200) });
    const { id } = (await raise(reference)).json();
    await target(reference, ago(10));
    return { reference, barrier: id as string };
  };

  it('takes no new target and no new barrier, nor an old one opened again, from pages and files alike', async () => {
    const { reference, barrier } = await begun();
    await close(reference, ago(50));
    const refused = await raise(reference, ago(60));
    expect(refused.statusCode).toBe(422);
    expect(refused.json().errors[0]).toEqual({
      pointer: '/raisedOn',
      code: 'service_closed',
      message: `The service closed on ${formatDate(ago(50))}, so it takes no new barriers. Reopen it first`,
    });
    const set = await target(reference, later, 'x');
    expect([set.statusCode, set.json().errors[0].pointer, set.json().errors[0].code]).toEqual([
      422,
      '/dueOn',
      'service_closed',
    ]);
    expect(await code(ask('PATCH', `barriers/${barrier}`, { nextAction: 'None' }))).toBe(200);
    expect(await code(ask('PATCH', `barriers/${barrier}`, { resolvedOn: ago(1) }))).toBe(200);
    expect(await code(ask('PATCH', `barriers/${barrier}`, { resolvedOn: null }))).toBe('service_closed');
    const problems = async (kind: string, csv: string) =>
      (await ask('POST', `imports?kind=${kind}&mode=check`, csv, 'text/csv'))
        .json()
        .problems.map((problem: { code: string }) => problem.code);
    const barriers = `Reference,Category,Barrier,Raised on\n${reference},skills,Another,${ago(60)}\n`;
    expect(await problems('barriers', barriers)).toEqual(['service_closed']);
    const services = `Reference,Service name,Organisation,Audience,Live by\n${reference},Service ${reference},DWP,external,${later}\n`;
    expect(await problems('services', services)).toEqual(['service_closed']);
  });

  it('is held back by nothing: no count, list, file or filter has its barriers as open, until it reopens', async () => {
    const { reference } = await begun();
    const open = async () => ({
      count: (await get(`services/${reference}`)).barriers as number,
      file: (await ask('GET', 'barriers.csv?open=true')).body.includes(`\n${reference},`),
      notOpen: (await ask('GET', 'barriers.csv?open=false')).body.includes(`\n${reference},`),
      listed: (await get('services?barrier=skills&pageSize=200')).items.some(
        (one: { reference: string }) => one.reference === reference,
      ),
      closedListed: (await get('services?barrier=skills&closed=true&pageSize=200')).items.some(
        (one: { reference: string }) => one.reference === reference,
      ),
    });
    const yes = { count: 1, file: true, notOpen: false, listed: true, closedListed: false };
    expect(await open()).toEqual(yes);
    await close(reference, ago(50));
    expect(await open()).toEqual({
      ...{ count: 0, file: false, notOpen: true, listed: false, closedListed: false },
    });
    const then = await get(`services/${reference}?on=${ago(51)}`);
    expect(then.barriers).toBe(1);
    await reopen(reference, ago(20));
    expect(await open()).toEqual(yes);
    expect((await get(`services/${reference}?on=${ago(21)}`)).barriers).toBe(0);
  });

  it('says in the file of closed services how and when it closed, which an import leaves alone', async () => {
    const [one, into] = [await begun(), await begun()];
    await close(one.reference, ago(50), { reason: 'merged', mergedInto: into.reference });
    const { body } = await ask('GET', 'services.csv?closed=true');
    const [header, ...rows] = body.split('\r\n').length > 1 ? body.split('\r\n') : body.split('\n');
    expect(header).toContain('Closed on,How it closed');
    expect(rows.find((row) => row.startsWith(`${one.reference},`))).toContain(
      `,${ago(50)},Merged into Service ${into.reference}`,
    );
    expect((await ask('GET', 'services.csv')).body).not.toContain('Closed on');
    expect((await ask('GET', 'services.xlsx?closed=true')).statusCode).toBe(200);
    const checked = (await ask('POST', 'imports?kind=services&mode=check', body, 'text/csv')).json();
    expect(checked.problems.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    expect(checked.updated).toBe(0);
  });

  it('shows no signal, though its target has passed, until it reopens', async () => {
    const { reference } = await begun();
    const signalled = async () =>
      (await get(`portfolio/signals/services?reference=${reference}`)).items.flatMap(
        (one: { signals: { signal: string }[] }) => one.signals.map(({ signal }) => signal),
      );
    expect(await signalled()).toContain('slipped');
    await close(reference, ago(5));
    expect(await signalled()).toEqual([]);
    await reopen(reference, ago(2));
    expect(await signalled()).toContain('slipped');
  });

  it('counts and takes plans until the day comes, where that is still to come', async () => {
    const { reference } = await begun();
    expect(await code(close(reference, later))).toBe(200);
    expect(await code(raise(reference))).toBe(201);
    expect(await code(target(reference, later, 'x'))).toBe(200);
    expect((await get(`services/${reference}`)).barriers).toBe(2);
  });

  it('takes nothing that is dated while it was closed', async () => {
    const { reference } = await begun();
    await close(reference, ago(50));
    await reopen(reference, ago(20));
    expect(await code(raise(reference, ago(30)))).toBe('service_closed');
    expect(await code(raise(reference, ago(20)))).toBe(201);
  });

  it('is not what another becomes part of, nor one that opens later', async () => {
    const [into, gone] = [await begun(), await begun()];
    await close(into.reference, ago(50));
    const merge = (on: string) => close(gone.reference, on, { reason: 'merged', mergedInto: into.reference });
    const refused = await merge(ago(40));
    expect([refused.statusCode, refused.json().errors[0]]).toEqual([
      422,
      {
        pointer: '/mergedInto',
        code: 'into_closed',
        message: `That service closed on ${formatDate(ago(50))}. Enter one that is open`,
      },
    ]);
    await reopen(into.reference, ago(30));
    expect(await code(merge(ago(40)))).toBe('into_closed');
    expect(await code(merge(ago(30)))).toBe(200);
    const [young, old] = [`DWP-${++next}`, await begun()];
    await service(headway.source, young, 'dwp');
    await ask('PATCH', `services/${young}`, { opensOn: later });
    expect(await code(close(old.reference, today, { reason: 'merged', mergedInto: young }))).toBe(
      'into_not_open',
    );
  });

  it('is part of what counted on that day, so what took it in opens no later, from pages and files alike', async () => {
    const [gone, into] = [await begun(), `DWP-${++next}`];
    await service(headway.source, into, 'dwp');
    const opens = (on: string) => ask('PATCH', `services/${into}`, { opensOn: on });
    expect(await code(close(gone.reference, ago(40), { reason: 'merged', mergedInto: into }))).toBe(200);
    const message = `The date the service opened must be the same as or before the date another service became part of it, ${formatDate(ago(40))}`;
    const refused = await opens(ago(39));
    expect([refused.statusCode, refused.json().errors?.[0].message]).toEqual([422, message]);
    const csv = `Reference,Service name,Organisation,Audience,Opens on\n${into},Service ${into},DWP,external,${ago(39)}\n`;
    const { problems } = (await ask('POST', 'imports?kind=services&mode=check', csv, 'text/csv')).json();
    expect(problems.map((one: { message: string }) => one.message)).toEqual([message]);
    expect(await code(opens(ago(40)))).toBe(200);
  });

  it('is never merged in a circle, whichever is written first', async () => {
    const [one, other] = [await begun(), await begun()];
    const merge = (from: string, into: string, on: string) =>
      close(from, on, { reason: 'merged', mergedInto: into });
    expect(await code(merge(one.reference, other.reference, ago(5)))).toBe(200);
    expect(await code(merge(other.reference, one.reference, ago(4)))).toBe('into_closed');
    expect(await code(merge(other.reference, one.reference, ago(8)))).toBe('closes_before_a_merge');
    expect(await code(close(other.reference, ago(5)))).toBe('closes_before_a_merge');
    expect(await code(close(other.reference, ago(4)))).toBe(200);
  });
});
