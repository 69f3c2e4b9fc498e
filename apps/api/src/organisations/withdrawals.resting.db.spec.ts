import type { WithdrawalReport } from '@headway/contract';
import {
  type ReturnsWorld,
  inQuarter,
  quarter,
  returnsWorld,
  wholeDraft,
} from '../returns/returns.fixture.js';
import { type TestApp, person } from '../testing/app.js';
import { type Reorganiser, governmentOf, reorganiser } from './reorganisations.fixture.js';

const on = '2023-06-01';
const begins = (name: string) => ({ name, kind: 'ministerial_department' });
const headers = { 'if-match': '*' };

function hands(headway: Pick<TestApp, 'ask' | 'source'>, admin: () => Reorganiser) {
  const first = async () => {
    const [{ id }] = await headway.source.query('SELECT id FROM reorganisation ORDER BY made_at LIMIT 1');
    return `/api/organisations/reorganisations/${id}/withdrawal`;
  };
  return {
    /** What the check says, which is what withdrawing it answers. */
    inTheWay: async () => {
      const url = await first();
      const { inTheWay } = await admin().get<WithdrawalReport>(url);
      const body = { reason: 'A mistake' };
      const answer = await headway.ask('POST', url, { token: admin().token, body });
      expect(answer.statusCode)
        .withContext(answer.body)
        .toBe(inTheWay.length > 0 ? 409 : 200);
      return inTheWay;
    },
  };
}

describe('what rests on a reorganisation', () => {
  let headway: TestApp;
  let admin: Reorganiser;
  let inTheWay: () => Promise<string[]>;
  beforeEach(async () => {
    ({ headway, admin } = await governmentOf());
    ({ inTheWay } = hands(headway, () => admin));
    await person(headway.source, 'digital_lead', 'a');
    await admin.make({ kind: 'merge', on, organisations: ['a'], into: begins('Whole') });
  }, 60_000);
  afterEach(() => headway.close());

  const done = async (method: string, url: string, body: object) => {
    const answer = await headway.ask(method, url, { token: admin.token, body, headers });
    expect(answer.statusCode).withContext(answer.body).toBeLessThan(300);
  };

  it('is a later change of any that it changed', async () => {
    await admin.make({ kind: 'rename', on: '2024-01-01', organisation: 'whole', name: 'All of it' });
    await admin.make({ kind: 'move', on: '2024-01-01', organisation: 'ax', parent: null });
    expect(await inTheWay()).toEqual([
      'All of it was changed again after it',
      'Department AX was changed again after it',
    ]);
  });

  it('is what became part of one that began by it', async () => {
    await admin.make({ kind: 'move', on: '2024-01-01', organisation: 'b', parent: 'whole' });
    expect(await inTheWay()).toEqual(['Department B became part of Whole after it']);
  });

  it('is a service that was transferred since, and one that began with it', async () => {
    await done('POST', '/api/services/A-1/transfer', { organisation: 'b', on: '2024-01-01' });
    await done('POST', '/api/services', {
      name: 'New',
      audience: 'external',
      organisation: 'whole',
      reference: 'W-1',
    });
    expect(await inTheWay()).toEqual(['A-1 was transferred after it', 'W-1 belongs to Whole now']);
  });

  it('is a role over one that began by it, given or ended since', async () => {
    await person(headway.source, 'approver', 'whole');
    expect(await inTheWay()).toEqual(['approver whole was given a role over Whole after it']);
    await headway.source.query('DELETE FROM role_grant WHERE organisation_id IS NOT NULL');
    expect(await inTheWay()).toEqual([
      'The role of digital_lead a over Whole, which came by it, was ended after it',
    ]);
  });

  it('is not a record of a service that it moved, which goes with the service', async () => {
    const token = await person(headway.source, 'digital_lead', 'other');
    const lead = await headway.source.query(
      `UPDATE role_grant g SET organisation_id = (SELECT id FROM organisation WHERE slug = 'whole')
       WHERE g.organisation_id = (SELECT id FROM organisation WHERE slug = 'other') RETURNING 1`,
    );
    expect(lead[1]).toBe(1);
    const body = { stage: 'redesigned', effectiveOn: '2025-06-01' };
    const recorded = await headway.ask('POST', '/api/services/A-1/records', { token, body, headers });
    expect(recorded.statusCode).withContext(recorded.body).toBe(201);
    await headway.source.query(
      `DELETE FROM role_grant g USING person p WHERE p.id = g.person_id AND p.name = 'digital_lead other'`,
    );
    expect(await inTheWay()).toEqual([]);
    expect((await admin.owners('2025-06-01'))['A-1']).toBe('a');
  });

  it('is nothing that happened to others', async () => {
    await admin.make({ kind: 'merge', on: '2024-01-01', organisations: ['b'], into: 'other' });
    expect(await inTheWay()).toEqual([]);
  });
});

