import { measuresTable, officesTable } from './figure-tables.js';
import { allCounts } from './figures.fixture.js';

describe('a table of figures', () => {
  it('has behind each figure what narrows the list to it', () => {
    const [back] = officesTable(allCounts()).lines.slice(2);
    expect(back!.figures.map(({ narrowing }) => narrowing)).toEqual([
      {},
      ...['not_started', 'in_progress', 'live', 'redesigned', 'not_recorded'].map((stage) => ({
        backOffice: [stage as 'live'],
      })),
    ]);
    expect(back!.share).toEqual({ value: 'no share', narrowing: { backOffice: ['live', 'redesigned'] } });
  });

  it('sets online and redesign beside each other, redesigned counted as live', () => {
    const [online, redesign] = measuresTable(allCounts()).lines;
    expect(online!.figures.map(({ value }) => value)).toEqual([24, 2, 10, 8, 4]);
    expect(redesign!.figures.map(({ value }) => value)).toEqual([24, 11, 7, 2, 4]);
    expect([online!.share.value, redesign!.share.value]).toEqual(['40%', '10%']);
    expect(online!.figures[3]!.narrowing).toEqual({ stage: ['live', 'redesigned'] });
    expect(redesign!.figures[2]!.narrowing).toEqual({ redesign: ['under_way'] });
  });
});
