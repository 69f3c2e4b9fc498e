import type { ImportColumn } from '@headway/contract';
import { type BaseOf, byEveryName } from './bases.js';
import { plain } from './columns.js';
import { type Finding, sayTo } from './findings.js';
import { sayKept } from './kept.js';
import { mergeRow } from './merge-row.js';
import type { KnownOrganisation } from './owners.js';
import { type KnownService, type PlannedRow, keptThoughBlank, planRow } from './plan.js';
import type { BrokenRow, ReadFile, ReadRow } from './read-rows.js';
import { RowOwners } from './row-owners.js';

export interface Known {
  readonly organisations: readonly KnownOrganisation[];
  readonly services: readonly KnownService[];
  /** Whether the person may keep services of this organisation. */
  readonly mayImport: (organisationId: string) => boolean;
  /** Whether the person may give a new service this reference, as far as its beginning goes. */
  readonly mayName: (reference: string) => boolean;
  readonly createOrganisations: boolean;
  readonly baseOf: BaseOf;
  /** Whether what the file says goes before what is newer in Headway. */
  readonly overwrites: boolean;
}

export interface Plan {
  readonly rows: readonly PlannedRow[];
  /** Names of organisations to add, as first written. */
  readonly newOrganisations: readonly string[];
  /** Ids of those that the file is about, and that the person may import for. */
  readonly organisations: readonly string[];
}

/** Decides, row by row, what a whole file comes to. An organisation is named by its id, or a new one by its name. */
export function* planFile(
  file: ReadFile,
  known: Known,
  today: string,
  findings: Finding[],
): Generator<void, Plan> {
  const planning = new FilePlanning(known, today, findings);
  for (const row of file.broken) {
    planning.owner(row, false);
    yield;
  }
  const rows: PlannedRow[] = [];
  const kept: { column: ImportColumn; row: number }[] = [];
  for (const row of file.rows) {
    for (const planned of planning.plan(row)) {
      rows.push(planned);
      kept.push(...keptThoughBlank(planned).map((column) => ({ column, row: row.row })));
    }
    yield;
  }
  sayKept(kept, 'service', findings);
  return { rows, newOrganisations: [...planning.added.values()], organisations: [...planning.organisations] };
}

const movedAway = [
  'service_moved',
  'The service moved to another organisation after this file was made. Take its row out of the file',
] as const;

type Refuse = (at: ImportColumn, code: string, message: string) => [];

class FilePlanning {
  readonly added = new Map<string, string>();
  readonly organisations = new Set<string>();
  private readonly owners: RowOwners;
  private readonly byReference: ReadonlyMap<string, KnownService>;
  private readonly byName: ReadonlyMap<string, readonly KnownService[]>;
  private readonly byEveryName: ReadonlyMap<string, readonly KnownService[]>;
  private readonly rowOf = new Map<string, number>();
  private readonly rowNamed = new Map<string, ReadRow>();

  constructor(
    private readonly known: Known,
    private readonly today: string,
    private readonly findings: Finding[],
  ) {
    const { services } = known;
    this.owners = new RowOwners(known.organisations, known.mayImport, 'services', findings);
    this.byReference = new Map(services.map((service) => [service.reference.toLowerCase(), service]));
    this.byName = Map.groupBy(services, ({ organisationId, name }) => nameKey(organisationId, name));
    this.byEveryName = byEveryName(services);
  }

  plan(row: ReadRow): PlannedRow[] {
    const owner = this.owner(row, true);
    if (owner === null) return [];
    const { reference } = row;
    const column: ImportColumn = reference === null ? 'name' : 'reference';
    const refuse: Refuse = (at, code, message) => {
      sayTo(this.findings, row.row)('error', at, code, message);
      return [];
    };
    const named = nameKey(owner, row.name);
    const meant = reference === null ? this.named(row, owner) : [this.referred(reference) ?? []].flat();
    if (meant.length > 1)
      return refuse(column, 'name_ambiguous', `${meant.length} services have this name: give the reference`);
    const service = meant[0] ?? null;
    const earlier = this.earlier(row, named, service);
    if (earlier !== undefined)
      return refuse(column, 'service_repeated', `Row ${earlier} is about the same service`);
    if (!service) return this.newService(row, owner, refuse);
    if (!this.known.mayImport(service.organisationId)) return refuse('organisation', ...movedAway);
    const base = this.known.baseOf(service.id, row.knownAt);
    const moved = base?.organisationId === owner;
    if (service.organisationId !== owner && !moved)
      return refuse(
        'organisation',
        'organisation_differs',
        `The service belongs to ${service.organisationName}`,
      );
    return [this.merged(row, service, base)];
  }

