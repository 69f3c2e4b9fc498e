import type {
  OrganisationName,
  Reorganisation,
  ReorganisationReport,
  ReorganisedOrganisation,
  ReorganisedService,
} from '@headway/contract';
import { countOf, formatDate, listed } from '@headway/domain';

/** What happens to organisations, what happens to most first; each a sentence. */
export function organisationChanges(
  report: ReorganisationReport,
): { readonly key: string; readonly lines: readonly string[] }[] {
  const of = (change: ReorganisedOrganisation['change'], line: (one: ReorganisedOrganisation) => string) =>
    report.organisations.filter((one) => one.change === change).map(line);
  const part = ({ name, parent }: ReorganisedOrganisation) =>
    parent ? `${name}, part of ${parent.name}` : name;
  return [
    { key: 'Ends', lines: of('ended', ({ name }) => name) },
    { key: 'Begins', lines: of('created', part) },
    { key: 'Is renamed', lines: of('renamed', renamed) },
    { key: 'Goes on', lines: of('continues', ({ name }) => name) },
    { key: report.kind === 'move' ? 'Moves' : 'Moves along', lines: of('moved', moved) },
  ].filter(({ lines }) => lines.length > 0);
}

function renamed({ name, abbreviation, before }: ReorganisedOrganisation): string {
  const called = (one: Pick<OrganisationName, 'name' | 'abbreviation'>) =>
    one.abbreviation ? `${one.name} (${one.abbreviation})` : one.name;
  return `${called(before!)} becomes ${called({ name, abbreviation })}`;
}

function moved({ name, parent, before }: ReorganisedOrganisation): string {
  if (!parent) return `${name} becomes independent, no longer part of ${before!.parent!.name}`;
  const from = before?.parent ? `, no longer of ${before.parent.name}` : '';
  return `${name} becomes part of ${parent.name}${from}`;
}

/** Whose right to look after an organisation ends or begins with what it is part of; of an ended one, people are listed. */
export function lookedAfter({ organisations }: ReorganisationReport): string[] {
  const ended = new Set(organisations.filter(({ change }) => change === 'ended').map(({ slug }) => slug));
  return organisations.flatMap(({ change, name, parent, before }) => {
    if (change !== 'moved' || (before?.parent && ended.has(before.parent.slug))) return [];
    return [
      ...(before?.parent ? [`Whoever looks after ${before.parent.name} no longer looks after ${name}.`] : []),
      ...(parent ? [`Whoever looks after ${parent.name} looks after ${name} too.`] : []),
    ];
  });
}

export interface ServicesReceived {
  readonly slug: string;
  readonly summary: string;
  readonly services: readonly (ReorganisedService & { readonly fromName: string })[];
}

/** Services by who receives them, in the order in which the receivers are named. */
export function servicesReceived(report: ReorganisationReport): ServicesReceived[] {
  const name = namesIn(report);
  return report.organisations.flatMap(({ slug }) => {
    const services = report.services.filter(({ to }) => to === slug);
    if (services.length === 0) return [];
    const closed = services.filter((one) => one.closed).length;
    const ofThem = closed > 0 ? `, ${closed.toLocaleString('en-GB')} of them closed` : '';
    return {
      slug,
      summary: `${countOf(services.length, 'service')} to ${name(slug)}${ofThem}`,
      services: services.map((one) => ({ ...one, fromName: name(one.from) })),
    };
  });
}

/** What organisations are called in it. */
export function namesIn({ organisations }: ReorganisationReport): (slug: string) => string {
  const names = new Map(organisations.map(({ slug, name }) => [slug, name]));
  return (slug) => names.get(slug) ?? slug;
}

/** What was done, in a sentence, and the organisation whose page tells of it. */
export function done(
  request: Reorganisation,
  report: ReorganisationReport,
): { readonly message: string; readonly slug: string } {
  const name = namesIn(report);
  const begun = report.organisations.find(({ change }) => change === 'created')?.slug ?? '';
  const receivers = (some: readonly string[]) => listed(some.map(name));
  const from = `from ${formatDate(report.on)}`;
  switch (request.kind) {
    case 'rename': {
      const { before, slug } = report.organisations[0]!;
      return { slug, message: `${before!.name} is ${request.name} ${from}` };
    }
    case 'merge': {
      const slug = typeof request.into === 'string' ? request.into : begun;
      return { slug, message: `${receivers(request.organisations)} merged into ${name(slug)} ${from}` };
    }
    case 'split': {
      const slug = request.organisation;
      const ended = report.organisations.some((one) => one.slug === slug && one.change === 'ended');
      const parts = report.organisations.filter(
        (one) => one.slug !== slug && (one.change === 'created' || one.change === 'continues'),
      );
      const others = receivers(parts.map((one) => one.slug));
      const message = ended ? `${name(slug)} split into ${others}` : `${others} split off ${name(slug)}`;
      return { slug, message: `${message} ${from}` };
    }
    case 'transfer': {
      const slug = typeof request.to === 'string' ? request.to : begun;
      const what = [
        ...(report.services.length > 0 ? [countOf(report.services.length, 'service')] : []),
        ...(request.organisations.length > 0 ? [countOf(request.organisations.length, 'organisation')] : []),
      ];
      return { slug, message: `${listed(what)} transferred to ${name(slug)} ${from}` };
    }
    case 'move': {
      const slug = request.organisation;
      const where = request.parent === null ? 'independent' : `part of ${name(request.parent)}`;
      return { slug, message: `${name(slug)} is ${where} ${from}` };
    }
  }
}
