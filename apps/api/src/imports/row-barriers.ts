import type { Barrier } from '@headway/contract';
import type { BarrierService } from '@headway/domain';
import type { HeldBack } from '../barriers/held-back.js';
import { plain } from './columns.js';
import { type Finding, type SheetColumn, sayTo } from './findings.js';
import type { KnownOrganisation } from './owners.js';
import { same } from './plan.js';
import type { ReadBarrier } from './read-barriers.js';
import { RowOwners } from './row-owners.js';

/** A service, or a whole organisation, by what it is called. */
export interface NamedHeldBack extends HeldBack {
  readonly name: string;
  /** What the dates of its barriers are held to; null for an organisation. */
  readonly service: BarrierService | null;
}

/** What Headway knows of what the rows of a file are about, as far as the person may see it. */
export interface KnownBarriers {
  readonly organisations: readonly KnownOrganisation[];
  readonly services: readonly NamedHeldBack[];
  readonly barriers: readonly Barrier[];
  /** Whether the person may change barriers of this organisation. */
  readonly mayChange: (organisationId: string) => boolean;
}

/** The barrier that a row is about, or what a new one holds back. */
export type MeantBarrier =
  { readonly known: Barrier } | { readonly known: null; readonly heldBack: NamedHeldBack };

/** Finds what rows are about; of what they may not be about they are told. */
export class RowBarriers {
  private readonly owners: RowOwners;
  private readonly byId: ReadonlyMap<string, Barrier>;
  private readonly byWords: ReadonlyMap<string, readonly Barrier[]>;
  private readonly byReference: ReadonlyMap<string, NamedHeldBack>;
  private readonly rowOf = new Map<string, number>();

  constructor(
    private readonly known: KnownBarriers,
    private readonly findings: Finding[],
  ) {
    const { organisations, services, barriers, mayChange } = known;
    this.owners = new RowOwners(organisations, mayChange, 'barriers', findings);
    this.byId = new Map(barriers.map((barrier) => [barrier.id, barrier]));
    this.byWords = Map.groupBy(barriers, (barrier) => wordsOf(placeOf(barrier), barrier));
    this.byReference = new Map(services.map((service) => [service.subject.toLowerCase(), service]));
  }

  meantBy(row: ReadBarrier): MeantBarrier | null {
    const meant = row.barrierId === null ? this.byWhatItSays(row) : this.byItsId(row, row.barrierId);
    if (!meant) return null;
    const key = meant.known ? meant.known.id : wordsOf(placeOfHeldBack(meant.heldBack), row.said);
    const earlier = this.rowOf.get(key);
    if (earlier !== undefined)
      return this.refuse(
        row,
        row.barrierId === null ? 'barrier' : 'barrierId',
        'barrier_repeated',
        `Row ${earlier} is about the same barrier`,
      );
    this.rowOf.set(key, row.row);
    return meant;
  }

  private byItsId(row: ReadBarrier, id: string): MeantBarrier | null {
    const known = this.byId.get(id.toLowerCase());
    if (!known) return this.refuse(row, 'barrierId', 'unknown_barrier', `There is no barrier ${id} here`);
    const { service, organisation } = known;
    if (!this.known.mayChange(organisation.id)) return this.notAllowed(row, 'barrierId', organisation.name);
    if (row.reference !== null && row.reference.toLowerCase() !== service?.reference.toLowerCase())
      return this.refuse(
        row,
        'reference',
        'held_back_differs',
        `The barrier holds back ${service?.reference ?? organisation.name}`,
      );
    if (!this.belongs(row, organisation)) return null;
    this.sayOtherName(row, service?.name ?? null);
    return { known };
  }

  /** A new barrier, unless one is known that holds back the same, raised on the same day in the same words. */
  private byWhatItSays(row: ReadBarrier): MeantBarrier | null {
    const heldBack = this.heldBackBy(row);
    if (!heldBack) return null;
    const known = this.byWords.get(wordsOf(placeOfHeldBack(heldBack), row.said)) ?? [];
    if (known.length > 1)
      return this.refuse(
        row,
        'barrier',
        'barrier_ambiguous',
        `${known.length} barriers say this: give the barrier id`,
      );
    return known[0] ? { known: known[0] } : { known: null, heldBack };
  }

  private heldBackBy(row: ReadBarrier): NamedHeldBack | null {
    const { reference, name, organisation: text } = row;
    if (reference !== null) return this.serviceBy(row, reference);
    if (name !== null)
      return this.refuse(
        row,
        'reference',
        'reference_missing',
        'Give the reference of the service, or leave its name blank where the whole organisation is held back',
      );
    if (text === null)
      return this.refuse(
        row,
        'organisation',
        'value_missing',
        'Give the reference of a service, or the organisation that is held back',
      );
    const organisation = this.owners.of(row.row, text, null);
    if (!organisation) return null;
    const { id, slug, name: called } = organisation;
    return { column: 'organisation_id', id, subject: slug, organisationId: id, name: called, service: null };
  }

  private serviceBy(row: ReadBarrier, reference: string): NamedHeldBack | null {
    const service = this.byReference.get(reference.toLowerCase());
    if (!service)
      return this.refuse(row, 'reference', 'unknown_service', `There is no service ${reference} here`);
    const owner = this.known.organisations.find(({ id }) => id === service.organisationId)!;
    if (!this.known.mayChange(owner.id)) return this.notAllowed(row, 'reference', owner.name);
    if (!this.belongs(row, owner)) return null;
    this.sayOtherName(row, service.name);
    return service;
  }

  /** Whether a row names no other organisation than the one whose barrier it is. */
  private belongs(row: ReadBarrier, owner: Pick<KnownOrganisation, 'id' | 'name'>): boolean {
    if (row.organisation === null) return true;
    const named = this.owners.of(row.row, row.organisation, owner.id);
    if (named && named.id !== owner.id)
      this.refuse(row, 'organisation', 'organisation_differs', `The barrier belongs to ${owner.name}`);
    return named?.id === owner.id;
  }

  /** Services are told by their references; the name stands beside it for whoever reads the file. */
  private sayOtherName({ row, name }: ReadBarrier, called: string | null): void {
    if (name === null || (called !== null && (plain(name) === plain(called) || same(name, called)))) return;
    const message =
      called === null
        ? 'The barrier is of the whole organisation, so the name of a service is left out'
        : `The service is called ${called}, and stays so`;
    sayTo(this.findings, row)('warning', 'name', 'name_left_out', message);
  }

  private notAllowed(row: ReadBarrier, column: SheetColumn, organisation: string): null {
    return this.refuse(row, column, 'not_allowed', `You may not change barriers of ${organisation}`);
  }

  private refuse({ row }: ReadBarrier, column: SheetColumn, code: string, message: string): null {
    sayTo(this.findings, row)('error', column, code, message);
    return null;
  }
}

function wordsOf(place: string, said: Pick<Barrier, 'raisedOn' | 'description'>): string {
  return `${place} ${said.raisedOn} ${plain(said.description)}`;
}

function placeOf({ service, organisation }: Barrier): string {
  return service ? `service_id ${service.reference}` : `organisation_id ${organisation.slug}`;
}

function placeOfHeldBack({ column, subject }: HeldBack): string {
  return `${column} ${subject}`;
}
