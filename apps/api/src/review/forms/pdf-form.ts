import type { Chart } from '@headway/charts';
import {
  type Pack,
  type PackColumn,
  type PackSection,
  type PackSectionKey,
  type PackTable,
  type Snapshot,
  londonDate,
  liveOrBeyond,
  percent,
  pointsWords,
  liveOrBeyondChange,
  formatDate,
} from '@headway/domain';
import type { PackBlock, PackDocument, PackSection as PdfSection } from '../pdf/pack-document.js';
import { renderPdf } from '../pdf/render-pdf.js';
import { cellWords, tableBlocks } from './pdf-cells.js';
import { audiencesChart, officesChart, organisationCharts, stagesChart, trendChart } from './pdf-charts.js';

/** The pack as a document to read and to print, as PDF/UA-1. */
export function pdfForm(pack: Pack, snapshot: Snapshot): Promise<Uint8Array> {
  return renderPdf(documentOf(pack, snapshot));
}

export function documentOf(pack: Pack, snapshot: Snapshot): PackDocument {
  return {
    title: pack.title,
    subtitle: pack.subtitle,
    author: 'Headway',
    language: 'en-GB',
    publishedOn: londonDate(new Date(pack.frozenAt)),
    facts: [...pack.facts, ['Contact', pack.contact]],
    sections: [
      ...pack.sections.map((section) => sectionOf(pack, snapshot, section)),
      { heading: 'Definitions', level: 1, blocks: [] },
      ...pack.definitions.map(({ heading, terms }): PdfSection => ({
        heading,
        level: 2,
        blocks: [{ kind: 'definitions', items: terms }],
      })),
    ],
  };
}

function sectionOf(
  pack: Pack,
  snapshot: Snapshot,
  { key, heading, sentences, tables }: PackSection,
): PdfSection {
  const all = tables.map((one) => pack.tables.find((table) => table.key === one)!);
  return {
    heading,
    level: 1,
    blocks: [
      ...(key === 'headline' ? opening(pack, snapshot) : paragraphs(sentences)),
      ...(charts[key]?.(snapshot) ?? []).map((chart): PackBlock => ({ kind: 'chart', chart })),
      ...all.flatMap((table) => printed(pack, table)),
    ],
  };
}

const charts: Partial<Readonly<Record<PackSectionKey, (snapshot: Snapshot) => Chart[]>>> = {
  headline: (snapshot) => [stagesChart(snapshot)],
  trend: (snapshot) => [trendChart(snapshot)],
  organisations: organisationCharts,
  audiences: (snapshot) => [audiencesChart(snapshot)],
  offices: (snapshot) => [officesChart(snapshot)],
};

/** The headline, the figures that go with it, and the rest to take away. */
function opening(
  { headline: [first, ...rest] }: Pack,
  { figures, comparisons, signals }: Snapshot,
): PackBlock[] {
  const { total, redesign } = figures;
  const { comparison } = comparisons.lastYear;
  const change = liveOrBeyondChange(comparison.overall);
  return [
    { kind: 'headline', sentence: first! },
    {
      kind: 'figures',
      items: [
        {
          figure: percent(liveOrBeyond(total), total),
          text: 'of services are live or beyond',
          ...(change === null
            ? {}
            : { change: `${pointsWords(change)} since ${formatDate(comparison.with)}` }),
        },
        { figure: percent(redesign.complete, redesign), text: 'of services have been redesigned' },
        {
          figure: signals.total.any.toLocaleString('en-GB'),
          text: signals.total.any === 1 ? 'service shows a signal' : 'services show a signal',
        },
      ],
    },
    ...paragraphs(rest),
  ];
}

function paragraphs(sentences: readonly string[]): PackBlock[] {
  return sentences.length === 0 ? [] : [{ kind: 'paragraphs', sentences }];
}

/** Rows of a list that are set as a table; of more, each is an entry in small print. */
const mostRows = 60;
/** More entries than that nobody reads on paper. */
const mostEntries = 2_000;
const lists = new Set(['moved', 'signalled', 'targets', 'barriers', 'services', 'revisions', 'published']);
/** What is read beside a chart, or in the workbooks, and has no room on a page. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  organisations: ['part_of', 'kind'],
  organisation_signals: ['part_of'],
  returns: ['submitted_by', 'signed_off_by'],
};

function printed(pack: Pack, table: PackTable): PackBlock[] {
  if (table.rows.length === 0)
    return [{ kind: 'paragraphs', sentences: [`${table.title}: there is nothing to list.`] }];
  if (!lists.has(table.key)) return tableBlocks(pack, table, columnsOf(table));
  if (table.rows.length > mostEntries)
    return [
      {
        kind: 'paragraphs',
        sentences: [
          `${table.title}: ${table.rows.length.toLocaleString('en-GB')} rows, in the worksheet “${table.name}” of the workbooks.`,
        ],
      },
    ];
  if (table.rows.length > mostRows || table.columns.length > 9) return [entriesOf(table)];
  return tableBlocks(pack, table);
}

function columnsOf({ key, columns }: PackTable): readonly PackColumn[] {
  // Of twelve quarters the last of each year, and the one before this.
  if (key === 'organisation_trend')
    return columns.filter((_, n) => n === 0 || [1, 2, 5, 9].includes(columns.length - n));
  return columns.filter((column) => !(leftOut[key] ?? []).includes(column.key));
}

function entriesOf(table: PackTable): PackBlock {
  const named = table.columns.slice(0, table.headers);
  return {
    kind: 'entries',
    items: table.rows.map((row): [string, string] => {
      const said = table.columns.slice(table.headers).flatMap((column) => {
        const empty = row.cells[table.columns.indexOf(column)] === null;
        return empty ? [] : [`${column.header}: ${cellWords(table, row, column)}`];
      });
      return [named.map((column) => cellWords(table, row, column)).join(', '), `${said.join('. ')}.`];
    }),
  };
}
