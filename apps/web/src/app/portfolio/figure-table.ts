import type { Table } from '@headway/charts';
import type { Portfolio } from '@headway/contract';
import {
  type CalendarDate,
  type StageOrNone,
  liveOrBeyond,
  percent,
  stageLabels,
  stagesOrNone,
} from '@headway/domain';
import type { Figures } from './figures';
import type { Narrowing, PortfolioView } from './portfolio.view';

/** A number, or the share that it is, with what narrows the list of services behind it. */
export interface Figure {
  readonly value: number | string;
  readonly narrowing: Narrowing;
}

export interface FigureLine {
  readonly key: string;
  readonly label: string;
  readonly level: number;
  /** Slug, where the line is of an organisation. */
  readonly organisation: string | null;
  /** Where the line is of another date than the table. */
  readonly on: CalendarDate | null;
  /** In the order of the columns. */
  readonly figures: readonly Figure[];
  readonly share: Figure;
}

/** Lines of figures as the page shows them and a file holds them. */
export interface FigureTable {
  /** What a line is: "Organisation". */
  readonly heading: string;
  readonly columns: readonly string[];
  readonly shareHeading: string;
  readonly lines: readonly FigureLine[];
}

const beyond: readonly StageOrNone[] = ['live', 'redesigned'];

export function byStage(heading: string, figures: readonly Figures[]): FigureTable {
  return {
    heading,
    columns: ['Services', ...stagesOrNone.map((stage) => stageLabels[stage])],
    shareHeading: 'Live or beyond',
    lines: figures.map(({ key, label, level, counts, narrowing, stageOf }) => ({
      key,
      label,
      level,
      organisation: narrowing.organisation ?? null,
      on: narrowing.on ?? null,
      figures: [
        { value: counts.services, narrowing },
        ...stagesOrNone.map((stage) => ({
          value: counts[stage],
          narrowing: { ...narrowing, [stageOf]: [stage] },
        })),
      ],
      share: {
        value: percent(liveOrBeyond(counts), counts),
        narrowing: { ...narrowing, [stageOf]: beyond },
      },
    })),
  };
}

/** Online and redesign, each from nothing done to all done, one above the other. */
export function byMeasure({ online, redesign }: Portfolio): FigureTable {
  const none: Narrowing = { stage: ['not_recorded'] };
  const line = (label: string, figures: readonly Figure[], share: Figure) => ({
    ...{ key: label, label, level: 0, organisation: null, on: null, share },
    figures: [
      { value: online.services, narrowing: {} },
      ...figures,
      { value: online.not_recorded, narrowing: none },
    ],
  });
  return {
    heading: 'Measure',
    columns: ['Services', 'Not started', 'In progress or under way', 'Live or complete', 'Not recorded'],
    shareHeading: 'Share live or complete',
    lines: [
      line(
        'Online',
        [
          { value: online.not_started, narrowing: { stage: ['not_started'] } },
          { value: online.in_progress, narrowing: { stage: ['in_progress'] } },
          { value: online.live, narrowing: { stage: beyond } },
        ],
        { value: percent(online.live, online), narrowing: { stage: beyond } },
      ),
      line(
        'Redesign',
        [
          { value: redesign.not_started, narrowing: { redesign: ['not_started'] } },
          { value: redesign.under_way, narrowing: { redesign: ['under_way'] } },
          { value: redesign.complete, narrowing: { redesign: ['complete'] } },
        ],
        { value: percent(redesign.complete, redesign), narrowing: { redesign: ['complete'] } },
      ),
    ],
  };
}

/** The table for a file, each line saying which past it is of. */
export function fileOf(
  { heading, columns, lines }: FigureTable,
  on: CalendarDate,
  { asKnownAt, boundaries }: PortfolioView,
): Table {
  const past = [asKnownAt ?? '', boundaries === 'today' ? 'today' : 'on the date'];
  return {
    columns: [heading, 'Part of', 'Date', 'As known at', 'Departments as they were', ...columns],
    rows: lines.map(({ label, level, figures, on: own }, i) => {
      const whole = lines.slice(0, i).findLast((one) => one.level < level);
      const partOf = level > 0 ? (whole?.label ?? '') : '';
      return [label, partOf, own ?? on, ...past, ...figures.map(({ value }) => value)];
    }),
  };
}

/** "headway-organisation-2024-03-31-known-2024-06-30.csv" */
export function fileName(
  { heading }: FigureTable,
  on: CalendarDate,
  { asKnownAt, boundaries }: PortfolioView,
): string {
  const known = asKnownAt ? `-known-${asKnownAt.replace(/:/g, '')}` : '';
  const today = boundaries === 'today' ? '-departments-today' : '';
  return `headway-${heading.toLowerCase()}-${on}${known}${today}.csv`;
}
