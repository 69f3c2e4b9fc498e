import type { Barrier } from '@headway/contract';
import { type BarrierService, formatDate } from '@headway/domain';
import type { HeldBack } from '../barriers/held-back.js';
import { plain } from './columns.js';
import { type Finding, type SheetColumn, sayTo } from './findings.js';
import type { KnownOrganisation } from './owners.js';
import { same } from './plan.js';
import type { ReadBarrier, SaidOfBarrier } from './read-barriers.js';
import { madeHarmless } from './row-cells.js';
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

/** What barriers said before now. */
export interface BarriersThen {
  /** At the instant a row is of: null where there was no such barrier, undefined where the row names no instant. */
  readonly baseOf: (barrierId: string, knownAt: string | null) => SaidOfBarrier | null | undefined;
  /** At any time. */
  readonly saidBefore: (barrierId: string) => readonly SaidOfBarrier[];
}

/** The barrier that a row is about, or what a new one holds back. */
export type MeantBarrier =
  { readonly known: Barrier } | { readonly known: null; readonly heldBack: NamedHeldBack };

/** Finds what rows are about; of what they may not be about they are told. */
export class RowBarriers {
  private readonly owners: RowOwners;
  private readonly byId: ReadonlyMap<string, Barrier>;
  private readonly byPlace: ReadonlyMap<string, readonly Barrier[]>;
  private readonly byReference: ReadonlyMap<string, NamedHeldBack>;
  private readonly rowOf = new Map<string, number>();

  constructor(
    private readonly known: KnownBarriers,
    private readonly then: BarriersThen,
    private readonly findings: Finding[],
  ) {
    const { organisations, services, barriers, mayChange } = known;
    this.owners = new RowOwners(organisations, mayChange, 'barriers', findings);
    this.byId = new Map(barriers.map((barrier) => [barrier.id, barrier]));
    this.byPlace = Map.groupBy(barriers, placeOf);
    this.byReference = new Map(services.map((service) => [service.subject.toLowerCase(), service]));
  }

  meantBy(row: ReadBarrier): MeantBarrier | null {
    const meant = row.barrierId === null ? this.byWhatItSays(row) : this.byItsId(row, row.barrierId);
    if (!meant) return null;
    const key = meant.known ? meant.known.id : `${placeOfHeldBack(meant.heldBack)} ${wordsOf(row.said)}`;
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

  /**
   * The barrier that holds back the same, raised on the same day in the same words: when the file was made, else
   * now. A new barrier where there is none and none was ever worded so.
   */
  private byWhatItSays(row: ReadBarrier): MeantBarrier | null {
    const heldBack = this.heldBackBy(row);
    if (!heldBack) return null;
    const words = wordsOf(row.said);
    const here = this.barriersOf(heldBack, row);
    const saysIt = (said: SaidOfBarrier | null | undefined) => !!said && wordsOf(said) === words;
    const then = here.filter(({ id }) => saysIt(this.then.baseOf(id, row.knownAt)));
    const known = then.length > 0 ? then : here.filter(saysIt);
    if (known.length > 1)
      return this.refuse(
        row,
        'barrier',
        'barrier_ambiguous',
        `${known.length} barriers say this: give the barrier id`,
      );
    if (known[0]) {
      const { id, name } = known[0].organisation;
      return this.known.mayChange(id) ? { known: known[0] } : this.notAllowed(row, 'organisation', name);
    }
    const reworded = here.find(({ id }) => this.then.saidBefore(id).some(saysIt));
    if (reworded)
      return this.refuse(
        row,
        'barrier',
        'barrier_reworded',
        `A barrier said this before, raised on this day. It says “${start(reworded.description)}” now, raised on ${formatDate(reworded.raisedOn)}. Give its barrier id (${reworded.id}), or word this one differently if it is another barrier`,
      );
    return { known: null, heldBack };
  }

  /** The barriers of what a row names; those of an organisation that ended stay its own once they are resolved. */
  private barriersOf(heldBack: NamedHeldBack, { organisation }: ReadBarrier): readonly Barrier[] {
    const ended =
      heldBack.column === 'organisation_id' && organisation !== null
        ? this.owners.calledBefore(organisation)
        : [];
    const places = [placeOfHeldBack(heldBack), ...ended.map(({ slug }) => `organisation_id ${slug}`)];
    return [...new Set(places)].flatMap((place) => this.byPlace.get(place) ?? []);
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
    const organisation = this.owners.of({ ...row, on: row.said.raisedOn }, text, null);
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
    const named = this.owners.of({ ...row, on: row.said.raisedOn }, row.organisation, owner.id);
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

function wordsOf({ raisedOn, description }: Pick<Barrier, 'raisedOn' | 'description'>): string {
  return `${raisedOn} ${plain(description.replace(madeHarmless, ''))}`;
}

function start(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100).trimEnd()}…` : text;
}

function placeOf({ service, organisation }: Barrier): string {
  return service ? `service_id ${service.reference}` : `organisation_id ${organisation.slug}`;
}

function placeOfHeldBack({ column, subject }: HeldBack): string {
  return `${column} ${subject}`;
}
