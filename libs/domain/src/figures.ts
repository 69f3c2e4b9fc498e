import type { CalendarDate } from './calendar.js';
import type { Counts } from './counts.js';
import type { OnlineCounts, RedesignCounts, RedesignState } from './measures.js';
import { type Audience, audienceLabels, audiences } from './service.js';
import { type Office, officeLabels, offices } from './office.js';
import type { StageOrNone } from './stage.js';

/** What narrows the list of all services to those behind a figure. */
export interface Narrowing extends Partial<Readonly<Record<'stage' | Office, readonly StageOrNone[]>>> {
  /** Slug. */
  readonly organisation?: string;
  readonly audience?: Audience;
  readonly redesign?: readonly RedesignState[];
  /** Another date than the one shown. */
  readonly on?: CalendarDate;
}

/** All that is counted of a list of services on a date. */
export interface AllCounts {
  readonly total: Counts;
  readonly byAudience: Readonly<Record<Audience, Counts>>;
  readonly online: OnlineCounts;
  readonly redesign: RedesignCounts;
  readonly offices: Readonly<Record<Office, Counts>>;
}

/** What one organisation's services come to, those below it included. */
export interface OrganisationCounts {
  readonly organisation: { readonly slug: string; readonly name: string; readonly parent: string | null };
  readonly counts: Counts;
}

/** One line of figures by stage: an organisation, an audience, an office. */
export interface Figures {
  readonly key: string;
  readonly label: string;
  /** 0 for a line of its own; 1 and more for a part of the line above, already counted in it. */
  readonly level: number;
  readonly counts: Counts;
  readonly narrowing: Narrowing;
  /** Whose stage it is that is counted: of the service, or of one part of it. */
  readonly stageOf: 'stage' | Office;
}

export function wholeFigures({ total }: Pick<AllCounts, 'total'>): Figures[] {
  return [{ key: 'all', label: 'All services', level: 0, counts: total, narrowing: {}, stageOf: 'stage' }];
}

/** Side by side, or alone where only one is asked for. */
export function audienceFigures(
  { byAudience }: Pick<AllCounts, 'byAudience'>,
  only: Audience | null = null,
): Figures[] {
  return audiences
    .filter((audience) => only === null || only === audience)
    .map((audience) => ({
      key: audience,
      label: `${audienceLabels[audience]} services`,
      level: 0,
      counts: byAudience[audience],
      narrowing: { audience },
      stageOf: 'stage',
    }));
}

/** The front, the middle and the back office, each on its own. */
export function officeFigures({ offices: counted }: Pick<AllCounts, 'offices'>): Figures[] {
  return offices.map((office) => ({
    key: office,
    label: officeLabels[office],
    level: 0,
    counts: counted[office],
    narrowing: {},
    stageOf: office,
  }));
}

/** Those that are part of no other that is here: what a whole counts is not counted again. */
export function withoutParts<One extends Pick<OrganisationCounts, 'organisation'>>(
  all: readonly One[],
): One[] {
  const here = new Set(all.map(({ organisation: { slug } }) => slug));
  return all.filter(({ organisation: { parent } }) => !here.has(parent ?? ''));
}

/** Departments by name, each followed by what is part of it; a part whose whole is not here stands alone. */
export function organisationFigures(all: readonly OrganisationCounts[]): Figures[] {
  const here = new Set(all.map(({ organisation }) => organisation.slug));
  const below = (parent: string | null, level: number): Figures[] =>
    all
      .filter(
        ({ organisation }) => (here.has(organisation.parent ?? '') ? organisation.parent : null) === parent,
      )
      .flatMap(({ organisation: { slug, name }, counts }) => [
        { key: slug, label: name, level, counts, narrowing: { organisation: slug }, stageOf: 'stage' },
        ...below(slug, level + 1),
      ]);
  return below(null, 0);
}
