import type { TestApp } from '../testing/app.js';
import { type Reorganiser, governmentOf } from './reorganisations.fixture.js';

const on = '2023-06-01';
const merge = { kind: 'merge', on, organisations: ['a'], into: 'b' };

describe('a reorganisation that was made', () => {
  let headway: TestApp;
  let admin: Reorganiser;

  beforeEach(async () => {
    ({ headway, admin } = await governmentOf());
  }, 60_000);
  afterEach(() => headway.close());

  it('leaves its trail with every organisation and every service, tells of them, and moves their versions', async () => {
    const report = await admin.make({ ...merge, note: 'Announced' });
    const trail = await headway.source.query(
      `SELECT o.slug, action, subject, detail ->> 'change' AS change, detail ->> 'note' AS note
       FROM audit_entry e JOIN organisation o ON o.id = e.organisation_id WHERE detail ? 'reorganisation' ORDER BY e.id`,
    );
    const own = (slug: string, change: string) =>
      jasmine.objectContaining({
        slug,
        subject: slug,
        action: 'organisation.reorganised',
        change,
        note: 'Announced',
      });
    expect(trail.filter((one: { action: string }) => one.action.startsWith('organisation'))).toEqual(
      jasmine.arrayWithExactContents([own('a', 'ended'), own('b', 'continues'), own('ax', 'moved')]),
    );
    const moved = report.services.map(({ reference }) => reference);
    expect(trail.filter(({ action }: { action: string }) => action === 'service.transferred')).toEqual(
      jasmine.arrayWithExactContents(
        moved.map((subject) => ({
          slug: 'b',
          action: 'service.transferred',
          subject,
          change: null,
          note: 'Announced',
        })),
      ),
    );
    const events = await headway.source.query('SELECT kind, subject FROM event ORDER BY id');
    expect(events.map(({ kind, subject }: Record<string, string>) => `${kind} ${subject}`)).toEqual([
      ...moved.map((one) => `service.changed ${one}`),
      ...['a', 'b', 'ax'].map((slug) => `organisations.reorganised ${slug}`),
    ]);
    const versions = async (table: string, column: string) =>
      (await headway.source.query(`SELECT ${column} AS name FROM ${table} WHERE version = 2 ORDER BY 1`)).map(
        ({ name }: { name: string }) => name,
      );
    expect(await versions('service', 'reference')).toEqual(moved);
    expect(await versions('organisation', 'slug')).toEqual(['a', 'ax', 'b']);
  });

  it('is known from the moment that it was made, and not before', async () => {
    const [{ before }] = await headway.source.query(
      `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS before`,
    );
    await new Promise((later) => setTimeout(later, 5));
    await admin.make(merge);
    const names = async (asKnownAt: string) => {
      const url = `/api/portfolio?on=2025-01-01&asKnownAt=${asKnownAt}`;
      const { byOrganisation } = await admin.get<{
        byOrganisation: { organisation: { slug: string; parent: string } }[];
      }>(url);
      return byOrganisation.map(({ organisation: { slug, parent } }) => `${slug} ${parent ?? ''}`.trim());
    };
    await new Promise((later) => setTimeout(later, 5));
    const [{ after }] = await headway.source.query(
      `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS after`,
    );
    await new Promise((later) => setTimeout(later, 5));
    expect(await names(before)).toEqual(['a', 'ax a', 'axy ax', 'b', 'other']);
    expect(await names(after)).toEqual(['ax b', 'axy ax', 'b', 'other']);
  });

  it('leaves nothing to an organisation that has ended', async () => {
    await admin.make(merge);
    const { token } = admin;
    const headers = { 'if-match': '*' };
    const service = { name: 'New', audience: 'external', organisation: 'a' };
    const attempts = [
      ['POST', '/api/services', service, '/organisation organisation_ended'],
      [
        'POST',
        '/api/services/B-1/transfer',
        { organisation: 'a', on: '2023-05-31' },
        '/organisation organisation_ended',
      ],
      [
        'POST',
        '/api/services/B-1/transfer',
        { organisation: 'a', on },
        '/organisation organisation_not_there',
      ],
      [
        'POST',
        '/api/organisations',
        { name: 'New', kind: 'agency', parent: 'a' },
        '/parent organisation_ended',
      ],
      ['PATCH', '/api/organisations/other', { parent: 'a' }, '/parent organisation_ended'],
      ['PATCH', '/api/organisations/a', { existsFrom: on }, '/existsFrom begins_after_it_ends'],
    ] as const;
    for (const [method, url, body, error] of attempts) {
      const answer = await headway.ask(method, url, { token, body, headers });
      const [{ pointer, code }] = answer.json().errors;
      expect([answer.statusCode, `${pointer} ${code}`])
        .withContext(url)
        .toEqual([422, error]);
    }
    // For a time at which it was there, it may have owned something.
    const then = { organisation: 'a', on: '2019-06-01' };
    expect(
      (await headway.ask('POST', '/api/services/A-4/transfer', { token, body: then, headers })).statusCode,
    ).toBe(422);
    const given = { organisation: 'b', on: '2019-06-01' };
    expect(
      (await headway.ask('POST', '/api/services/A-4/transfer', { token, body: given, headers })).statusCode,
    ).toBe(200);
    const returned = { organisation: 'a', on: '2019-07-01' };
    expect(
      (await headway.ask('POST', '/api/services/A-4/transfer', { token, body: returned, headers }))
        .statusCode,
    ).toBe(200);
  });

  it('is waited for by whoever gives a service to what ends by it', async () => {
    const { token } = admin;
    const body = { name: 'New', audience: 'external', organisation: 'a' };
    const transfer = { organisation: 'a', on };
    const given = await headway.source.transaction(async (tx) => {
      await tx.query(`UPDATE organisation SET exists_to = $1 WHERE slug = 'a'`, [on]);
      const waiting = [
        headway.ask('POST', '/api/services', { token, body }),
        headway.ask('POST', '/api/services/B-1/transfer', {
          token,
          body: transfer,
          headers: { 'if-match': '*' },
        }),
      ];
      await new Promise((later) => setTimeout(later, 200));
      return waiting;
    });
    const answers = await Promise.all(given);
    expect(answers.map((answer) => [answer.statusCode, answer.json().errors[0].code])).toEqual([
      [422, 'organisation_ended'],
      [422, 'organisation_not_there'],
    ]);
  });

  it('takes thousands of services along', async () => {
    await headway.source.query(
      `WITH new AS (
         INSERT INTO service (reference, name, audience) SELECT 'X-' || n, 'Service ' || n, 'external'
         FROM generate_series(1, 3000) n RETURNING id
       ) INSERT INTO service_ownership (service_id, organisation_id)
         SELECT new.id, organisation.id FROM new, organisation WHERE slug = 'a'`,
    );
    const { services } = await admin.make(merge);
    expect(services.length).toBe(3007);
    const owners = await headway.source.query(
      `SELECT o.slug, count(*) AS services FROM service_ownership w JOIN organisation o ON o.id = w.organisation_id
       WHERE w.to_on = 'infinity' AND o.slug IN ('a', 'b') GROUP BY 1`,
    );
    expect(owners).toEqual([{ slug: 'b', services: 3007 }]);
  }, 60_000);
});
