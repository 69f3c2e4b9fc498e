import type { OrganisationHistory } from './organisation-history.js';
import { planReorganisation } from './reorganisation-plan.js';
import { known, made, merge, move, organisation, owned, period, transfer } from './reorganisation.fixture.js';
import type { KnownToReorganise, Reorganisation } from './reorganisation.js';
import { type ReorganisationEffect, restsOnReorganisation } from './withdrawal.js';

const today = '2026-07-01';

/** A reorganisation that was made, and what there is after it. */
function afterMaking(request: Reorganisation, before: KnownToReorganise) {
  const plan = planReorganisation(request, before, today);
  if ('broken' in plan) throw new Error(JSON.stringify(plan.broken));
  const was = new Map(before.organisations.map((one) => [one.slug, one]));
  const owners = new Map(before.services.map((one) => [one.reference, one.periods]));
  const effect: ReorganisationEffect = {
    organisations: plan.organisations.map(({ change, history }) => ({
      change,
      before: was.get(history.slug) ?? null,
      after: history,
    })),
    services: plan.services.map(({ reference, periods }) => ({
      reference,
      before: owners.get(reference)!,
      after: periods,
    })),
  };
  const organisations = new Map(was);
  for (const { history } of plan.organisations) organisations.set(history.slug, history);
  for (const { reference, periods } of plan.services) owners.set(reference, periods);
  const services = [...owners].map(([reference, periods]) => ({ reference, periods }));
  return { effect, known: { organisations: [...organisations.values()], services } };
}

describe('what rests on a reorganisation', () => {
  const world = known();
  const rests = (
    request: Reorganisation,
    since: (now: KnownToReorganise) => KnownToReorganise = (now) => now,
  ) => {
    const { effect, known: now } = afterMaking(request, world);
    return restsOnReorganisation(effect, since(now));
  };
  const withChanged =
    (slug: string, change: (one: OrganisationHistory) => OrganisationHistory) =>
    (now: KnownToReorganise) => ({
      ...now,
      organisations: now.organisations.map((one) => (one.slug === slug ? change(one) : one)),
    });
  const renamed = (one: OrganisationHistory): OrganisationHistory => ({
    ...one,
    periods: [{ ...one.periods[0]!, untilOn: '2024-01-01' }, period('Renamed', null, one.periods[0]!.parent)],
  });
  const begins = merge({ into: made('Whole') });

  it('is nothing at first, whatever kind it is', () => {
    for (const request of [merge(), begins, transfer({ organisations: ['ax'] }), move()])
      expect(rests(request)).withContext(request.kind).toEqual([]);
  });

  it('is a later change of what it changed, and not of who only gave or received', () => {
    expect(
      rests(
        merge(),
        withChanged('a', (one) => ({ ...one, existsTo: null })),
      ),
    ).toEqual(['Department A was changed again after it']);
    expect(rests(merge(), withChanged('b', renamed))).toEqual([]);
  });

  it('is what became part of one that began by it, or belongs to that', () => {
    const since = (now: KnownToReorganise) => ({
      organisations: [...now.organisations, organisation('NEW', 'whole')],
      services: [...now.services, { reference: 'W-1', periods: owned('whole') }],
    });
    expect(rests(begins, since)).toEqual([
      'Department NEW became part of Whole after it',
      'W-1 belongs to Whole now',
    ]);
  });

  it('is a service that has another owner since, and of many the first', () => {
    const since = (now: KnownToReorganise) => ({
      ...now,
      services: now.services.map((one) => ({ ...one, periods: owned('b') })),
    });
    expect(rests(transfer(), since)).toEqual(['A-1 was transferred after it']);
    const many = Array.from({ length: 9 }, (_, n) => ({ reference: `W-${n}`, periods: owned('whole') }));
    const lines = rests(begins, (now) => ({ ...now, services: many }));
    expect([lines.length, lines.at(-1)]).toEqual([6, 'and so it is with 4 more services']);
  });

  it('is what it was part of, or whose its services were, where that has ended since', () => {
    const ended = withChanged('a', (one) => ({ ...one, existsTo: '2024-01-01' }));
    expect(rests(move(), ended)).toEqual([
      'Department AX would be part of Department A, which ended on 1 January 2024',
    ]);
    expect(rests(transfer(), ended)).toEqual([
      'A-1 would belong to Department A, which ended on 1 January 2024',
    ]);
  });

  it('is a circle that it would close', () => {
    const below = withChanged('a', (one) => ({ ...one, periods: [period('Department A', null, 'ax')] }));
    expect(rests(move(), below)).toEqual(['Department AX would be part of itself again']);
  });

  it('is a name that another has by now', () => {
    const taken = organisation('X', null, {
      existsFrom: '2024-01-01',
      periods: [period('Department A', null)],
    });
    expect(rests(merge(), (now) => ({ ...now, organisations: [...now.organisations, taken] }))).toEqual([
      'Department A has this name already',
    ]);
  });
});
