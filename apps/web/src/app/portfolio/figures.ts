import {
  type Counts,
  type Office,
  audienceLabels,
  audiences,
  formatDate,
  officeLabels,
  offices,
  quarterOf,
} from '@headway/domain';
import type { Portfolio, Trend } from '@headway/contract';
import type { Narrowing, PortfolioView } from './portfolio.view';

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

export function wholeFigures({ total }: Portfolio): Figures[] {
  return [{ key: 'all', label: 'All services', level: 0, counts: total, narrowing: {}, stageOf: 'stage' }];
}

export function audienceFigures(portfolio: Portfolio, view: PortfolioView): Figures[] {
  return audiences
    .filter((audience) => view.audience === null || view.audience === audience)
    .map((audience) => ({
      key: audience,
      label: `${audienceLabels[audience]} services`,
      level: 0,
      counts: portfolio.byAudience[audience],
      narrowing: { audience },
      stageOf: 'stage',
    }));
}

/** "Q3 2026-27" of "2026-27-Q3". */
export function quarterName(id: string): string {
  return `Q${id.slice(-1)} ${id.slice(0, 7)}`;
}

/** The whole at the end of each quarter, or today, newest first. */
export function quarterFigures({ quarters }: Trend): Figures[] {
  return quarters
    .map(({ quarter, on, total }): Figures => {
      const part = on === quarterOf(quarter)!.to ? '' : ` to ${formatDate(on)}`;
      const label = `${quarterName(quarter)}${part}`;
      return { key: quarter, label, level: 0, counts: total, narrowing: { on }, stageOf: 'stage' };
    })
    .toReversed();
}

/** The front, the middle and the back office, each on its own. */
export function officeFigures(portfolio: Portfolio): Figures[] {
  return offices.map((office) => ({
    key: office,
    label: officeLabels[office],
    level: 0,
    counts: portfolio.offices[office],
    narrowing: {},
    stageOf: office,
  }));
}

/** Departments by name, each followed by what is part of it; a part whose whole is not here stands alone. */
export function organisationFigures(portfolio: Portfolio): Figures[] {
  const all = portfolio.byOrganisation;
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
