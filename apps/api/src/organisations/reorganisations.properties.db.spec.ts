import fc from 'fast-check';
import { type TestApp, organisation, testApp } from '../testing/app.js';
import { runs } from '../testing/runs.js';
import { type Reorganiser, ownedService, reorganiser } from './reorganisations.fixture.js';

const slugs = ['a', 'b', 'c', 'd', 'e'];
const references = ['S-1', 'S-2', 'S-3', 'S-4', 'S-5', 'S-6'];
const days = [
  '2019-06-30',
  '2020-01-01',
  '2021-01-01',
  '2022-01-01',
  '2023-01-01',
  '2024-01-01',
  '2025-06-30',
];

/** Of the organisations there are when it is made, the nth; so that sequences reach those that began before. */
const some = fc.nat(20);
const on = fc.constantFrom(...days.slice(1, -1));
const begins = fc.record({ begins: fc.boolean(), under: fc.option(some) });
const part = fc.record({ who: some, how: begins, services: fc.nat(3) });
const step = fc.record({
  kind: fc.constantFrom('rename', 'merge', 'split', 'transfer', 'move'),
  on,
  givers: fc.array(some, { minLength: 1, maxLength: 2 }),
  parts: fc.array(part, { minLength: 2, maxLength: 3 }),
  agencies: fc.array(some, { maxLength: 1 }),
  amiss: fc.constantFrom(true, false, false, false),
  withdrawn: fc.constantFrom(true, false, false),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe('any sequence of reorganisations', () => {
  let headway: TestApp;
  let admin: Reorganiser;
  let names = 0;

  beforeAll(async () => {
    headway = await testApp();
    admin = await reorganiser(headway);
    for (const [n, slug] of slugs.entries())
      await organisation(headway.source, slug.toUpperCase(), n % 2 ? slugs[n - 1] : undefined);
    for (const [n, reference] of references.entries())
      await ownedService(headway, reference, [slugs[n % slugs.length]!]);
  }, 60_000);
  afterAll(() => headway.close());

  /** Now and then it names a service that is not the giver's, and is refused. */
  async function request(step: Step, there: readonly string[]): Promise<object> {
    const { kind, on: day, givers, parts, agencies, amiss } = step;
    const owners = await admin.owners(day);
    const nth = (n: number) => there[n % there.length]!;
    const receiver = ({ who, how }: Step['parts'][number]) =>
      how.begins
        ? {
            name: `Organisation ${++names}`,
            kind: 'agency',
            parent: how.under === null ? null : nth(how.under),
          }
        : nth(who);
    const [giver] = givers.map(nth);
    const [first] = parts;
    const theirs = references.filter((one) => owners[one] === giver || (amiss && one === 'S-1'));
    switch (kind) {
      case 'rename':
        return { kind, on: day, organisation: giver, name: `Organisation ${++names}` };
      case 'merge':
        return { kind, on: day, organisations: givers.map(nth), into: receiver(first!) };
      case 'split':
        return {
          kind,
          on: day,
          organisation: giver,
          parts: parts.map((one, n) => ({
            into: receiver(one),
            services: theirs.filter((_, index) => index % 3 === n),
          })),
        };
      case 'transfer':
        return {
          kind,
          on: day,
          from: giver,
          to: receiver(first!),
          services: theirs.slice(0, first!.services),
          organisations: agencies.map(nth),
        };
      case 'move': {
        const { who, how } = first!;
        return { kind, on: day, organisation: giver, parent: how.begins ? null : nth(who) };
      }
    }
  }

  const totals = async () => {
    const all: number[] = [];
    for (const day of days)
      for (const boundaries of ['then', 'today'] as const) {
        const { total, byOrganisation } = await admin.portfolio(day, boundaries);
        all.push(total.services, total.live, total.in_progress);
        const top = byOrganisation.filter(({ organisation: { parent } }) => parent === null);
        // Nobody in a circle, and nobody counted beside those above: the top adds up to the whole.
        expect(top.reduce((sum, { counts }) => sum + counts.services, 0)).toBe(total.services);
      }
    return all;
  };

  /** Who owns something, or is part of something, at a time when that is not there. */
  const strays = () =>
    headway.source.query(
      `SELECT s.reference AS what, o.slug FROM service_ownership w JOIN organisation o ON o.id = w.organisation_id
         JOIN service s ON s.id = w.service_id WHERE w.to_on > o.exists_to OR w.from_on < o.exists_from
       UNION ALL
       SELECT child.slug, parent.slug FROM unnest($1::date[]) day CROSS JOIN LATERAL organisations_on(day, NULL) child
         JOIN organisation parent ON parent.id = child.parent_id
       WHERE child.exists_from <= day AND child.exists_to > day
         AND NOT (parent.exists_from <= day AND parent.exists_to > day)`,
      [days],
    );

  /** Whose everything is when, and what is part of what. */
  const everything = () =>
    headway.source.query(
      `SELECT o.slug, o.name, o.abbreviation, o.parent_id, o.exists_from, o.exists_to, (
           SELECT json_agg(p ORDER BY until_on) FROM organisation_past p WHERE p.organisation_id = o.id) AS past, (
           SELECT json_agg(w ORDER BY service_id, from_on) FROM service_ownership w WHERE w.organisation_id = o.id) AS owns
       FROM organisation o WHERE o.exists_from < o.exists_to ORDER BY o.slug`,
    );

  /** Nothing rests on what was made last. */
  const withdrawLast = async () => {
    const [{ id }] = await headway.source.query(
      'SELECT id FROM reorganisation ORDER BY made_at DESC LIMIT 1',
    );
    const url = `/api/organisations/reorganisations/${id}/withdrawal`;
    const answer = await headway.ask('POST', url, { token: admin.token, body: { reason: 'A mistake' } });
    expect(answer.statusCode).withContext(answer.body).toBe(200);
  };

  it('leaves totals as they were, nothing with one that is not there, and all as before where it is withdrawn', async () => {
    const before = await totals();
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        for (const one of steps) {
          const listed = await headway.source.query(
            'SELECT slug FROM organisation ORDER BY exists_to DESC, slug LIMIT 12',
          );
          const body = await request(
            one,
            listed.map(({ slug }: { slug: string }) => slug),
          );
          const was = await everything();
          const looked = await admin.check(body);
          const made = await admin.apply(body, String(looked.headers['etag'] ?? '"none"'));
          expect(made.statusCode).withContext(made.body).toBe(looked.statusCode);
          expect([200, 422]).withContext(made.body).toContain(made.statusCode);
          if (made.statusCode !== 200) continue;
          done++;
          if (!one.withdrawn) continue;
          await withdrawLast();
          expect(await everything()).toEqual(was);
        }
        expect(await strays()).toEqual([]);
        expect(await totals()).toEqual(before);
      }),
      { numRuns: runs(40) },
    );
    // That each kind can be made is told case by case elsewhere; here it is enough that much was.
    expect(done).toBeGreaterThan(10);
  }, 180_000);
});
