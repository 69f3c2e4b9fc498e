import type { Movement, Standing } from '@headway/domain';
import { movementsChart } from './heat.charts';

const moved = (before: Standing, after: Standing, services: number): Movement => ({
  before,
  after,
  services,
});

describe('where the services of each stage stood later', () => {
  for (const [matrix, words] of [
    [
      [moved('live', 'live', 39), moved('live', 'absent', 2), moved('absent', 'live', 7)],
      '2 of the 41 services on the first date stood elsewhere on the second, or no longer counted.',
    ],
    [
      [moved('not_started', 'not_started', 1)],
      'The only service on the first date stood at the same stage on the second.',
    ],
    [
      [moved('not_started', 'live', 1), moved('absent', 'live', 3)],
      'The only service on the first date stood elsewhere on the second, or no longer counted.',
    ],
    [
      [moved('live', 'live', 1200)],
      'All 1,200 services on the first date stood at the same stage on the second.',
    ],
    [
      [moved('live', 'redesigned', 2)],
      'All 2 services on the first date stood elsewhere on the second, or no longer counted.',
    ],
  ] as const)
    it(words, () => expect(movementsChart(matrix, 900).description).toBe(words));

  it('has no row for a stage at which none stood, as there is nothing to share', () =>
    expect(movementsChart([moved('live', 'redesigned', 3)], 900).table.rows).toEqual([
      ['Live', '0%', '0%', '0%', '100%'],
    ]));
});
