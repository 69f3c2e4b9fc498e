import { daysAfter } from '@headway/domain';
import {
  type ReturnsWorld,
  inQuarter,
  quarter,
  returnsWorld,
  wholeDraft,
} from '../returns/returns.fixture.js';
import { type Reorganiser, reorganiser } from './reorganisations.fixture.js';

const after = daysAfter(quarter.to, 1);
const whole = { name: 'Department Whole', abbreviation: 'WHOLE', kind: 'agency', parent: null };
const kinds: Readonly<Record<string, (on: string) => object>> = {
  'a rename': (on) => ({ kind: 'rename', on, organisation: 'one', name: 'Department First' }),
  'a merge into another': (on) => ({ kind: 'merge', on, organisations: ['one', 'below'], into: 'two' }),
  'a merge of another into it': (on) => ({ kind: 'merge', on, organisations: ['two'], into: 'one' }),
  'a merge into a new one': (on) => ({ kind: 'merge', on, organisations: ['one', 'two'], into: whole }),
  'a merge of its agency': (on) => ({ kind: 'merge', on, organisations: ['below'], into: 'two' }),
  'a split': (on) => ({
    kind: 'split',
    on,
    organisation: 'one',
    parts: [
      { into: whole, services: ['ONE-1', 'ONE-2'] },
      { into: 'two', services: ['ONE-3'], organisations: ['below'] },
    ],
  }),
  'a transfer of a service away': (on) => ({
    ...{ kind: 'transfer', on, from: 'one', to: 'two' },
    ...{ services: ['ONE-1'], organisations: [] },
  }),
  'a transfer of a service to it': (on) => ({
    ...{ kind: 'transfer', on, from: 'two', to: 'one' },
    ...{ services: ['TWO-1'], organisations: [] },
  }),
  'a transfer of its agency': (on) => ({
    ...{ kind: 'transfer', on, from: 'one', to: 'two' },
    ...{ services: [], organisations: ['below'] },
  }),
};
const names = Object.keys(kinds);

describe('the check of a reorganisation', () => {
  let world: ReturnsWorld;
  let admin: Reorganiser;
  beforeEach(async () => {
    world = await returnsWorld();
    await world.open();
    admin = await reorganiser(world);
  }, 60_000);
  afterEach(() => world.close());

  const answered = ({ statusCode, json }: Awaited<ReturnType<Reorganiser['check']>>) => {
    const { code, detail } = json() as { code?: string; detail?: string };
    return [statusCode, code, detail];
  };
  const step = async (token: string, path: string, body: object = {}, method = 'POST') => {
    const answer = await world.act(token, method, `/returns/${path}`, body);
    expect(answer.statusCode).withContext(`${path}: ${answer.body}`).toBe(200);
  };
  const submit = async () => {
    await step(world.tokens.lead, 'one', wholeDraft, 'PUT');
    await step(world.tokens.lead, 'one/submit', { declaration: true });
  };
  /** Where both refuse nothing has changed, so that the next can be tried. */
  const refused = async () => {
    const found: string[] = [];
    for (const name of names) {
      const request = kinds[name]!(inQuarter);
      const check = answered(await admin.check(request));
      if (check[0] === 200) continue;
      found.push(name);
      expect(check)
        .withContext(name)
        .toEqual(answered(await admin.apply(request, '*')));
      expect(check)
        .withContext(name)
        .toEqual([409, 'wrong_state', jasmine.stringContaining('Department ONE')]);
    }
    return found;
  };
  const moves = names.filter((name) => name !== 'a rename');

  it('refuses what a submitted or signed return locks, as making it does', async () => {
    expect(await refused()).toEqual([]);
    await submit();
    expect(await refused()).toEqual(moves);
    await step(world.tokens.approver, 'one/sign-off');
    expect(await refused()).toEqual(moves);
  }, 60_000);

  it('refuses nothing once changes were requested', async () => {
    await submit();
    await step(world.tokens.approver, 'one/request-changes', {
      comments: [{ service: null, text: 'Look again' }],
    });
    expect(await refused()).toEqual([]);
  }, 60_000);

  it('lets through what changes nothing up to the end of the quarter, as making it does', async () => {
    await submit();
    for (const name of names)
      expect(answered(await admin.check(kinds[name]!(after)))[0])
        .withContext(name)
        .toBe(200);
    for (const name of [
      'a rename',
      ...names.filter((one) => one.startsWith('a transfer')),
      'a merge into a new one',
    ])
      for (const ask of [admin.check, (request: object) => admin.apply(request, '*')])
        expect(answered(await ask(kinds[name]!(after)))[0])
          .withContext(name)
          .toBe(200);
  }, 60_000);
});
