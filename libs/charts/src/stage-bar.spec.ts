import { illegible, segments, texts } from './charts.fixture.js';
import { stageBar } from './stage-bar.js';

const bar = (values: number[], width = 900) =>
  stageBar({ title: 'Services by stage', unit: 'Services', segments: segments(...values), width });

describe('a stage bar', () => {
  it('says every part with its number and share', () => {
    const chart = bar([63, 285, 37, 25]);
    expect(chart.description).toBe(
      'Not started 63 (15%), In progress 285 (70%), Live 37 (9%), Redesigned 25 (6%).',
    );
    expect(chart.table).toEqual({
      columns: ['Stage', 'Services', 'Share'],
      rows: [
        ['Not started', 63, '15%'],
        ['In progress', 285, '70%'],
        ['Live', 37, '9%'],
        ['Redesigned', 25, '6%'],
      ],
    });
  });

  it('puts the share inside a part that has room, else beside its label', () => {
    expect(texts(bar([500, 499, 1]))).toEqual(
      jasmine.arrayContaining(['50%', 'Not started', '500', 'Live', '1 (<1%)']),
    );
  });

  it('fills its width with parts and gaps, each part in proportion', () => {
    const rects = bar([1, 1, 2]).drawing.shapes.filter((shape) => shape.kind === 'rect');
    expect(rects.map(({ x, width }) => [x, width])).toEqual([
      [0, 224],
      [226, 224],
      [452, 448],
    ]);
  });

  it('keeps a part of less than one per cent in sight', () => {
    const rects = bar([100_000, 1, 0, 1]).drawing.shapes.filter((shape) => shape.kind === 'rect');
    expect(rects.map(({ width }) => width).slice(1)).toEqual([3, 3]);
    expect(rects.at(-1)!.x + 3).toBeCloseTo(900);
  });

  it('lists every stage in rows where labels would not fit, nothing included', () => {
    expect(texts(bar([63, 285, 0, 25], 290))).toEqual(jasmine.arrayContaining(['Live', '0 (0%)']));
  });

  it('says that there is nothing rather than drawing an empty bar', () => {
    const chart = bar([0, 0, 0, 0]);
    expect(chart.description).toBe('There are no services to show.');
    expect(texts(chart)).toEqual(['There are no services to show.']);
  });

  for (const width of [250, 290, 420, 600, 900, 1200])
    it(`is legible ${width} pixels wide, whatever the figures`, () => {
      const figures = [
        [63, 285, 37, 25],
        [1, 1, 1, 9999],
        [0, 0, 0, 1],
        [9999, 1, 1, 1],
        [1, 9999, 1, 2],
        [5, 5, 5, 5],
      ];
      for (const values of figures)
        expect(illegible(bar(values, width)))
          .withContext(`${values}`)
          .toEqual([]);
    });
});
