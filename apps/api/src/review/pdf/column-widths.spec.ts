import fc from 'fast-check';
import { columnWidths, pageWidth } from './column-widths.js';
import { type PackColumn } from './pack-document.js';

const table = (columns: readonly PackColumn[], ...rows: (string | number | null)[][]) =>
  columnWidths({ caption: '', columns, rows });
const text = { header: 'Name', type: 'text' } as const;
const number = { header: 'Services', type: 'number' } as const;

describe('the widths of columns', () => {
  it('follow the texts', () => {
    const [name, services] = table(
      [text, number],
      ['Department for Environment, Food and Rural Affairs', 1234],
    );
    expect(name).toBeGreaterThan(services! * 3);
  });

  it('are as the table says, but never too narrow for a word', () => {
    const [a, b, c] = table(
      [
        { ...text, width: 6 },
        { ...text, width: 3 },
        { ...number, width: 0.1 },
      ],
      ['a', 'b', 1],
    );
    expect(a! / b!).toBeCloseTo(2, 0);
    expect(c).toBeGreaterThan(40);
  });

  it('keep a small table together', () => {
    const widths = table([text, number], ['Q1', 1234]);
    expect(widths[0]! + widths[1]!).toBeLessThan(pageWidth / 3);
  });

  it('are never wider than the page in all', () => {
    const cell = fc.option(fc.oneof(fc.string({ maxLength: 300 }), fc.integer()));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), cell), { minLength: 1, maxLength: 20 }), (columns) => {
        const widths = table(
          columns.map(([header]) => ({ header, type: 'text' })),
          columns.map(([, value]) => value),
        );
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(pageWidth + 0.001);
        for (const width of widths) expect(width).toBeGreaterThan(0);
      }),
    );
  });
});
