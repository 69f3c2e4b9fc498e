import { type ImportColumn, importColumns } from '@headway/contract';
import { plain } from './columns.js';
import { type Finding, sayTo } from './findings.js';
import { type KnownOrganisation, Owners } from './owners.js';
import { type KnownService, type PlannedRow, keptThoughBlank, planRow } from './plan.js';
import type { BrokenRow, ReadFile, ReadRow } from './read-rows.js';

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
  /** Ids of those that the file is about, and that the person may import for. */
  readonly organisations: readonly string[];
}

/** Decides what a whole file comes to. An organisation is named by its id, or a new one by its name. */
export function planFile(file: ReadFile, known: Known, today: string, findings: Finding[]): Plan {
  const planning = new FilePlanning(known, today, findings);
  for (const row of file.broken) planning.owner(row, false);
  const rows = file.rows.flatMap((row) => planning.plan(row));
  sayKept(rows, findings);
  return { rows, newOrganisations: [...planning.added.values()], organisations: [...planning.organisations] };
}

class FilePlanning {
  readonly added = new Map<string, string>();
  readonly organisations = new Set<string>();
  private readonly owners: Owners;
  private readonly byReference: ReadonlyMap<string, KnownService>;
  private readonly byName: ReadonlyMap<string, readonly KnownService[]>;
  private readonly rowOf = new Map<string, number>();
  private readonly rowNamed = new Map<string, ReadRow>();
  private readonly formerSaid = new Set<string>();

  constructor(
    private readonly known: Known,
    private readonly today: string,
    private readonly findings: Finding[],
  ) {
    const { services } = known;
    this.owners = new Owners(known.organisations);
    this.byReference = new Map(services.map((service) => [service.reference.toLowerCase(), service]));
    this.byName = Map.groupBy(services, ({ organisationId, name }) => nameKey(organisationId, name));
  }

  plan(row: ReadRow): PlannedRow[] {
    const owner = this.owner(row, true);
    if (owner === null) return [];
    const { reference } = row;
    const column: ImportColumn = reference === null ? 'name' : 'reference';
    const refuse = (at: ImportColumn, code: string, message: string) => {
      sayTo(this.findings, row.row)('error', at, code, message);
      return [];
    };
    const named = nameKey(owner, row.name);
    const meant =
      reference === null ? (this.byName.get(named) ?? []) : [this.referred(reference) ?? []].flat();
    if (meant.length > 1)
      return refuse(column, 'name_ambiguous', `${meant.length} services have this name: give the reference`);
    const service = meant[0] ?? null;
    const earlier = this.earlier(row, named, service);
    if (earlier !== undefined)
      return refuse(column, 'service_repeated', `Row ${earlier} is about the same service`);
    if (service && service.organisationId !== owner)
      return this.known.mayImport(service.organisationId)
        ? refuse('organisation', 'organisation_differs', `The service belongs to ${service.organisationName}`)
        : refuse('reference', 'reference_taken', 'This reference is in use already');
    return [planRow(row, owner, service, this.today, sayTo(this.findings, row.row))];
  }

  /** The organisation a row names: its id, or the name of one that this `adds`; null where it may not be. */
  owner({ row, reference, organisation: text }: BrokenRow | ReadRow, adds: boolean): string | null {
    if (text === null) return null;
    const refuse = (code: string, message: string) => {
      sayTo(this.findings, row)('error', 'organisation', code, message);
      return null;
    };
    const named = this.owners.named(text, this.referred(reference)?.organisationId ?? null);
    switch (named.is) {
      case 'unknown':
        if (!this.known.createOrganisations)
          return refuse('unknown_organisation', `There is no organisation ${text} here`);
        return adds ? this.toBeAdded(text) : null;
      case 'ended':
        return refuse('organisation_ended', `${text} has ended, and no organisation took its place`);
      case 'split': {
        const names = named.into.map(({ name }) => name).join(' and ');
        return refuse(
          'organisation_split',
          `${text} became ${names}: give the one that the service belongs to`,
        );
      }
      case 'former':
      case 'present':
    }
    const { id, name } = named.organisation;
    if (!this.known.mayImport(id)) return refuse('not_allowed', `You may not change services of ${name}`);
    if (named.is === 'former') this.sayFormer(row, text, name);
    this.organisations.add(id);
    return id;
  }

  private toBeAdded(text: string): string {
    const key = plain(text);
    if (!this.added.has(key)) this.added.set(key, text);
    return this.added.get(key)!;
  }

  private sayFormer(row: number, text: string, name: string): void {
    const key = `${plain(text)} ${name}`;
    if (this.formerSaid.has(key)) return;
    this.formerSaid.add(key);
    sayTo(this.findings, row)('warning', 'organisation', 'former_name', `${text} is read as ${name}`);
  }

  private referred(reference: string | null): KnownService | undefined {
    return reference === null ? undefined : this.byReference.get(reference.toLowerCase());
  }

  /** An earlier row about the same service: by what it is known as, its reference, or its name where one has none. */
  private earlier(row: ReadRow, named: string, service: KnownService | null): number | undefined {
    const same = service?.id ?? row.reference?.toLowerCase() ?? named;
    const namesake = this.rowNamed.get(named);
    const unnamed = namesake && (namesake.reference === null || row.reference === null);
    const earlier = this.rowOf.get(same) ?? (unnamed ? namesake.row : undefined);
    if (earlier !== undefined) return earlier;
    this.rowOf.set(same, row.row);
    this.rowNamed.set(named, row);
    return undefined;
  }
}

function nameKey(owner: string, name: string): string {
  return `${owner} ${plain(name)}`;
}

/** Blank cells never wipe what is known; that they do not is said once for each column. */
function sayKept(rows: readonly PlannedRow[], findings: Finding[]): void {
  const kept = rows.flatMap((planned) =>
    keptThoughBlank(planned).map((column) => ({ column, row: planned.row.row })),
  );
  for (const [column, all] of Map.groupBy(kept, (one) => one.column)) {
    const others = all.length - 1;
    const more =
      others > 0 ? ` and in ${others.toLocaleString('en-GB')} more ${others === 1 ? 'row' : 'rows'}` : '';
    sayTo(findings, all[0]!.row)(
      'warning',
      column,
      'left_as_it_is',
      `${importColumns[column]} is blank here${more}: what is known stays. Clear it on the page of the service`,
    );
  }
}
