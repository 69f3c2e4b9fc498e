import { serviceOf } from '../../services/services.fixture';
import { factsFrom } from './facts';

const target = (dueOn: string | null) => ({
  stage: 'redesigned' as const,
  dueOn,
  firstDueOn: '2024-01-31',
  slippage: 0,
});
const moved = (before: 'live' | 'not_recorded', after: 'redesigned' | 'not_recorded') => ({
  ...{ reference: `${before}-${after}`, name: 'One', organisation: serviceOf().organisation },
  ...{ before, after, moves: [] },
});

describe('what is known around a return', () => {
  it('is of the day that the return is about', () => {
    const services = [
      serviceOf({ reference: 'passed', targets: [target('2024-06-20')] }),
      serviceOf({
        reference: 'due',
        targets: [target('2024-06-30')],
        barriers: 1,
        lastEffectiveOn: '2024-04-01',
      }),
      serviceOf({ reference: 'live-redesigned', lastEffectiveOn: '2024-05-01' }),
      serviceOf({ reference: 'given up', targets: [target(null)] }),
      serviceOf({ reference: 'unrecorded', stage: 'not_recorded', stageSince: null }),
    ];
    const facts = factsFrom(
      {
        ...{ services, barriers: [], claims: [] },
        moved: [moved('live', 'redesigned'), moved('not_recorded', 'not_recorded')],
      },
      '2024-25-Q1',
      '2024-06-30',
    );
    const names = (all: readonly { reference: string }[]) => all.map(({ reference }) => reference);
    expect(facts.passed.map(({ service, days }) => [service.reference, days])).toEqual([['passed', 10]]);
    expect(names(facts.heldBack)).toEqual(['due']);
    expect(names(facts.unrecorded)).toEqual(['unrecorded']);
    expect(names(facts.moved)).toEqual(['live-redesigned']);
    expect(names(facts.confirmed)).toEqual(['due']);
  });
});
