import type { MadeReorganisation, List, WithdrawalReport } from '@headway/contract';
import { type TestApp, person } from '../testing/app.js';
import { type Reorganiser, governmentOf, totals } from './reorganisations.fixture.js';

const on = '2023-06-01';
const made = (name: string, abbreviation: string) => ({ name, abbreviation, kind: 'ministerial_department' });

describe('a reorganisation that is withdrawn', () => {
  let headway: TestApp;
  let admin: Reorganiser;
  beforeEach(async () => {
    ({ headway, admin } = await governmentOf());
    await person(headway.source, 'digital_lead', 'a');
    await headway.source.query(
      `INSERT INTO barrier (organisation_id, category, description, raised_on, changed_by)
       SELECT o.id, 'skills', 'Too few', '2022-01-01', p.id FROM organisation o, person p WHERE o.slug = 'a' LIMIT 1`,
    );
  }, 60_000);
  afterEach(() => headway.close());

  /** All that one changes, but for versions and for those that never existed. */
  const all = async () => {
    const queries = [
      `SELECT slug, name, abbreviation, kind, parent_id, exists_from, exists_to FROM organisation
       WHERE exists_from < exists_to`,
      'SELECT organisation_id, until_on, name, abbreviation, kind, parent_id FROM organisation_past',
      'SELECT predecessor_id, successor_id FROM organisation_succession',
      'SELECT service_id, organisation_id, from_on, to_on FROM service_ownership',
      'SELECT person_id, role, organisation_id FROM role_grant',
      'SELECT id, organisation_id, resolved_on FROM barrier',
    ];
    const rows = [];
    for (const query of queries)
      rows.push(await headway.source.query(`SELECT to_jsonb(t)::text AS row FROM (${query}) t ORDER BY 1`));
    return rows as unknown;
  };
  const history = (slug: string) =>
    admin.get<List<MadeReorganisation>>(`/api/organisations/reorganisations?organisation=${slug}`);
  const last = async () => {
    const [{ id }] = await headway.source.query(
      'SELECT id FROM reorganisation ORDER BY made_at DESC LIMIT 1',
    );
    return `/api/organisations/reorganisations/${id}/withdrawal`;
  };
  const look = async (url: string) => admin.get<WithdrawalReport>(url);
  const withdraw = (url: string, reason = 'Announced, then dropped', headers = {}) =>
    headway.ask('POST', url, { token: admin.token, body: { reason }, headers });
  const undo = async () => {
    const url = await last();
    expect((await look(url)).inTheWay).toEqual([]);
    const answer = await withdraw(url);
    expect(answer.statusCode).withContext(answer.body).toBe(200);
  };

  const kinds: Readonly<Record<string, object>> = {
    rename: { kind: 'rename', on, organisation: 'a', name: 'Ministry A', abbreviation: 'MA' },
    'merge into one that there was': { kind: 'merge', on, organisations: ['a'], into: 'b' },
    'merge into a new one': { kind: 'merge', on, organisations: ['a', 'b'], into: made('Whole', 'W') },
    split: {
      ...{ kind: 'split', on, organisation: 'a' },
      parts: [
        { into: made('One', 'ONE') },
        { into: made('Two', 'TWO'), services: ['A-1'], organisations: ['ax'] },
      ],
    },
    transfer: {
      kind: 'transfer',
      on,
      from: 'a',
      to: made('Fresh', 'NEW'),
      services: ['A-1'],
      organisations: ['ax'],
    },
    move: { kind: 'move', on, organisation: 'ax', parent: 'b' },
  };
  for (const [what, request] of Object.entries(kinds))
    it(`leaves everything as it was before, and can be made again: a ${what}`, async () => {
      const [before, figures] = [await all(), await totals(admin, 2022)];
      await admin.make(request);
      const after = await all();
      expect(after).not.toEqual(before);
      await undo();
      expect(await all()).toEqual(before);
      expect(await totals(admin, 2022)).toEqual(figures);
      const report = await admin.make(request);
      const begun = report.organisations.filter(({ change }) => change === 'created').map(({ slug }) => slug);
      expect(begun.filter((slug) => !['whole', 'one', 'two', 'fresh'].includes(slug))).toEqual([]);
      await undo();
      expect(await all()).toEqual(before);
    }, 60_000);

  it('is told as made and withdrawn, with why and by whom', async () => {
    await admin.make({ ...kinds['merge into a new one'], note: 'Announced' });
    const [entry] = (await history('a')).items;
    expect(entry).toEqual(
      jasmine.objectContaining({
        ...{ kind: 'merge', on, note: 'Announced', change: 'ended', withdrawn: null, canBeWithdrawn: true },
      }),
    );
    await undo();
    const { items, total } = await history('a');
    expect([total, items[0]!.canBeWithdrawn, items[0]!.withdrawn]).toEqual([
      1,
      false,
      { at: jasmine.any(String), by: 'admin', reason: 'Announced, then dropped' },
    ]);
    expect((await headway.ask('GET', '/api/organisations/whole', { token: admin.token })).statusCode).toBe(
      404,
    );
    const trail = await headway.source.query(
      `SELECT subject, detail ->> 'reason' AS reason FROM audit_entry
       WHERE action = 'organisation.reorganisation_withdrawn' ORDER BY subject`,
    );
    expect(trail.map(({ subject }: { subject: string }) => subject)).toEqual(['a', 'ax', 'b', 'whole']);
    expect(trail[0].reason).toBe('Announced, then dropped');
    const events = await headway.source.query(
      `SELECT subject FROM event WHERE kind = 'organisations.reorganised' ORDER BY id DESC LIMIT 4`,
    );
    expect(events.map(({ subject }: { subject: string }) => subject).toSorted()).toEqual([
      'a',
      'ax',
      'b',
      'whole',
    ]);
  });

  it('is withdrawn once, with a reason that can be seen, by admins alone', async () => {
    await admin.make(kinds['rename']!);
    const url = await last();
    for (const reason of ['', ' ', '\u200b\u2060'])
      expect((await withdraw(url, reason)).statusCode)
        .withContext(JSON.stringify(reason))
        .toBe(400);
    for (const role of ['oversight', 'viewer'] as const) {
      const token = await person(headway.source, role);
      for (const method of ['GET', 'POST'])
        expect((await headway.ask(method, url, { token, body: { reason: 'x' } })).statusCode).toBe(403);
    }
    const key = { 'idempotency-key': 'k' };
    const [first, again] = [await withdraw(url, 'Wrong', key), await withdraw(url, 'Wrong', key)];
    expect([first.statusCode, again.statusCode, again.json()]).toEqual([200, 200, first.json()]);
    const twice = await withdraw(url);
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'wrong_state']);
    const none = url.replace(/[0-9a-f-]{36}/, crypto.randomUUID());
    expect((await withdraw(none)).statusCode).toBe(404);
  });

  it('that was only looked at is as it was', async () => {
    await admin.make(kinds['split']!);
    const [url, before] = [await last(), await all()];
    expect((await look(url)).services).toBeGreaterThan(1);
    expect(await all()).toEqual(before);
    expect((await history('a')).items[0]!.canBeWithdrawn).toBe(true);
  });

  it('is refused where it is no longer what was looked at', async () => {
    await admin.make(kinds['merge into a new one']!);
    const url = await last();
    const looked = await headway.ask('GET', url, { token: admin.token });
    const tag = String(looked.headers['etag']);
    await admin.make({ kind: 'rename', on: '2024-01-01', organisation: 'whole', name: 'All of it' });
    const refused = await withdraw(url, 'Wrong', { 'if-match': tag });
    expect([refused.statusCode, refused.json().code]).toEqual([412, 'changed_since_read']);
    await undo();
    expect((await withdraw(url, 'Wrong', { 'if-match': tag })).statusCode).toBe(200);
  });

  it('is refused where it was made before what was there was kept', async () => {
    await admin.make(kinds['rename']!);
    await headway.source.query('UPDATE reorganisation SET effect = NULL');
    expect((await history('a')).items[0]!.canBeWithdrawn).toBe(false);
    expect((await withdraw(await last())).json().detail).toContain('before Headway kept');
  });
});
