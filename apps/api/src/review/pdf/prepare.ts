import { type Chart, toSvg } from '@headway/charts';
import { asText, columnWidths, roomOf } from './column-widths.js';
import {
  type PackBlock,
  type PackDocument,
  type PackTable,
  chartHeight,
  chartWidth,
} from './pack-document.js';
import { breakable } from './plain-text.js';
import { fonts } from './typst.js';

type Write = (text: string) => string;

/** How a text is written, and one in a picture. */
export interface Writing {
  readonly write: Write;
  readonly writeInChart: Write;
}

/** Letters that a line across the page has room for. */
const lineRoom = 60;
/** On the cover, of a label and its value: room for a SHA-256. */
const coverRooms = [18, 66];
const entryRooms = [38, 40];

/** What the template is given: each text as it is written, cut where it may be broken, numbers as text. */
export function prepare(document: PackDocument, writing: Writing) {
  const { write } = writing;
  let charts = 0;
  const text = (value: string) => breakable(write(value), lineRoom);
  const pairs = (items: readonly (readonly [string, string])[], rooms = [lineRoom, lineRoom]) =>
    items.map((pair) => pair.map((value, i) => breakable(write(value), rooms[i]!)));

  function block(block: PackBlock) {
    switch (block.kind) {
      case 'headline':
        return { kind: block.kind, sentence: breakable(write(block.sentence), lineRoom / 2) };
      case 'figures':
        return {
          kind: block.kind,
          items: block.items.map((item) =>
            Object.fromEntries(
              Object.entries(item).map(([key, value]) => [
                key,
                breakable(write(value), key === 'figure' ? 6 : 16),
              ]),
            ),
          ),
        };
      case 'paragraphs':
        return { kind: block.kind, items: block.sentences.map(text) };
      case 'bullets':
      case 'notes':
        return { kind: block.kind, items: block.items.map(text) };
      case 'definitions':
        return { kind: block.kind, items: pairs(block.items) };
      case 'entries':
        return { kind: block.kind, items: pairs(block.items, entryRooms) };
      case 'chart':
        return { kind: block.kind, ...prepareChart(block.chart, `chart-${++charts}`, writing) };
      case 'table':
        return { kind: block.kind, ...prepareTable(block, write) };
    }
  }

  return {
    title: write(document.title),
    subtitle: write(document.subtitle),
    author: write(document.author),
    date: document.publishedOn.split('-').map(Number),
    facts: pairs(document.facts, coverRooms),
    sections: document.sections.map(({ heading, level, blocks }) => ({
      heading: breakable(write(heading), lineRoom / 2),
      level,
      blocks: blocks.filter((one) => !isEmpty(one)).map(block),
    })),
  };
}

/** Nothing to say takes no room; a table without rows says that there are none. */
function isEmpty(block: PackBlock): boolean {
  if ('items' in block) return block.items.length === 0;
  return block.kind === 'paragraphs' && block.sentences.length === 0;
}

function prepareChart(chart: Chart, id: string, { write, writeInChart }: Writing) {
  const { width, height, shapes } = chart.drawing;
  const title = write(chart.title);
  const description = write(chart.description);
  const written = shapes.map((shape) =>
    shape.kind === 'text' ? { ...shape, text: writeInChart(shape.text) } : shape,
  );
  const svg = toSvg({ ...chart, title, description, drawing: { width, height, shapes: written } }, id);
  return {
    title: breakable(title, lineRoom),
    description: breakable(description, lineRoom),
    alt: description,
    svg: svg.replace(/ font-family="[^"]*"/, ` font-family="${fonts[0]}"`),
    width: Math.min(1, width / chartWidth, ((width / chartWidth) * chartHeight) / height),
  };
}

function prepareTable(table: PackTable, write: Write) {
  const { caption, columns, rows, headerColumn = true } = table;
  const wrong = rows.findIndex((row) => row.length !== columns.length);
  if (wrong >= 0) throw new Error(`Row ${wrong + 1} of "${caption}" has ${rows[wrong]!.length} cells.`);
  const widths = columnWidths(table);
  const rooms = widths.map(roomOf);
  const cell = (value: string | number | null, i: number) => breakable(write(asText(value)), rooms[i]!);
  return {
    caption: breakable(write(caption), lineRoom),
    headerColumn,
    // A row is kept on one page, unless that page may be too short for it.
    breakable: rows.some((row) => row.some((value, i) => asText(value).length > rooms[i]! * 30)),
    columns: columns.map(({ header, type }, i) => ({ header: cell(header, i), type, width: widths[i]! })),
    rows: rows.map((row) => row.map(cell)),
  };
}
