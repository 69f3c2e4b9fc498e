import type { Chart } from '@headway/charts';
import {
  type Pack,
  type PackSection,
  type PackSectionKey,
  type Snapshot,
  londonDate,
  liveOrBeyond,
  percent,
  pointsWords,
  liveOrBeyondChange,
  formatDate,
} from '@headway/domain';
import type { PackBlock, PackDocument, PackSection as PdfSection } from '../pdf/pack-document.js';
import { compilePdf } from '../pdf/compile-pdf.js';
import { tableBlocks } from './pdf-cells.js';
import { columnsOf, isList, listBlocks, rowsOf } from './pdf-lists.js';
import { audiencesChart, officesChart, organisationCharts, stagesChart, trendChart } from './pdf-charts.js';

/**
 * The pack as a document to read and to print, as PDF/UA-1: the same pack, the same bytes. It blocks, and the compiler
 * is native code that does not give its memory back, so it is for a process that ends.
 */
export function pdfForm(pack: Pack, snapshot: Snapshot): Uint8Array {
  return compilePdf(documentOf(pack, snapshot));
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
      ...pack.sections.flatMap((section) => sectionsOf(pack, snapshot, section)),
      { heading: 'Definitions', level: 1, blocks: [] },
      ...pack.definitions.map(({ heading, terms }): PdfSection => ({
        heading,
        level: 2,
        blocks: [{ kind: 'definitions', items: terms }],
      })),
    ],
  };
}

/** What is said of a matter, with its charts and tables, and beneath it each of its lists. */
function sectionsOf(
  pack: Pack,
  snapshot: Snapshot,
  { key, heading, sentences, tables }: PackSection,
): PdfSection[] {
  const all = tables.map((one) => pack.tables.find((table) => table.key === one)!);
  const drawn = charts[key]?.(snapshot) ?? [];
  // What stands above a chart is not said just before it.
  const unsaid = sentences.filter((sentence) => !drawn.some(({ description }) => description === sentence));
  const [figures, lists] = [all.filter((table) => !isList(table)), all.filter(isList)];
  return [
    {
      heading,
      level: 1,
      blocks: [
        ...(key === 'headline' ? opening(pack, snapshot) : paragraphs(unsaid)),
        ...drawn.map((chart): PackBlock => ({ kind: 'chart', chart })),
        ...figures.flatMap((table) => tableBlocks(pack, table, columnsOf(table), rowsOf(table))),
      ],
    },
    ...lists.map((table): PdfSection => ({
      heading: table.title,
      level: 2,
      blocks: listBlocks(pack, table),
    })),
  ];
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
          text: 'of services recorded are live or beyond',
          ...(change === null
            ? {}
            : { change: `${pointsWords(change)} since ${formatDate(comparison.with)}` }),
        },
        { figure: percent(redesign.complete, redesign), text: 'of services recorded have been redesigned' },
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
