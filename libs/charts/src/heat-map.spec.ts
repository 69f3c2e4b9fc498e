import { illegible, texts } from './charts.fixture.js';
import { contrast } from './colour.js';
import { type HeatCell, heatMap } from './heat-map.js';

const columns = ['Stalled', 'Went backwards', 'Slipped', 'Front only', 'Check the claim', 'No data'];
const names = [
  'HM Treasury',
  'Department for Work and Pensions',
  'Ministry of Housing, Communities and Local Government',
];
const mapOf = (rows: { label: string; cells: HeatCell[] }[], width = 900) =>
  heatMap({ title: 'Signals', description: 'All.', rowHeading: 'Organisation', columns, rows, width });
const of = (part: number, whole = 10) => ({ part, whole });

describe('a heat map', () => {
  const map = mapOf([
    { label: 'HM Treasury', cells: [of(0), of(1), of(5), of(10), of(1, 1000), null] },
    { label: 'Home Office', cells: [of(0), of(0), of(0), of(0), of(999, 1000), of(0)] },
  ]);

  it('prints every share that it shades, and nothing where there is nothing', () => {
    for (const share of ['0%', '10%', '50%', '100%', '<1%', '>99%']) expect(texts(map)).toContain(share);
    expect(map.table.rows[0]).toEqual(['HM Treasury', '0%', '10%', '50%', '100%', '<1%', '']);
  });

  it('shades more darker, nothing not at all, and the least of something visibly', () => {
    const fills = map.drawing.shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape.fill] : []));
    const dark = (n: number) => contrast(fills[n]!, '#ffffff');
    expect(dark(0)).toBe(1);
    expect(dark(4)).toBeGreaterThan(1.2);
    expect(dark(1)).toBe(dark(4));
    expect(dark(2)).toBeGreaterThan(dark(1));
    expect(dark(3)).toBeGreaterThan(dark(2));
  });

  it('can be read on every shade', () => {
    for (const [i, shape] of map.drawing.shapes.entries()) {
      const text = map.drawing.shapes[i + 1];
      if (shape.kind === 'rect' && text?.kind === 'text')
        expect(contrast(shape.fill, text.fill)).toBeGreaterThan(4.5);
    }
  });

  it('is of nothing where nothing is', () => {
    expect(mapOf([]).table.rows).toEqual([]);
    expect(mapOf([{ label: 'A', cells: columns.map(() => of(0)) }]).drawing.shapes.length).toBeGreaterThan(0);
  });

  for (const width of [250, 290, 600, 760, 900, 1200])
    it(`is legible ${width} pixels wide, from one row to 45`, () => {
      for (const many of [1, 3, 45]) {
        const rows = Array.from({ length: many }, (_, i) => ({
          label: names[i % 3]!,
          cells: columns.map((__, j) => of((i * 7 + j * 13) % 100, 100)),
        }));
        expect(illegible(mapOf(rows, width)))
          .withContext(`${many}`)
          .toEqual([]);
      }
    });
});
