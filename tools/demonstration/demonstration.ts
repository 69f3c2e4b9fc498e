import { auditOf } from './audit.ts';
import { barriers } from './barriers.ts';
import { closedServices, closuresOf } from './closures.ts';
import { confirmationsApart } from './confirmations.ts';
import { withMistakes } from './corrections.ts';
import { officeInstant, workingDayBefore } from './dates.ts';
import { organisations } from './departments.ts';
import { historyOf } from './history.ts';
import { leadOf, people } from './people.ts';
import { pulseWaves } from './pulse.ts';
import { confirmedByReturns, quartersOf } from './quarters.ts';
import { randomFor } from './random.ts';
import { reorganised } from './reorganisations.ts';
import { type ListedService, listedServices } from './service-table.ts';
import { targetsOf } from './targets.ts';
import { outcomesOf, tempoOf } from './tempo.ts';
import type { Demonstration, DemonstrationClosure, DemonstrationService, Said } from './types.ts';

export type { Demonstration } from './types.ts';

interface Told {
  readonly service: ListedService;
  readonly opensOn: string | null;
  readonly records: readonly Said[];
  readonly closures: readonly DemonstrationClosure[];
}

/** The same `today` always gives the same data. */
export function demonstration(today: string): Demonstration {
  const told = [...openServices(today), ...closedServices(today)];
  const {
    organisations: histories,
    reorganisations,
    owners,
  } = reorganised(
    told.map(({ service: { reference, organisation }, opensOn }) => ({ reference, organisation, opensOn })),
    today,
  );
  const written = told.map((one) => ({
    ...whole(one, today),
    owners: owners.get(one.service.reference) ?? [],
  }));
  const quarters = quartersOf(written, today);
  const services = confirmedByReturns(written, quarters).map(confirmationsApart);
  const held = barriers(services, today);
  const pulse = pulseWaves(histories, today);
  return {
    organisations: histories,
    reorganisations,
    people: people(),
    services,
    barriers: held,
    quarters,
    pulse,
    audit: auditOf(reorganisations, services, held, quarters, pulse),
  };
}

function openServices(today: string): readonly Told[] {
  const listed = listedServices();
  return organisations.flatMap(({ slug }) => {
    const own = listed.filter((service) => service.organisation === slug);
    const outcomes = outcomesOf(slug, own);
    return own.map((service) => {
      const outcome = outcomes.get(service.reference) ?? 'not_recorded';
      const history = historyOf(service, outcome, tempoOf(slug), today);
      return { service, ...history, closures: closuresOf(service.reference, today) };
    });
  });
}

function whole(
  { service, opensOn, records, closures }: Told,
  today: string,
): Omit<DemonstrationService, 'owners' | 'confirmations'> {
  const { reference, name, organisation, audience, description, transactionsAYear, owner } = service;
  const isClosed = closures.some(({ reopened }) => reopened === null);
  return {
    reference,
    name,
    organisation,
    audience,
    description,
    address: addressOf(service, records.at(-1)),
    transactionsAYear,
    owner,
    opensOn,
    addedAt: addedAt(reference, opensOn),
    closures,
    ...withMistakes(reference, records, today),
    targets: isClosed ? [] : targetsOf(reference, records, tempoOf(organisation), today),
    lead: leadOf(organisation),
  };
}

/** A service that opens is added some weeks before. */
function addedAt(reference: string, opensOn: string | null): string | null {
  if (opensOn === null) return null;
  const random = randomFor(`adding of ${reference}`);
  return officeInstant(workingDayBefore(opensOn, random.between(5, 40)), 0, random.between(500, 1010));
}

function addressOf(service: ListedService, latest: Said | undefined): string | null {
  if (service.audience === 'internal' || latest === undefined || latest.stage === 'not_started') return null;
  const hasStartPage =
    latest.stage !== 'in_progress' || randomFor(`address of ${service.reference}`).chance(0.5);
  return hasStartPage ? `https://www.gov.uk/${service.slug}` : null;
}
