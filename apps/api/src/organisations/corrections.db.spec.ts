import type { Return } from '@headway/contract';
import { type ReturnsWorld, returnsWorld, wholeDraft } from '../returns/returns.fixture.js';
import { type TestApp, person } from '../testing/app.js';
import { type Reorganiser, governmentOf, totals } from './reorganisations.fixture.js';

const headers = { 'if-match': '*' };

describe('a correction of an organisation', () => {
  let headway: TestApp;
  let admin: Reorganiser;
  beforeEach(async () => {
    ({ headway, admin } = await governmentOf());
  }, 60_000);
  afterEach(() => headway.close());

  const patch = (slug: string, body: object) =>
    headway.ask('PATCH', `/api/organisations/${slug}`, { token: admin.token, body, headers });
  const errors = async (slug: string, body: object) => {
    const answer = await patch(slug, body);
    const { errors: all } = answer.json() as { errors: { pointer: string; code: string }[] };
    return [answer.statusCode, ...all.map(({ pointer, code }) => `${pointer} ${code}`)];
  };
  const counted = async (slug: string, day: string) =>
    (await admin.portfolio(day)).byOrganisation.find(({ organisation }) => organisation.slug === slug)!.counts
      .services;

  it('of what it is part of holds on every day, renamed or not', async () => {
    const before = await totals(admin, 2022);
    await admin.make({ kind: 'rename', on: '2023-06-01', organisation: 'ax', name: 'Agency X' });
    const [a, b] = [await counted('a', '2022-12-31'), await counted('b', '2022-12-31')];
    expect((await patch('ax', { parent: 'b' })).json().parent.slug).toBe('b');
    expect([await counted('a', '2022-12-31'), await counted('b', '2022-12-31')]).toEqual([a - 1, b + 1]);
    expect(await totals(admin, 2022)).toEqual(before);
    expect((await admin.organisation('ax')).formerParents).toEqual([]);
  });

  it('of what it is part of is refused where that changed on a date, whatever that was', async () => {
    await admin.make({ kind: 'move', on: '2023-06-01', organisation: 'ax', parent: 'b' });
    expect(await errors('ax', { parent: null })).toEqual([422, '/parent changed_on_a_date']);
    await admin.make({ kind: 'merge', on: '2024-06-01', organisations: ['ax'], into: 'other' });
    expect(await errors('axy', { parent: 'a' })).toEqual([422, '/parent changed_on_a_date']);
    expect((await patch('axy', { kind: 'agency', parent: 'other' })).statusCode).toBe(200);
  });

  it('of from when it exists is refused where it was formed from another, or given a service before', async () => {
    const into = { name: 'Whole', kind: 'ministerial_department' };
    await admin.make({ kind: 'merge', on: '2023-06-01', organisations: ['a'], into });
    expect(await errors('whole', { existsFrom: null })).toEqual([422, '/existsFrom began_by_a_change']);
    await headway.source.query('DELETE FROM organisation_past');
    expect(await errors('other', { existsFrom: '2021-01-01' })).toEqual([
      422,
      '/existsFrom begins_after_first_record',
    ]);
  });

  it('says in the description of the API that it changes the past', async () => {
    const { paths } = (await headway.ask('GET', '/api/openapi.json', { token: admin.token })).json();
    expect(paths['/api/organisations/{slug}'].patch.description).toContain('changes the past');
  });
});

describe('a correction of an organisation while returns are due', () => {
  let world: ReturnsWorld;
  let token: string;
  beforeEach(async () => {
    world = await returnsWorld();
    await world.open();
    token = await person(world.source, 'admin');
  });
  afterEach(() => world.close());

  const patch = (slug: string, body: object) =>
    world.ask('PATCH', `/api/organisations/${slug}`, { token, body, headers });
  /** Of returns that ask somebody something. */
  const asked = async () => {
    const { items } = (await world.act(world.tokens.oversight, 'GET', '/returns')).json();
    const open = (items as Return[]).filter(({ state }) => state !== 'excused');
    return open.map(({ organisation, services }) => `${organisation.slug} ${services.total}`).toSorted();
  };

  it('asks for every service once, whatever it is part of by it', async () => {
    expect(await asked()).toEqual(['one 4', 'two 1']);
    expect((await patch('two', { parent: 'one' })).statusCode).toBe(200);
    expect(await asked()).toEqual(['one 5']);
    expect((await patch('below', { parent: null })).statusCode).toBe(200);
    const alone = await asked();
    expect(alone.map((said) => said.split(' ')[0])).toEqual(['below', 'one']);
    expect(alone.reduce((sum, said) => sum + Number(said.split(' ')[1]), 0)).toBe(5);
    const trail = await world.source.query(
      `SELECT action, subject FROM audit_entry WHERE action IN ('return.excused', 'return.added') ORDER BY id`,
    );
    expect(trail).toEqual([
      { action: 'return.excused', subject: 'two' },
      { action: 'return.added', subject: 'below' },
    ]);
  });

  it('waits while a return that it would change is locked', async () => {
    await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
    await world.act(world.tokens.lead, 'POST', '/returns/one/submit', { declaration: true });
    const answer = await patch('below', { parent: null });
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'wrong_state']);
  });
});
