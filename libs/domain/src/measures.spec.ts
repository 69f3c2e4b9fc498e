import { countsFrom } from './counts.js';
import { onlineCounts, redesignCounts } from './measures.js';

describe('online', () => {
  it('takes redesigned as live, and still adds up', () => {
    const online = onlineCounts({
      services: 15,
      not_recorded: 1,
      not_started: 2,
      in_progress: 3,
      live: 4,
      redesigned: 5,
    });
    expect(online).toEqual({ services: 15, not_recorded: 1, not_started: 2, in_progress: 3, live: 9 });
  });
});

describe('redesign', () => {
  const cases = [
    ['not_recorded', false, 'not_recorded'],
    ['not_started', false, 'not_started'],
    ['in_progress', false, 'not_started'],
    ['in_progress', true, 'under_way'],
    ['live', false, 'not_started'],
    ['live', true, 'under_way'],
    ['redesigned', false, 'complete'],
  ] as const;
  for (const [stage, redesignUnderWay, state] of cases)
    it(`of a service ${stage}${redesignUnderWay ? ', marked as under way,' : ''} is ${state}`, () => {
      const nothing = { services: 7, not_recorded: 0, not_started: 0, under_way: 0, complete: 0 };
      const counts = countsFrom([{ stage, services: 7 }]);
      expect(redesignCounts(counts, redesignUnderWay ? 7 : 0)).toEqual({ ...nothing, [state]: 7 });
    });
});
