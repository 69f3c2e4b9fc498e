import type { CalendarDate } from './calendar.js';
import { liveOrBeyond } from './counts.js';
import {
  type AllCounts,
  type Figures,
  type Narrowing,
  type OrganisationCounts,
  audienceFigures,
  officeFigures,
  organisationFigures,
  wholeFigures,
} from './figures.js';
import { percent } from './sentences.js';
import type { Audience } from './service.js';
import { type StageOrNone, stageLabels, stagesOrNone } from './stage.js';
import { measureFigures } from './trend-measures.js';

/** A number, or the share that it is, with what narrows the list of services behind it. */
export interface Figure {
  readonly value: number | string;
  readonly narrowing: Narrowing;
  /** Where it says a change, since when: what that is made of is a comparison. */
  readonly since?: CalendarDate;
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

/** Lines of figures, as a page shows them and a file holds them. */
export interface FigureTable {
  readonly caption: string;
  /** What a line is: "Organisation". */
  readonly heading: string;
  readonly columns: readonly string[];
  readonly shareHeading: string;
  readonly lines: readonly FigureLine[];
}

const beyond: readonly StageOrNone[] = ['live', 'redesigned'];

/** All services on one line. */
export function wholeTable(counted: AllCounts): FigureTable {
  return byStage('All services by stage', 'Total', wholeFigures(counted));
}

export function audiencesTable(counted: AllCounts, only: Audience | null): FigureTable {
  return byStage('External and internal services by stage', 'Audience', audienceFigures(counted, only));
}

export function officesTable(counted: AllCounts): FigureTable {
  return byStage('Front, middle and back office by stage', 'Office', officeFigures(counted));
}

export function organisationsTable(counted: readonly OrganisationCounts[]): FigureTable {
  return byStage('Organisations by stage', 'Organisation', organisationFigures(counted));
}

function byStage(caption: string, heading: string, figures: readonly Figures[]): FigureTable {
  return {
    ...{ caption, heading },
    columns: ['Services', ...stagesOrNone.map((stage) => stageLabels[stage])],
    shareHeading: 'Live or beyond',
    lines: figures.map(({ key, label, level, counts, narrowing, stageOf }) => ({
      ...{ key, label, level },
      organisation: narrowing.organisation ?? null,
      on: null,
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
export function measuresTable(counted: AllCounts): FigureTable {
  const line = (label: string, measure: 'online' | 'redesign') => ({
    ...{ key: label, label, level: 0, organisation: null, on: null },
    ...measureFigures(measure, counted),
  });
  return {
    caption: 'Services online and redesigned',
    heading: 'Measure',
    columns: ['Services', 'Not started', 'In progress or under way', 'Live or complete', 'Not recorded'],
    shareHeading: 'Share live or complete',
    lines: [line('Online', 'online'), line('Redesign', 'redesign')],
  };
}

/** The line that another is already counted in; nothing where that stands alone. */
export function wholeOf(lines: readonly FigureLine[], n: number): string {
  const { level } = lines[n]!;
  return lines.slice(0, n).findLast((one) => one.level < level)?.label ?? '';
}
