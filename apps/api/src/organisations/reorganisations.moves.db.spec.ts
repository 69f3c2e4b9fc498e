import type { Return } from '@headway/contract';
import { daysAfter } from '@headway/domain';
import {
  type ReturnsWorld,
  inQuarter,
  quarter,
  returnsWorld,
  wholeDraft,
} from '../returns/returns.fixture.js';
import { type TestApp, person } from '../testing/app.js';
import { type Reorganiser, governmentOf, reorganiser, totals } from './reorganisations.fixture.js';

const on = '2023-06-01';
const move = { kind: 'move', on, organisation: 'ax', parent: 'b' };

describe('an organisation that becomes part of another or independent', () => {
  let headway: TestApp;
  let admin: Reorganiser;
  beforeEach(async () => {
    ({ headway, admin } = await governmentOf());
  }, 60_000);
  afterEach(() => headway.close());

  const counted = async (slug: string, day: string) =>
    (await admin.portfolio(day)).byOrganisation.find(({ organisation }) => organisation.slug === slug)!.counts
      .services;

  it('counts with each while it is part of it, and all totals stay', async () => {
    const before = await totals(admin, 2022);
    const was = [await counted('a', '2023-05-31'), await counted('b', '2023-05-31')];
    const report = await admin.make(move);
    expect(report.organisations.map(({ slug, change }) => `${slug} ${change}`)).toEqual([
      'ax moved',
      'a continues',
      'b continues',
    ]);
    expect(await totals(admin, 2022)).toEqual(before);
    expect([await counted('a', '2023-05-31'), await counted('b', '2023-05-31')]).toEqual(was);
    expect([await counted('a', on), await counted('b', on)]).toEqual([was[0]! - 1, was[1]! + 1]);
  });

  it('is told in its history, each parent by the name of the time', async () => {
    await admin.make(move);
    await admin.make({ kind: 'rename', on: '2024-01-01', organisation: 'b', name: 'Ministry B' });
    await admin.make({ ...move, on: '2025-01-01', parent: null });
    const { parent, formerParents, formerNames } = await admin.organisation('ax');
    expect([parent, formerNames]).toEqual([null, []]);
    expect(formerParents).toEqual([
      { parent: { slug: 'a', name: 'Department A', abbreviation: 'A' }, untilOn: on },
      { parent: { slug: 'b', name: 'Ministry B', abbreviation: null }, untilOn: '2025-01-01' },
    ]);
    await admin.make({ ...move, on: '2026-01-01', parent: 'other' });
    expect((await admin.organisation('ax')).formerParents[2]).toEqual({
      parent: null,
      untilOn: '2026-01-01',
    });
  });

  it('leaves its trail with all three, and tells of them', async () => {
    await admin.make({ ...move, note: 'Announced' });
    const trail = await headway.source.query(
      `SELECT subject, detail ->> 'kind' AS kind, detail ->> 'change' AS change, detail ->> 'note' AS note,
         detail #>> '{before,parent}' AS before, detail #>> '{after,parent}' AS after
       FROM audit_entry WHERE action = 'organisation.reorganised' ORDER BY subject`,
    );
    const own = (subject: string, change: string, before: string | null, after: string | null) => ({
      ...{ subject, kind: 'move', change, note: 'Announced', before, after },
    });
    expect(trail).toEqual([
      own('a', 'continues', null, null),
      own('ax', 'moved', 'a', 'b'),
      own('b', 'continues', null, null),
    ]);
    const events = await headway.source.query(`SELECT kind, subject FROM event ORDER BY subject`);
    expect(events).toEqual(
      ['a', 'ax', 'b'].map((subject) => ({ kind: 'organisations.reorganised', subject })),
    );
  });

  it('is looked after by whoever looks after what it is part of, and by its own people always', async () => {
    const [ofA, ofB, own] = [
      await person(headway.source, 'digital_lead', 'a'),
      await person(headway.source, 'digital_lead', 'b'),
      await person(headway.source, 'digital_lead', 'ax'),
    ];
    const may = async () => {
      const answers: number[] = [];
      for (const token of [ofA, ofB, own]) {
        const body = { name: 'Service AX-1', audience: 'internal', transactionsAYear: answers.length };
        const url = '/api/services/AX-1';
        answers.push(
          (await headway.ask('PATCH', url, { token, body, headers: { 'if-match': '*' } })).statusCode,
        );
      }
      return answers;
    };
    expect(await may()).toEqual([200, 404, 200]);
    await admin.make(move);
    expect(await may()).toEqual([404, 200, 200]);
    await admin.make({ ...move, on: '2024-01-01', parent: null });
    expect(await may()).toEqual([404, 404, 200]);
  });
});

describe('an organisation that moves while returns are due', () => {
  let world: ReturnsWorld;
  let admin: Reorganiser;
  beforeEach(async () => {
    world = await returnsWorld();
    await world.open();
    admin = await reorganiser(world);
  });
  afterEach(() => world.close());

  const returns = async () => {
    const { items } = (await world.act(world.tokens.oversight, 'GET', '/returns')).json();
    return (items as Return[]).map(({ organisation, state, services }) =>
      [organisation.slug, state, services.total].join(' '),
    );
  };
  const moved = (day: string, organisation: string, parent: string | null) => ({
    ...{ kind: 'move', on: day, organisation, parent },
  });

  it('is asked for in the return of what it is part of at the end of the quarter', async () => {
    expect(await returns()).toEqual(['one not_started 4', 'two not_started 1']);
    await admin.make(moved(inQuarter, 'below', 'two'));
    const [one, two] = (await returns()).map((said) => Number(said.split(' ')[2]));
    expect([one! < 4, one! + two!]).toEqual([true, 5]);
    await admin.make(moved(daysAfter(quarter.to, 1), 'below', null));
    expect((await returns()).length).toBe(2);
  });

  it('is asked itself where it is independent, and no longer where it joins another', async () => {
    await admin.make(moved(inQuarter, 'below', null));
    const alone = await returns();
    expect(alone.map((said) => said.split(' ').slice(0, 2).join(' '))).toEqual(
      jasmine.arrayWithExactContents(['one not_started', 'two not_started', 'below not_started']),
    );
    expect(alone.reduce((sum, said) => sum + Number(said.split(' ')[2]), 0)).toBe(5);
    await admin.make(moved(daysAfter(inQuarter, 1), 'two', 'one'));
    expect((await returns()).filter((said) => said.startsWith('two'))).toEqual([
      jasmine.stringMatching(/^two excused/),
    ]);
  });

  it('waits while a return that it would change is locked', async () => {
    await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
    await world.act(world.tokens.lead, 'POST', '/returns/one/submit', { declaration: true });
    const request = moved(inQuarter, 'below', 'two');
    const refused = await admin.apply(request, '*');
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'wrong_state']);
    expect((await admin.apply(moved(daysAfter(quarter.to, 1), 'below', 'two'), '*')).statusCode).toBe(200);
  });
});
