import { type Role, roles } from '@headway/domain';
import { type TestApp, person } from '../testing/app.js';
import { holdTree } from './hold-tree.js';
import { type Reorganiser, governmentOf, reorganiser } from './reorganisations.fixture.js';

const on = '2023-06-01';
const merge = { kind: 'merge', on, organisations: ['a'], into: 'b' };
const rename = { kind: 'rename', on, organisation: 'b', name: 'Ministry B', abbreviation: 'MB' };
const tagOf = ({ headers }: { headers: Record<string, unknown> }) => String(headers['etag']);

describe('a reorganisation', () => {
  let headway: TestApp;
  let admin: Reorganiser;

  beforeEach(async () => {
    ({ headway, admin } = await governmentOf());
  }, 60_000);
  afterEach(() => headway.close());

  /** Everything that one might change, as text. */
  const all = async () => {
    const tables = [
      'organisation',
      'organisation_past',
      'organisation_succession',
      'reorganisation',
      'service',
    ];
    const more = ['service_ownership', 'role_grant', 'barrier', 'audit_entry', 'event'];
    const rows = [];
    for (const table of [...tables, ...more])
      rows.push(await headway.source.query(`SELECT to_jsonb(t)::text AS row FROM ${table} t ORDER BY 1`));
    return JSON.stringify(rows);
  };

  it('that is only looked at changes nothing, and answers the same until something does', async () => {
    const before = await all();
    const [first, second] = [await admin.check(merge), await admin.check(merge)];
    expect([first.statusCode, first.json()]).toEqual([200, second.json()]);
    expect(tagOf(first)).toBe(tagOf(second));
    expect(tagOf(first)).toMatch(/^"[0-9a-f]{64}"$/);
    expect(await all()).toBe(before);
    for (const other of [{ on: '2023-06-02' }, { note: 'Announced' }, { organisations: ['other'] }])
      expect(tagOf(await admin.check({ ...merge, ...other }))).not.toBe(tagOf(first));
    await headway.source.query(`UPDATE service SET name = 'Renamed' WHERE reference = 'A-1'`);
    expect(tagOf(await admin.check(merge))).not.toBe(tagOf(first));
  });

  it('is made only by whoever has looked at it', async () => {
    const before = await all();
    const looked = tagOf(await admin.check(merge));
    const url = '/api/organisations/reorganisations?mode=apply';
    const none = await headway.ask('POST', url, { token: admin.token, body: merge });
    expect([none.statusCode, none.json().code]).toEqual([428, 'if_match_required']);
    for (const tag of ['"1"', `W/${looked}`, looked.slice(1, -1), tagOf(await admin.check(rename))])
      expect((await admin.apply(merge, tag)).json()).toEqual(
        jasmine.objectContaining({ status: 412, code: 'changed_since_read' }),
      );
    expect(await all()).toBe(before);
    const made = await admin.apply(merge, `"x", ${looked}`);
    expect([made.statusCode, tagOf(made), made.json().mode]).toEqual([200, looked, 'apply']);
  });

  it('is not made where what would move has changed since', async () => {
    const looked = tagOf(await admin.check(merge));
    const transfer = { organisation: 'other', on: '2023-07-01' };
    const headers = { 'if-match': '*' };
    const url = '/api/services/A-1/transfer';
    expect((await headway.ask('POST', url, { token: admin.token, body: transfer, headers })).statusCode).toBe(
      200,
    );
    // It would still go with the merge, for a month.
    expect((await admin.apply(merge, looked)).statusCode).toBe(200);
    await headway.source.query(`DELETE FROM role_grant WHERE organisation_id IS NOT NULL`);
    const back = { kind: 'merge', on: '2024-01-01', organisations: ['b'], into: 'other' };
    const seen = tagOf(await admin.check(back));
    await person(headway.source, 'viewer', 'b');
    expect((await admin.apply(back, seen)).statusCode).toBe(412);
  });

  it('is made once by two admins at once', async () => {
    const [looked, another] = [tagOf(await admin.check(merge)), await reorganiser(headway)];
    const both = await Promise.all([admin.apply(merge, looked), another.apply(merge, looked)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 422]);
    const [{ made }] = await headway.source.query('SELECT count(*) AS made FROM reorganisation');
    expect(made).toBe(1);
  });

  it('waits while the tree changes, and is refused where that changes what would move', async () => {
    const [looked, another] = [tagOf(await admin.check(merge)), await reorganiser(headway)];
    const body = { parent: 'a' };
    const waiting = await headway.source.transaction(async (tx) => {
      await holdTree(tx);
      const moved = headway.ask('PATCH', '/api/organisations/other', {
        token: another.token,
        body,
        headers: { 'if-match': '*' },
      });
      await new Promise((later) => setTimeout(later, 100));
      const merged = admin.apply(merge, looked);
      await new Promise((later) => setTimeout(later, 100));
      return [moved, merged];
    });
    expect((await Promise.all(waiting)).map(({ statusCode }) => statusCode)).toEqual([200, 412]);
  });

  it('is made once by a retry with the same key, and answered the same', async () => {
    const looked = tagOf(await admin.check(merge));
    const headers = { 'idempotency-key': 'k1' };
    const [first, second] = [
      await admin.apply(merge, looked, headers),
      await admin.apply(merge, looked, headers),
    ];
    expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
    expect(second.json()).toEqual(first.json());
    expect(tagOf(second)).toBe(looked);
    const reused = await admin.apply(rename, looked, headers);
    expect([reused.statusCode, reused.json().code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('is for admins alone', async () => {
    const others = roles.filter((role) => role !== 'admin');
    for (const role of others) {
      const tied: readonly Role[] = ['digital_lead', 'approver'];
      const token = await person(headway.source, role, tied.includes(role) ? 'a' : undefined);
      for (const mode of ['check', 'apply']) {
        const url = `/api/organisations/reorganisations?mode=${mode}`;
        const answer = await headway.ask('POST', url, { token, body: merge, headers: { 'if-match': '*' } });
        expect([role, answer.statusCode]).toEqual([role, 403]);
      }
    }
    expect(await headway.source.query('SELECT FROM reorganisation')).toEqual([]);
  });

  it('says every rule that it breaks, and where', async () => {
    const body = {
      kind: 'transfer',
      on: '2023-06-01',
      from: 'a',
      to: { name: 'Department B', kind: 'agency' },
      services: ['A-3'],
    };
    const answer = await admin.check(body);
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'rule_broken']);
    expect(
      answer.json().errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`),
    ).toEqual(['/to/name already_exists', '/services/0 not_theirs']);
    const shapes = [
      [{ kind: 'dissolve' }, '/kind'],
      [{ ...merge, into: { name: '', kind: 'agency' } }, '/into/name'],
      [{ ...merge, organisations: [] }, '/organisations'],
      [{ ...merge, on: 'yesterday' }, '/on'],
      [{ ...merge, name: 'X' }, '/name'],
    ] as const;
    for (const [shape, pointer] of shapes) {
      const refused = await admin.check(shape);
      expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([400, pointer]);
    }
  });
});
