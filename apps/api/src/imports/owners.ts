import { plain } from './columns.js';

interface Called {
  readonly name: string;
  readonly abbreviation: string | null;
}

/** An organisation that the person may see, with what it was called and what it became. */
export interface KnownOrganisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly ended: boolean;
  readonly past: readonly Called[];
  /** The days from and until which it exists, null without beginning or end; and until when it was called what. */
  readonly existsFrom?: string | null;
  readonly existsTo?: string | null;
  readonly dated?: readonly (Called & { readonly untilOn: string })[];
  /** What Headway knew it as, from one instant until another. */
  readonly knownAs?: readonly (Called & { readonly from: string | null; readonly until: string | null })[];
  /** Ids of those that it ended in. */
  readonly successors: readonly string[];
}

/** What a name in a file stands for: an organisation of today, one by a name of the past, or a choice of several. */
export type Named =
  | { readonly is: 'present' | 'former'; readonly organisation: KnownOrganisation }
  | { readonly is: 'split'; readonly into: readonly KnownOrganisation[] }
  | { readonly is: 'ended' | 'unknown' };

interface KnownThen {
  readonly name: string;
  readonly from: string;
  readonly until: string | null;
  readonly organisation: KnownOrganisation;
}

/** When a row is of: the instant that its file says, else the date of what it tells. */
export interface RowTime {
  readonly knownAt: string | null;
  readonly on: string | null;
}

/**
 * Finds organisations by what a spreadsheet calls them: as of its instant, or else on the date of the row, since a name
 * of one that ended may be another's by now; else as now, else as they once were.
 */
export class Owners {
  private readonly byId: ReadonlyMap<string, KnownOrganisation>;
  private readonly present = new Map<string, KnownOrganisation>();
  private readonly former: Map<string, KnownOrganisation[]>;
  private readonly knownAs: Map<string, KnownThen[]>;

  constructor(organisations: readonly KnownOrganisation[]) {
    this.byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
    const now = organisations.filter(({ ended }) => !ended);
    for (const organisation of now)
      for (const name of [organisation.slug, organisation.abbreviation])
        if (name) this.present.set(plain(name), organisation);
    // A name goes before what is the abbreviation of another.
    for (const organisation of now) this.present.set(plain(organisation.name), organisation);
    const formerNames = organisations.flatMap((organisation) =>
      namesOfThePast(organisation).map((name) => ({ name, organisation })),
    );
    this.former = new Map(
      [...Map.groupBy(formerNames, ({ name }) => name)].map(([name, all]) => [
        name,
        all.map(({ organisation }) => organisation),
      ]),
    );
    const knownAs = (part: 'name' | 'abbreviation') =>
      organisations.flatMap((organisation) =>
        (organisation.knownAs ?? []).flatMap(({ [part]: called, from, until }) =>
          called === null ? [] : { name: plain(called), from: from ?? '', until, organisation },
        ),
      );
    this.knownAs = Map.groupBy([...knownAs('name'), ...knownAs('abbreviation')], ({ name }) => name);
  }

  /** `owner` is the id of the organisation that the service is known to belong to, where it is known. */
  named(text: string, owner: string | null, { knownAt, on }: RowTime = { knownAt: null, on: null }): Named {
    const name = plain(text);
    const present = this.present.get(name);
    const known = this.calledThen(name, knownAt);
    const then = known ? [known] : knownAt === null && on !== null ? this.calledOn(name, on) : [];
    const own = known ? null : owner;
    if (present && (then.length === 0 || then.includes(present) || present.id === own))
      return { is: 'present', organisation: present };
    const past = then.length > 0 ? then : this.former.get(name);
    if (!past) return { is: 'unknown' };
    const heirs = [...new Set(past.flatMap((one) => this.heirsOf(one, new Set())))];
    const meant =
      [...past, ...heirs].find(({ id }) => id === owner) ?? (heirs.length === 1 ? heirs[0] : null);
    if (meant) return { is: 'former', organisation: meant };
    return heirs.length > 1 ? { is: 'split', into: heirs } : { is: 'ended' };
  }

  private calledThen(name: string, knownAt: string | null): KnownOrganisation | undefined {
    if (knownAt === null) return undefined;
    const then = this.knownAs
      .get(name)
      ?.find(({ from, until }) => from <= knownAt && (until === null || until > knownAt));
    return then?.organisation;
  }

  private calledOn(name: string, on: string): KnownOrganisation[] {
    const present = this.present.get(name);
    return [...(this.former.get(name) ?? []), ...(present ? [present] : [])].filter((organisation) => {
      const { existsFrom = null, existsTo = null, dated = [] } = organisation;
      if ((existsFrom !== null && on < existsFrom) || (existsTo !== null && on >= existsTo)) return false;
      const then = dated.find(({ untilOn }) => on < untilOn) ?? organisation;
      return [then.name, then.abbreviation].some((called) => called !== null && plain(called) === name);
    });
  }

  /** The organisations that were called this before. */
  calledBefore(text: string): readonly KnownOrganisation[] {
    return this.former.get(plain(text)) ?? [];
  }

  /** Those of today that an organisation has become: itself, or whatever took its place, however often. */
  private heirsOf(organisation: KnownOrganisation, seen: Set<string>): KnownOrganisation[] {
    if (seen.has(organisation.id)) return [];
    seen.add(organisation.id);
    if (!organisation.ended) return [organisation];
    return organisation.successors.flatMap((id) => {
      const successor = this.byId.get(id);
      return successor ? this.heirsOf(successor, seen) : [];
    });
  }
}

function namesOfThePast({ slug, name, abbreviation, ended, past }: KnownOrganisation): string[] {
  const own = ended ? [slug, name, abbreviation] : [];
  const all = [...own, ...past.flatMap((one) => [one.name, one.abbreviation])];
  return [...new Set(all.flatMap((one) => (one ? [plain(one)] : [])))];
}
