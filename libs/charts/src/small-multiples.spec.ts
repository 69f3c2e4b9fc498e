import { illegible, texts } from './charts.fixture.js';
import type { Share } from './line.js';
import { smallMultiples } from './small-multiples.js';

const names = [
  'Department for Work and Pensions',
  'HM Treasury',
  'Ministry of Housing, Communities and Local Government',
];
const chartOf = (panels: { label: string; values: Share[]; text: string }[], width = 900) =>
  smallMultiples({
    title: 'Departments over time',
    description: 'All.',
    rowHeading: 'Organisation',
    periods: (panels[0]?.values ?? []).map((_, i) => `Q${(i % 4) + 1} 2026-27`),
    panels: panels.map((panel, i) => ({ ...panel, key: `${i}` })),
    colour: '#12436D',
    width,
  });
const panel = (label: string, ...values: Share[]) => ({ label, values, text: '42%, 10 points up' });

describe('small multiples', () => {
  it('keep the order given, each with its name and what is said of it', () => {
    const said = texts(chartOf([panel('HM Treasury', 1, 2), panel('Home Office', 3, 4)]));
    expect(said.indexOf('HM Treasury')).toBeLessThan(said.indexOf('Home Office'));
    expect(said.filter((text) => text === '42%, 10 points up').length).toBe(2);
  });

  it('put every panel on one scale, so that the same share is as high in each', () => {
    const heights = chartOf([panel('A', 0, 50), panel('B', 50, 100)]).drawing.shapes.flatMap((shape) =>
      shape.kind === 'path' ? [shape.points.map(({ y }) => y)] : [],
    );
    expect(heights[0]![1]).toBe(heights[1]![0]!);
    expect(heights[0]![0]! - heights[1]![1]!).toBe(72);
  });

  it('carry a table of the same shares', () =>
    expect(chartOf([panel('HM Treasury', null, 2)]).table).toEqual({
      columns: ['Organisation', 'Q1 2026-27', 'Q2 2026-27'],
      rows: [['HM Treasury', '', '2%']],
    }));

  for (const width of [250, 290, 600, 900, 1200])
    it(`are legible ${width} pixels wide, from one panel to 45 and one period to forty`, () => {
      for (const many of [1, 2, 22, 45])
        for (const periods of [1, 2, 40]) {
          const values = Array.from({ length: periods }, (_, i): Share => (i * 100) / periods);
          const chart = chartOf(
            Array.from({ length: many }, (_, i) => panel(names[i % 3]!, ...values)),
            width,
          );
          expect(illegible(chart)).withContext(`${many} panels of ${periods}`).toEqual([]);
        }
    });
});
