import type { Barrier, BarrierHistory } from '@headway/contract';

export function barrierOf(change: Partial<Barrier> = {}): Barrier {
  return {
    id: '0199d0aa-0000-7000-8000-00000000000b',
    service: { reference: 'DWP-014', name: 'Apply for a pension' },
    organisation: {
      id: '0199d0aa-0000-7000-8000-000000000002',
      slug: 'dwp',
      name: 'Work and Pensions',
      abbreviation: 'DWP',
    },
    category: 'legacy_technology',
    description: 'The mainframe takes no calls',
    nextAction: 'Buy a gateway',
    nextActionOwner: 'Head of platforms',
    raisedOn: '2026-04-23',
    resolvedOn: null,
    lock: null,
    version: 3,
    ...change,
  };
}

export function turnOf(
  change: Partial<BarrierHistory['items'][number]> = {},
): BarrierHistory['items'][number] {
  const { category, description, nextAction, nextActionOwner, raisedOn, resolvedOn } = barrierOf();
  return {
    category,
    description,
    nextAction,
    nextActionOwner,
    raisedOn,
    resolvedOn,
    changedAt: '2026-04-23T09:00:00.000Z',
    changedBy: 'Dana Wren',
    ...change,
  };
}
