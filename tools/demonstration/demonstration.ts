import { organisations } from './departments.ts';
import { historyOf } from './history.ts';
import { people } from './people.ts';
import { randomFor } from './random.ts';
import { listedServices } from './service-table.ts';
import type { ListedService } from './service-table.ts';
import { outcomesOf, tempoOf } from './tempo.ts';
import type { Outcome } from './tempo.ts';
import type { Demonstration, DemonstrationRecord, DemonstrationService } from './types.ts';

export type { Demonstration } from './types.ts';

/** The same `today` always gives the same data. */
export function demonstration(today: string): Demonstration {
  const listed = listedServices();
  const services = organisations.flatMap(({ slug }) => {
    const own = listed.filter((service) => service.organisation === slug);
    const outcomes = outcomesOf(slug, own);
    return own.map((service) =>
      withHistory(service, outcomes.get(service.reference) ?? 'not_recorded', today),
    );
  });
  return { organisations, people: people(), services };
}

function withHistory(service: ListedService, outcome: Outcome, today: string): DemonstrationService {
  const { reference, name, organisation, audience, description, transactionsAYear, owner } = service;
  const { opensOn, records } = historyOf(service, outcome, tempoOf(organisation), today);
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
    records,
  };
}

function addressOf(service: ListedService, latest: DemonstrationRecord | undefined): string | null {
  if (service.audience === 'internal' || latest === undefined || latest.stage === 'not_started') return null;
  const hasStartPage =
    latest.stage !== 'in_progress' || randomFor(`address of ${service.reference}`).chance(0.5);
  return hasStartPage ? `https://www.gov.uk/${service.slug}` : null;
}
