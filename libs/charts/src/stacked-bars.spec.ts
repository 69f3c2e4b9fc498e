import { illegible, series, texts } from './charts.fixture.js';
import { type BarRow, stackedBars } from './stacked-bars.js';

const title = 'Departments by stage';
const chartOf = (rows: BarRow[], width = 900) =>
  stackedBars({
    title,
    description: 'All.',
    series,
    rows,
    rowHeading: 'Organisation',
    unit: 'Services',
    width,
  });

const work: BarRow = {
  label: 'Department for Work and Pensions',
  values: [10, 60, 25, 5],
  text: '30 of 100',
};
const agency: BarRow = {
  label: 'Health and Safety Executive',
  level: 1,
  values: [0, 0, 3, 1],
  text: '4 of 4',
};

describe('stacked bars', () => {
  it('put every row on one scale, as wide as each other however large the row', () => {
    const parts = chartOf([work, agency]).drawing.shapes.filter(
      (shape) => shape.kind === 'rect' && shape.height > 16,
    );
    const ends = Object.values(Object.groupBy(parts, (shape) => (shape.kind === 'rect' ? shape.y : 0))).map(
      (row) =>
        row!.reduce((end, shape) => (shape.kind === 'rect' ? Math.max(end, shape.x + shape.width) : end), 0),
    );
    expect(ends.length).toBe(2);
    expect(ends[0]).toBeCloseTo(ends[1]!, 5);
  });

  it('keep the order given, and say each row in words', () => {
    const said = texts(chartOf([work, agency]));
    expect(said.indexOf('30 of 100')).toBeGreaterThan(0);
    expect(said.indexOf('4 of 4')).toBeGreaterThan(said.indexOf('30 of 100'));
  });

  it('set a part of the row above further in', () => {
    const labels = chartOf([work, agency]).drawing.shapes.filter((shape) => shape.kind === 'text');
    expect(labels.find(({ text }) => text.startsWith('Department'))!.x).toBe(0);
    expect(labels.find(({ text }) => text.startsWith('Health'))!.x).toBe(20);
  });

  it('carry a table of the same figures', () => {
    expect(chartOf([agency]).table).toEqual({
      columns: [
        ...[
          'Organisation',
          'Services',
          'Not started',
          'Not started share',
          'In progress',
          'In progress share',
        ],
        ...['Live', 'Live share', 'Redesigned', 'Redesigned share'],
      ],
      rows: [['Health and Safety Executive', 4, 0, '0%', 0, '0%', 3, '75%', 1, '25%']],
    });
  });

  it('draw no bar for a row of nothing, and still say it', () => {
    const empty = { label: 'New Office', values: [0, 0, 0, 0], text: 'none recorded' };
    expect(texts(chartOf([empty]))).toContain('none recorded');
    expect(chartOf([empty]).table.rows[0]).toEqual(['New Office', 0, 0, '', 0, '', 0, '', 0, '']);
  });

  for (const width of [250, 290, 599, 600, 900])
    it(`are legible ${width} pixels wide from 1 to 80 rows`, () => {
      for (const many of [1, 22, 80]) {
        const rows = Array.from({ length: many }, (_, i) =>
          i % 3 ? { ...agency, values: [i, 9999, 1, 1] } : work,
        );
        expect(illegible(chartOf(rows, width))).toEqual([]);
      }
    });
});
