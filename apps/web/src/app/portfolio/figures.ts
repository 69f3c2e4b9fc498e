import { type Counts, audienceDefinitions, audienceLabels, audiences } from '@headway/domain';
import type { Portfolio } from '@headway/contract';
import type { Narrowing, PortfolioView } from './portfolio.view';

/** One line of figures: an organisation or an audience. */
export interface Figures {
  readonly key: string;
  readonly label: string;
  /** 0 for a line of its own; 1 and more for a part of the line above, already counted in it. */
  readonly level: number;
  readonly counts: Counts;
  readonly narrowing: Narrowing;
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
    }));
}

export function audienceHint(key: string): string {
  return audienceDefinitions[key as keyof typeof audienceDefinitions];
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
        { key: slug, label: name, level, counts, narrowing: { organisation: slug } },
        ...below(slug, level + 1),
      ]);
  return below(null, 0);
}
