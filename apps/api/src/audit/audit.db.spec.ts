import { type AuditList, AuditList as Answer } from '@headway/contract';
import { Changes, audit, notify } from '../platform/changes.js';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('the audit trail', () => {
  let headway: TestApp;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    headway = await testApp();
    const { source } = headway;
    for (const name of ['DWP', 'HMT', 'LOG']) {
      await organisation(source, name);
      await service(source, `${name}-1`, name.toLowerCase());
      tokens.set(name, await person(source, 'digital_lead', name.toLowerCase()));
    }
    for (const role of ['oversight', 'admin'] as const) tokens.set(role, await person(source, role));
    for (const reference of ['DWP-1', 'HMT-1', 'DWP-1']) await rename(reference);
    await source.query(
      `INSERT INTO audit_entry (at, person_id, action, subject, detail)
       SELECT at::timestamptz, p.id, 'test.' || at, 'X', '{}' FROM person p,
         unnest(ARRAY['2026-03-28 23:59:59Z', '2026-03-29 00:00:00Z', '2026-03-29 22:59:59Z', '2026-03-29 23:00:00Z']) at
       WHERE p.name = 'admin'`,
    );
  });
  afterAll(() => headway.close());

  const rename = async (reference: string) => {
    const answer = await headway.ask('PATCH', `/api/services/${reference}`, {
      token: tokens.get(reference.split('-')[0]!)!,
      body: { name: `Named ${crypto.randomUUID()}` },
      headers: { 'if-match': '*' },
    });
    expect(answer.statusCode).toBe(200);
  };
  const somebody = async () =>
    (await headway.source.query('SELECT id FROM person LIMIT 1'))[0] as { id: string };
  const ask = async (query: string): Promise<AuditList> => {
    const answer = await headway.ask('GET', `/api/audit?${query}`, { token: tokens.get('oversight')! });
    expect(answer.statusCode).withContext(query).toBe(200);
    return Answer.parse(answer.json());
  };
  const subjects = async (query: string) => (await ask(query)).items.map(({ subject }) => subject);

  it('is read newest first, with who, what, before and after, and its place in the chain', async () => {
    const { items, total } = await ask('organisation=dwp');
    const { id: _, at, hash, ...first } = items[0]!;
    expect(first).toEqual({
      person: { name: 'digital_lead dwp', email: jasmine.any(String) as unknown as string },
      organisation: { slug: 'dwp', name: 'Department DWP', abbreviation: 'DWP' },
      action: 'service.changed',
      subject: 'DWP-1',
      position: 2,
      detail: { before: { name: jasmine.any(String) }, after: { name: jasmine.any(String) } },
    });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(items.map((item) => item.at)).toEqual(
      items
        .map((item) => item.at)
        .toSorted()
        .reverse(),
    );
    expect(Date.now() - Date.parse(at)).toBeLessThan(60_000);
    expect(total).toBe(items.length);
  });

  it('is narrowed by organisation, person, action, subject', async () => {
    expect(await subjects('organisation=dwp')).toEqual(['DWP-1', 'DWP-1']);
    expect(await subjects('organisation=dwp&organisation=hmt')).toEqual(['DWP-1', 'HMT-1', 'DWP-1']);
    expect(await subjects('person=lead%20hmt')).toContain('HMT-1');
    expect(await subjects('person=LEAD&organisation=hmt')).toEqual(['HMT-1']);
    expect(await subjects('person=nobody')).toEqual([]);
    expect(await subjects('organisation=dwp&action=service.changed&action=nothing.done')).toHaveSize(2);
    expect(await subjects('organisation=dwp&action=nothing.done')).toEqual([]);
    expect(await subjects('subject=hmt-1')).toEqual(['HMT-1']);
    expect(await subjects('organisation=nothing')).toEqual([]);
    const ofNone = await ask('organisation=-');
    expect(ofNone.items.every((item) => item.organisation === null)).toBeTrue();
    expect(ofNone.items.map(({ action }) => action)).toContain('token.created');
  });

  it('is narrowed by days of London, both included', async () => {
    const ats = (await ask('from=2026-03-29&to=2026-03-29')).items.map(({ at }) => at);
    expect(ats).toEqual(['2026-03-29T22:59:59.000Z', '2026-03-29T00:00:00.000Z']);
    expect(await subjects('to=2026-03-28')).toHaveSize(1);
  });

  it('comes in pages, and counts the same way whatever narrows it', async () => {
    for (const query of [
      '',
      'organisation=dwp',
      'organisation=-',
      'action=service.changed',
      'person=admin',
    ]) {
      const { total, items } = await ask(`${query}&pageSize=200`);
      expect(total).withContext(query).toBe(items.length);
      const pages = await Promise.all(items.map((_, page) => ask(`${query}&pageSize=1&page=${page + 1}`)));
      expect(pages.flatMap((page) => page.items))
        .withContext(query)
        .toEqual(items);
    }
  });

  it('says how long the chains asked for are', async () => {
    const { items, heads } = await ask('organisation=dwp&organisation=hmt');
    expect(heads).toEqual([
      { organisation: items[0]!.organisation, position: 2, hash: items[0]!.hash },
      { organisation: items[1]!.organisation, position: 1, hash: items[1]!.hash },
    ]);
    expect((await ask('')).heads).toEqual([]);
    expect((await ask('organisation=-')).heads[0]!.organisation).toBeNull();
  });

  it('is for oversight and admin', async () => {
    const status = async (who: string) =>
      (await headway.ask('GET', '/api/audit', { token: tokens.get(who)! })).statusCode;
    expect(await Promise.all(['oversight', 'admin', 'DWP'].map(status))).toEqual([200, 200, 403]);
  });

  it('refuses a day that is none', async () => {
    const answer = await headway.ask('GET', '/api/audit?from=2026-02-30', { token: tokens.get('admin')! });
    expect(answer.statusCode).toBe(400);
  });

  it('has its heads in the log once they are committed, and only then', async () => {
    const before = headway.logged.length;
    await rename('LOG-1');
    const { heads } = await ask('organisation=log');
    const [{ id }] = await headway.source.query(`SELECT id FROM organisation WHERE slug = 'log'`);
    const { position, hash } = heads[0]!;
    expect(headway.logged.slice(before)).toEqual([
      jasmine.objectContaining({ msg: 'audit head', organisation: id, position, hash }),
    ]);
    const entry = { action: 'x', subject: 'x', organisationId: id as string, detail: {} };
    const caller = { ...(await somebody()), name: '', email: '', grants: [], retry: null };
    const again = await testApp(headway);
    expect(again.logged).toContain(
      jasmine.objectContaining({ msg: 'audit head', organisation: id, position, hash }),
    );
    await again.close();
    const undone = headway.app.get(Changes).run(caller, async (tx) => {
      await audit(tx, caller, entry);
      throw new Error('undone');
    });
    await expectAsync(undone).toBeRejectedWithError('undone');
    expect(headway.logged).toHaveSize(before + 1);
  });

  it('is written before anybody is told', async () => {
    const crosswise = headway.source.transaction(async (tx) => {
      await notify(tx, { kind: 'service.changed', subject: 'DWP-1', organisationId: null });
      await audit(tx, await somebody(), { action: 'x', subject: 'x', organisationId: null, detail: {} });
    });
    await expectAsync(crosswise).toBeRejectedWithError(/audit comes before notify/);
  });
});