  /**
   * The services that a row without a reference names: those that were called so, and were its organisation's, when
   * the file was made; else those that are now.
   */
  private named({ name, knownAt }: ReadRow, owner: string): readonly KnownService[] {
    const then = (this.byEveryName.get(plain(name)) ?? []).filter(({ id }) => {
      const base = this.known.baseOf(id, knownAt);
      return base?.organisationId === owner && plain(base.name) === plain(name);
    });
    return then.length > 0 ? then : (this.byName.get(nameKey(owner, name)) ?? []);
  }

  /** A service of the organisation that was once called what a row is called. */
  private renamed({ name }: ReadRow, owner: string): KnownService | undefined {
    return this.byEveryName.get(plain(name))?.find(({ organisationId }) => organisationId === owner);
  }

  /** A service that is new, unless its reference is not the person's to give, or is in use already. */
  private newService(row: ReadRow, owner: string, refuse: Refuse): PlannedRow[] {
    const { reference } = row;
    const other = reference === null ? undefined : this.byReference.get(reference.toLowerCase());
    if (other && this.known.baseOf(other.id, row.knownAt)?.organisationId === owner)
      return refuse('organisation', ...movedAway);
    const renamed = reference === null ? this.renamed(row, owner) : undefined;
    if (renamed)
      return refuse(
        'name',
        'service_renamed',
        `${renamed.reference} was called this, and is ${renamed.name} now. Give its reference, or one of your own where this is another service`,
      );
    // In the same words whether somebody else has it or not.
    if (reference !== null && (other || !this.known.mayName(reference)))
      return refuse(
        'reference',
        'reference_refused',
        'You cannot use this reference. Leave it blank, and the service is given one',
      );
    return [planRow(row, owner, null, this.today, sayTo(this.findings, row.row))];
  }

  /** What a row comes to beside what was changed in Headway since its file was made. */
  private merged(read: ReadRow, service: KnownService, base: KnownService | null | undefined): PlannedRow {
    const say = sayTo(this.findings, read.row);
    const context = { today: this.today, overwrites: this.known.overwrites };
    const { row, newer, both } = mergeRow(read, service, base, context, say);
    const planned = planRow(row, service.organisationId, service, this.today, say);
    const movedFrom = base && base.organisationId !== service.organisationId ? base.organisationName : null;
    const organisation = movedFrom && {
      column: 'organisation' as const,
      base: movedFrom,
      file: read.organisation,
      now: service.organisationName,
    };
    return { ...planned, newer: organisation ? [organisation, ...newer] : newer, both };
  }

  /** The organisation a row names: its id, or the name of one that this `adds`; null where it may not be. */
  owner(row: BrokenRow | ReadRow, adds: boolean): string | null {
    const { reference, organisation: text } = row;
    const time =
      'knownAt' in row ? { knownAt: row.knownAt, on: row.stageReachedOn } : { knownAt: null, on: null };
    if (text === null) return null;
    const owner = this.referred(reference)?.organisationId ?? null;
    if (this.known.createOrganisations && this.owners.named(text, owner, time).is === 'unknown')
      return adds ? this.toBeAdded(text) : null;
    const organisation = this.owners.of({ row: row.row, ...time }, text, owner);
    if (!organisation) return null;
    this.organisations.add(organisation.id);
    return organisation.id;
  }

  private toBeAdded(text: string): string {
    const key = plain(text);
    if (!this.added.has(key)) this.added.set(key, text);
    return this.added.get(key)!;
  }

  /** The service of a reference, where it is one that the person may import. */
  private referred(reference: string | null): KnownService | undefined {
    const service = reference === null ? undefined : this.byReference.get(reference.toLowerCase());
    return service && this.known.mayImport(service.organisationId) ? service : undefined;
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
