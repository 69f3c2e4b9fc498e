import type { Return } from '@headway/contract';
import { daysAfter } from '@headway/domain';
import {
  type ReturnsWorld,
  inQuarter,
  quarter,
  returnsWorld,
  wholeDraft,
} from '../returns/returns.fixture.js';
import { type Reorganiser, reorganiser } from './reorganisations.fixture.js';

describe('organisations that merge or move while returns are due', () => {
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
    return (items as Return[]).map(({ organisation, state, services, excused }) =>
      [organisation.slug, state, services.total, excused].filter((one) => one !== null).join(' '),
    );
  };
  const merge = (on: string) => ({ kind: 'merge', on, organisations: ['two'], into: 'one' });

  it('excuses who ended in the quarter, and the return of the other covers all', async () => {
    await admin.make(merge(inQuarter));
    expect(await returns()).toEqual([
      'one not_started 5',
      jasmine.stringMatching(/^two excused 0 Became part of Department ONE on \d+ \w+ \d{4}$/),
    ]);
  });

  it('leaves both returns where the merger came after the quarter', async () => {
    await admin.make(merge(daysAfter(quarter.to, 1)));
    expect(await returns()).toEqual(['one not_started 4', 'two not_started 1']);
  });

  it('asks who came of it', async () => {
    await admin.make({
      kind: 'merge',
      on: inQuarter,
      organisations: ['one', 'two'],
      into: { name: 'Department Whole', abbreviation: 'WHOLE', kind: 'ministerial_department', parent: null },
    });
    expect(await returns()).toEqual([
      jasmine.stringMatching(/^one excused/),
      jasmine.stringMatching(/^two excused/),
      jasmine.stringMatching(/^department-whole not_started 5/),
    ]);
  });

  it('lets an agency move while returns are locked only where it moves after the quarter', async () => {
    await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
    await world.act(world.tokens.lead, 'POST', '/returns/one/submit', { declaration: true });
    const apply = async (on: string, to: string) => {
      const move = { kind: 'transfer', on, from: 'one', to, services: [], organisations: ['below'] };
      return (await admin.apply(move, '*')).statusCode;
    };
    expect(await apply(inQuarter, 'two')).toBe(409);
    expect(await apply(daysAfter(quarter.to, 1), 'two')).toBe(200);
    // Where it has moved on since, an earlier move still takes it out of the return.
    expect(await apply(inQuarter, 'none')).toBe(409);
    expect((await world.act(world.tokens.lead, 'GET', '/returns/one')).json().services.total).toBe(4);
  });
});
