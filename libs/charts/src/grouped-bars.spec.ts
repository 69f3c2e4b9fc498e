import { illegible, texts } from './charts.fixture.js';
import { type BarGroup, groupedBars } from './grouped-bars.js';

const series = [
  { key: 'recorded', label: 'Recorded as live', colour: '#12436D' },
  { key: 'said', label: 'Staff who say live', colour: '#F46A25' },
];
const chartOf = (groups: BarGroup[], width = 900, of = series) =>
  groupedBars({
    ...{ title: 'Record and belief', description: 'All.', rowHeading: 'Organisation' },
    ...{ series: of, groups, width },
  });
const bars = (chart: ReturnType<typeof chartOf>) =>
  chart.drawing.shapes.filter((shape) => shape.kind === 'rect').slice(series.length);

const transport: BarGroup = { label: 'Department for Transport', values: [50, 25] };
const agency: BarGroup = {
  label: 'Driver and Vehicle Licensing Agency',
  level: 1,
  values: [0.2, '[c] not shown'],
};

describe('grouped bars', () => {
  it('stand on one scale, so that half as much is half as long', () => {
    const [recorded, said, least] = bars(chartOf([transport, agency]));
    expect(recorded!.width / said!.width).toBeCloseTo(2, 5);
    expect(recorded!.x).toBe(said!.x);
    expect([recorded!.fill, said!.fill]).toEqual(['#12436D', '#F46A25']);
    expect(least!.width).toBeGreaterThanOrEqual(2);
  });

  it('leave room for a whole beside its figure', () => {
    const chart = chartOf([{ label: 'All', values: [100, 99.7] }]);
    expect(illegible(chart)).toEqual([]);
    expect(texts(chart)).toContain('100%');
    expect(texts(chart)).toContain('>99%');
  });

  it('say in words what has no figure, and draw no bar for it or for nothing', () => {
    const chart = chartOf([agency, { label: 'New Office', values: [0, 'nobody answered'] }]);
    expect(bars(chart).length).toBe(1);
    expect(texts(chart)).toContain('[c] not shown');
    expect(texts(chart)).toContain('0%');
  });

  it('carry a table of the same figures', () => {
    expect(chartOf([transport, agency]).table).toEqual({
      columns: ['Organisation', 'Recorded as live', 'Staff who say live'],
      rows: [
        ['Department for Transport', '50%', '25%'],
        ['Driver and Vehicle Licensing Agency', '<1%', '[c] not shown'],
      ],
    });
  });

  it('need no key where there is one series only', () => {
    const chart = chartOf([{ label: 'Skills', values: [45] }], 900, series.slice(0, 1));
    expect(texts(chart)).toEqual(['Skills', '45%']);
  });

  for (const width of [250, 290, 599, 600, 900])
    it(`are legible ${width} pixels wide from 1 to 60 groups`, () => {
      for (const many of [1, 20, 60]) {
        const groups = Array.from({ length: many }, (_, i) => (i % 3 ? agency : transport));
        expect(illegible(chartOf(groups, width))).toEqual([]);
      }
    });
});
