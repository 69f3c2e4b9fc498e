import type { ReorganisationReport } from '@headway/contract';
import { type TestApp, person } from '../testing/app.js';
import { type Reorganiser, governmentOf, totals } from './reorganisations.fixture.js';

const on = '2023-06-01';
const made = (name: string, abbreviation: string | null = null) => ({
  name,
  abbreviation,
  kind: 'ministerial_department',
});
const changes = ({ organisations }: ReorganisationReport) =>
  organisations.map(({ slug, change }) => `${slug} ${change}`);
const moves = ({ services }: ReorganisationReport) =>
  services.map(({ reference, from, to }) => `${reference} ${from} ${to}`);

describe('in the middle of a history', () => {
  let headway: TestApp;
  let admin: Reorganiser;
  let before: unknown[];
  const names = async (day: string) =>
    (await admin.portfolio(day)).byOrganisation.map(({ organisation }) => organisation.name);

  beforeEach(async () => {
    ({ headway, admin } = await governmentOf());
    before = await totals(admin, 2019);
  }, 60_000);
  afterEach(async () => {
    expect(await totals(admin, 2019)).toEqual(before);
    await headway.close();
  }, 60_000);

  it('a merge takes services, agencies, roles and barriers along, from its day on', async () => {
    const lead = await person(headway.source, 'digital_lead', 'a');
    await headway.source.query(
      `INSERT INTO role_grant SELECT person_id, role, (SELECT id FROM organisation WHERE slug = 'b') FROM role_grant
       WHERE role = 'digital_lead'`,
    );
    await headway.source.query(
      `INSERT INTO barrier (organisation_id, category, description, raised_on, resolved_on, changed_by)
       SELECT o.id, 'skills', 'Nobody can', '2024-01-01', resolved, p.id
       FROM organisation o, (VALUES (NULL), (date '2024-02-01')) AS given (resolved), (SELECT id FROM person LIMIT 1) p
       WHERE o.slug = 'a'`,
    );
    const report = await admin.make({ kind: 'merge', on, organisations: ['a'], into: 'b' });
    expect(changes(report)).toEqual(['a ended', 'b continues', 'ax moved']);
    expect(moves(report)).toEqual([
      'A-1 a b',
      'A-2 a b',
      'A-3 a b',
      'A-5 a b',
      'A-6 a b',
      'A-7 a b',
      'A-8 a b',
    ]);
    expect(report.services.filter(({ closed }) => closed).map(({ reference }) => reference)).toEqual([
      'A-6',
      'A-7',
    ]);
    expect(report.barriers).toBe(1);
    expect(report.people.map(({ role, organisation, carriedTo }) => [role, organisation, carriedTo])).toEqual(
      [['digital_lead', 'a', ['b']]],
    );
    expect(await admin.owners('2023-05-31')).toEqual({
      'A-1': 'a',
      'A-2': 'a',
      'A-3': 'other',
      'A-4': 'other',
      'A-5': 'a',
      'A-8': 'a',
      'AX-1': 'ax',
      'B-1': 'b',
    });
    expect(await admin.owners('2025-01-01')).toEqual({
      'A-1': 'b',
      'A-2': 'other',
      'A-3': 'b',
      'A-4': 'other',
      'A-5': 'b',
      'A-7': 'b',
      'A-8': 'b',
      'AX-1': 'ax',
      'B-1': 'b',
    });
    expect(await admin.owners('2019-06-01', 'today')).toEqual(
      jasmine.objectContaining({ 'A-1': 'b', 'A-4': 'other', 'A-5': 'b' }),
    );
    expect(await names('2023-05-31')).toContain('Department A');
    expect(await names('2023-06-01')).not.toContain('Department A');
    const [{ grants, barriers }] = await headway.source.query(
      `SELECT (SELECT json_agg(o.slug) FROM role_grant g JOIN organisation o ON o.id = g.organisation_id) AS grants,
         (SELECT json_agg(json_build_array(o.slug, b.version) ORDER BY resolved_on) FROM barrier b
          JOIN organisation o ON o.id = b.organisation_id) AS barriers`,
    );
    expect([grants, barriers]).toEqual([
      ['b'],
      [
        ['a', 1],
        ['b', 2],
      ],
    ]);
    const seen = await headway.ask('GET', '/api/services/AX-1', { token: lead });
    expect(seen.statusCode).toBe(200);
  }, 60_000);

  it('a split gives each part its own and the first the rest, and roles to those that begin', async () => {
    await person(headway.source, 'approver', 'a');
    const report = await admin.make({
      kind: 'split',
      on,
      organisation: 'a',
      parts: [
        { into: made('Department One', 'ONE') },
        { into: 'b', services: ['a-1'], organisations: ['ax'] },
      ],
    });
    expect(changes(report)).toEqual(['a ended', 'department-one created', 'b continues', 'ax moved']);
    expect(moves(report)).toEqual([
      'A-1 a b',
      ...['A-2', 'A-3', 'A-5', 'A-6', 'A-7', 'A-8'].map((one) => `${one} a department-one`),
    ]);
    expect(report.people).toEqual([
      jasmine.objectContaining({
        ...{ name: 'approver a', role: 'approver', organisation: 'a' },
        carriedTo: ['department-one'],
      }),
    ]);
    expect(await admin.organisation('ax')).toEqual(
      jasmine.objectContaining({ parent: jasmine.objectContaining({ slug: 'b' }), version: 2 }),
    );
    expect(await admin.organisation('a')).toEqual(
      jasmine.objectContaining({
        existsTo: on,
        successors: [
          { slug: 'b', name: 'Department B', abbreviation: 'B', on },
          { slug: 'department-one', name: 'Department One', abbreviation: 'ONE', on },
        ],
      }),
    );
    const held = await headway.source.query(
      'SELECT o.slug, g.role FROM role_grant g JOIN organisation o ON o.id = g.organisation_id',
    );
    expect(held).toEqual([{ slug: 'department-one', role: 'approver' }]);
  }, 60_000);

  it('a split lets the organisation go on that is a part itself', async () => {
    const token = await person(headway.source, 'digital_lead', 'a');
    const report = await admin.make({
      kind: 'split',
      on,
      organisation: 'a',
      parts: [{ into: 'a' }, { into: made('Department One'), services: ['A-1', 'A-2'] }],
    });
    expect(changes(report)).toEqual(['department-one created', 'a continues']);
    expect(moves(report)).toEqual(['A-1 a department-one', 'A-2 a department-one']);
    expect(report.people).toEqual([]);
    expect(await admin.organisation('a')).toEqual(
      jasmine.objectContaining({ existsTo: null, successors: [] }),
    );
    expect((await headway.ask('GET', '/api/services/A-5', { token })).statusCode).toBe(200);
    expect((await headway.ask('GET', '/api/services/A-1', { token })).statusCode).toBe(404);
  }, 60_000);

  it('a transfer gives services and agencies, and succeeds nobody', async () => {
    const report = await admin.make({
      kind: 'transfer',
      on,
      from: 'a',
      to: 'b',
      services: ['A-2', 'A-6'],
      organisations: ['ax'],
    });
    expect(changes(report)).toEqual(['a continues', 'b continues', 'ax moved']);
    expect(moves(report)).toEqual(['A-2 a b', 'A-6 a b']);
    expect(await admin.owners('2023-06-01')).toEqual(jasmine.objectContaining({ 'A-1': 'a', 'A-2': 'b' }));
    expect(await admin.owners('2024-06-01')).toEqual(
      jasmine.objectContaining({ 'A-1': 'a', 'A-2': 'other' }),
    );
    const of = async (day: string) =>
      (await admin.portfolio(day)).byOrganisation.map(({ organisation: { slug, parent }, counts }) => [
        slug,
        parent,
        counts.services,
      ]);
    expect(await of('2023-05-31')).toEqual([
      ['a', null, 5],
      ['ax', 'a', 1],
      ['axy', 'ax', 0],
      ['b', null, 1],
      ['other', null, 2],
    ]);
    expect(await of('2023-06-01')).toEqual([
      ['a', null, 3],
      ['ax', 'b', 1],
      ['axy', 'ax', 0],
      ['b', null, 3],
      ['other', null, 2],
    ]);
  }, 60_000);

  it('a rename changes the name from its day on, and one before another ends where that begins', async () => {
    await admin.make({
      kind: 'rename',
      on: '2024-07-09',
      organisation: 'a',
      name: 'Ministry A',
      abbreviation: 'MA',
    });
    expect(
      changes(
        await admin.make({ kind: 'rename', on, organisation: 'a', name: 'Office A', abbreviation: null }),
      ),
    ).toEqual(['a renamed']);
    expect((await names('2023-05-31'))[0]).toBe('Department A');
    expect(await names('2023-06-01')).toContain('Office A');
    expect(await names('2024-07-08')).toContain('Office A');
    expect(await names('2024-07-09')).toContain('Ministry A');
    expect(await admin.organisation('a')).toEqual(
      jasmine.objectContaining({
        name: 'Ministry A',
        version: 3,
        formerNames: [
          { name: 'Department A', abbreviation: 'A', untilOn: on },
          { name: 'Office A', abbreviation: null, untilOn: '2024-07-09' },
        ],
      }),
    );
    const { items } = await admin.get<{ items: { organisation: { name: string } }[] }>(
      '/api/services/A-1/ownership',
    );
    expect(items.map(({ organisation: { name } }) => name)).toEqual([
      'Department A',
      'Office A',
      'Ministry A',
    ]);
  }, 60_000);
});
