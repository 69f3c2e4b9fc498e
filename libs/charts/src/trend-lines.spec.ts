import { illegible, series, texts } from './charts.fixture.js';
import type { Share } from './line.js';
import { trendLines } from './trend-lines.js';

const periods = (many: number) => Array.from({ length: many }, (_, i) => `Q${(i % 4) + 1} ${2000 + i}-27`);
const chartOf = (values: Share[][], width = 900) =>
  trendLines({
    title: 'Stages over time',
    description: 'All.',
    rowHeading: 'Quarter',
    periods: periods(values[0]!.length),
    lines: series.map((one, i) => ({ ...one, values: values[i] ?? [] })),
    width,
  });
const paths = (values: Share[]) =>
  chartOf([values, [], [], []]).drawing.shapes.filter((shape) => shape.kind === 'path');

describe('trend lines', () => {
  it('name each line where it ends, with its last share', () => {
    const said = texts(chartOf([[40, 15.4], [50, 69.6], [5, 0.3], []]));
    expect(said).toEqual(jasmine.arrayContaining(['Not started 15%', 'In progress 70%', 'Live <1%']));
    expect(said.some((text) => text.startsWith('Redesigned'))).toBe(false);
  });

  it('go up as the share does, from 0% at the bottom to 100% at the top', () => {
    const [{ points } = { points: [] }] = paths([0, 50, 100]);
    const [bottom, middle, top] = points.map(({ y }) => y);
    expect(bottom! - top!).toBe(240);
    expect(middle).toBe((bottom! + top!) / 2);
    expect(points.map(({ x }) => x).toSorted((a, b) => a - b)).toEqual(points.map(({ x }) => x));
  });

  it('break where there is no share, and show one that stands alone', () => {
    const found = paths([10, 20, null, 30, null, 40, 50]);
    expect(found.map(({ points }) => points.length)).toEqual([2, 2]);
    const squares = chartOf([[10, 20, null, 30, null, 40, 50], [], [], []]).drawing.shapes.filter(
      ({ kind }) => kind === 'rect',
    );
    expect(squares.length).toBe(2);
  });

  it('carry a table of the same shares', () =>
    expect(chartOf([[10, null], [], [], []]).table.rows).toEqual([
      ['Q1 2000-27', '10%', '', '', ''],
      ['Q2 2001-27', '', '', '', ''],
    ]));

  for (const width of [250, 290, 599, 600, 900, 1200])
    it(`are legible ${width} pixels wide, from one period to forty`, () => {
      for (const many of [1, 2, 12, 40])
        for (const ends of [
          [25, 25, 25, 25],
          [0, 0, 0, 100],
          [100, 0, 0, 0],
          [99, 1, 0, 0],
          [48, 52, 0, 0],
        ]) {
          const values = ends.map((end) => Array.from({ length: many }, (): Share => end));
          expect(illegible(chartOf(values, width)))
            .withContext(`${many} periods that end at ${ends}`)
            .toEqual([]);
        }
    });
});
