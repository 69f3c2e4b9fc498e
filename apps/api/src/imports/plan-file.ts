import type { ImportProblem } from '@headway/contract';
import { columns, plain } from './columns.js';
import type { KnownOrganisation } from './known.js';
import { type KnownService, type PlannedRow, planRow } from './plan.js';
import type { ReadFile, ReadRow } from './read-rows.js';

export interface Known {
  readonly organisations: readonly KnownOrganisation[];
  readonly services: readonly KnownService[];
  /** Whether the person may keep services of this organisation. */
  readonly mayImport: (organisationId: string) => boolean;
  readonly createOrganisations: boolean;
}

export interface Plan {
  readonly rows: readonly PlannedRow[];
  /** Names of organisations to add, as first written. */
  readonly newOrganisations: readonly string[];
}

/** Decides what a whole file comes to. An organisation is named by its id, or a new one by its name. */
export function planFile(file: ReadFile, known: Known, today: string, problems: ImportProblem[]): Plan {
  const organisations = new Map<string, KnownOrganisation>();
  for (const organisation of known.organisations)
    for (const name of [organisation.slug, organisation.abbreviation])
      if (name) organisations.set(plain(name), organisation);
  // A name goes before what is the abbreviation of another.
  for (const organisation of known.organisations) organisations.set(plain(organisation.name), organisation);
  const byReference = new Map(known.services.map((service) => [service.reference.toLowerCase(), service]));
  const nameKey = (owner: string, name: string) => `${owner} ${plain(name)}`;
  const byName = Map.groupBy(known.services, ({ organisationId, name }) => nameKey(organisationId, name));
  const added = new Map<string, string>();
  const rowOf = new Map<string, number>();
  const rowNamed = new Map<string, ReadRow>();

  const say = (row: number, column: string, code: string, message: string) => {
    problems.push({ row, column, severity: 'error', code, message });
    return [];
  };
  /** The organisation a row names, null for one to be added; false where it may not be. */
  const ownerOf = ({ row, organisation: name }: Pick<ReadRow, 'row' | 'organisation'>) => {
    const organisation = organisations.get(plain(name)) ?? null;
    const { label } = columns.organisation;
    if (!organisation && !known.createOrganisations)
      say(row, label, 'unknown_organisation', `There is no organisation ${name} here`);
    else if (organisation && !known.mayImport(organisation.id))
      say(row, label, 'not_allowed', `You may not change services of ${organisation.name}`);
    else return organisation;
    return false;
  };

  const plan = (row: ReadRow): PlannedRow[] => {
    const organisation = ownerOf(row);
    if (organisation === false) return [];
    if (!organisation && !added.has(plain(row.organisation)))
      added.set(plain(row.organisation), row.organisation);
    const owner = organisation?.id ?? added.get(plain(row.organisation))!;
    const named = nameKey(owner, row.name);
    const { reference } = row;
    const column = reference === null ? columns.name.label : columns.reference.label;
    const meant =
      reference === null
        ? (byName.get(named) ?? [])
        : [byReference.get(reference.toLowerCase()) ?? []].flat();
    if (meant.length > 1)
      return say(
        row.row,
        column,
        'name_ambiguous',
        `${meant.length} services have this name: give the reference`,
      );
    const service = meant[0] ?? null;
    const same = service?.id ?? reference?.toLowerCase() ?? named;
    const namesake = rowNamed.get(named);
    const unnamed =
      namesake && (namesake.reference === null || reference === null) ? namesake.row : undefined;
    const earlier = rowOf.get(same) ?? unnamed;
    if (earlier !== undefined)
      return say(row.row, column, 'service_repeated', `Row ${earlier} is about the same service`);
    rowOf.set(same, row.row);
    rowNamed.set(named, row);
    if (service && service.organisationId !== owner)
      return known.mayImport(service.organisationId)
        ? say(
            row.row,
            columns.organisation.label,
            'organisation_differs',
            `The service belongs to ${service.organisationName}`,
          )
        : say(row.row, columns.reference.label, 'reference_taken', 'This reference is in use already');
    return [planRow(row, owner, service, today, problems)];
  };
  file.broken.forEach(ownerOf);
  const planned = file.rows.flatMap(plan);
  return { rows: planned, newOrganisations: [...added.values()] };
}