describe('what rests on an earlier move', () => {
  let headway: TestApp;
  let admin: Reorganiser;
  let inTheWay: () => Promise<string[]>;
  beforeEach(async () => {
    ({ headway, admin } = await governmentOf());
    ({ inTheWay } = hands(headway, () => admin));
  }, 60_000);
  afterEach(() => headway.close());

  it('is that what it was part of has ended since', async () => {
    await admin.make({ kind: 'move', on, organisation: 'ax', parent: 'b' });
    await admin.make({ kind: 'merge', on: '2024-01-01', organisations: ['a'], into: 'other' });
    expect(await inTheWay()).toEqual([
      'Department AX would be part of Department A, which ended on 1 January 2024',
    ]);
  });

  it('is that it would be part of itself', async () => {
    await admin.make({ kind: 'move', on, organisation: 'ax', parent: 'b' });
    await admin.make({ kind: 'move', on: '2024-01-01', organisation: 'a', parent: 'ax' });
    expect(await inTheWay()).toEqual(['Department AX would be part of itself again']);
  });

  it('is that another has by now the name that it had', async () => {
    await admin.make({ kind: 'merge', on, organisations: ['a'], into: 'b' });
    const body = { name: 'Department A', kind: 'agency', existsFrom: '2024-01-01' };
    expect((await headway.ask('POST', '/api/organisations', { token: admin.token, body })).statusCode).toBe(
      201,
    );
    expect(await inTheWay()).toEqual(['Department A has this name already']);
  });
});

describe('a reorganisation withdrawn while returns are due', () => {
  let world: ReturnsWorld;
  let admin: Reorganiser;
  let inTheWay: () => Promise<string[]>;
  beforeEach(async () => {
    world = await returnsWorld();
    admin = await reorganiser(world);
    ({ inTheWay } = hands(world, () => admin));
  });
  afterEach(() => world.close());

  const merge = { kind: 'merge', on: inQuarter, organisations: ['one', 'two'], into: begins('Whole') };
  const returns = () =>
    world.source.query(
      `SELECT o.slug, t.state, t.summary, t.confidence, t.reviewed, t.excused FROM quarter_return t
       JOIN organisation o ON o.id = t.organisation_id ORDER BY o.slug`,
    );

  it('leaves returns as they were, drafts included', async () => {
    await world.open();
    await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
    const before = await returns();
    await admin.make(merge);
    expect(await returns()).not.toEqual(before);
    expect(await inTheWay()).toEqual([]);
    expect(await returns()).toEqual(before);
  });

  it('asks who is there again where the quarter was opened since', async () => {
    await admin.make(merge);
    await world.open();
    expect((await returns()).map(({ slug }: { slug: string }) => slug)).toEqual(['whole']);
    expect(await inTheWay()).toEqual([]);
    expect((await returns()).map(({ slug, state }: Record<string, string>) => `${slug} ${state}`)).toEqual([
      'one not_started',
      'two not_started',
    ]);
  });

  it('is refused once the return of one that began by it is worked on, or locks what it would change', async () => {
    await world.open();
    await admin.make(merge);
    await world.act(world.tokens.lead, 'PUT', '/returns/whole', wholeDraft);
    const words = `The return of Whole for ${quarter.id.slice(8)} ${quarter.id.slice(0, 7)} has been worked on`;
    expect(await inTheWay()).toEqual([words]);
  });

  it('says in its check what a locked return of others stops', async () => {
    await world.open();
    await admin.make({ kind: 'move', on: inQuarter, organisation: 'below', parent: 'two' });
    await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
    await world.act(world.tokens.lead, 'POST', '/returns/one/submit', { declaration: true });
    const [line, ...others] = await inTheWay();
    expect([others, line!]).toEqual([[], jasmine.stringContaining('Department ONE')]);
  });
});
