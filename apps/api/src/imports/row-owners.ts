import { plain } from './columns.js';
import { type Finding, sayTo } from './findings.js';
import { type KnownOrganisation, type Named, Owners, type RowTime } from './owners.js';

interface NamingRow {
  readonly row: number;
  readonly knownAt?: string | null;
  /** The date of what it tells. */
  readonly on?: string | null;
}

/** The organisations that rows name; of what is wrong with a name its row is told. */
export class RowOwners {
  private readonly owners: Owners;
  private readonly formerSaid = new Set<string>();

  constructor(
    organisations: readonly KnownOrganisation[],
    private readonly may: (organisationId: string) => boolean,
    private readonly things: 'services' | 'barriers',
    private readonly findings: Finding[],
  ) {
    this.owners = new Owners(organisations);
  }

  named(text: string, owner: string | null, time: RowTime): Named {
    return this.owners.named(text, owner, time);
  }

  calledBefore(text: string): readonly KnownOrganisation[] {
    return this.owners.calledBefore(text);
  }

  /** The organisation that a row names and that the person may act for; null where there is none. */
  of(
    { row, knownAt = null, on = null }: NamingRow,
    text: string,
    owner: string | null,
  ): KnownOrganisation | null {
    const named = this.named(text, owner, { knownAt, on });
    const refuse = (code: string, message: string) => {
      sayTo(this.findings, row)('error', 'organisation', code, message);
      return null;
    };
    switch (named.is) {
      case 'unknown':
        return refuse('unknown_organisation', `There is no organisation ${text} here`);
      case 'ended':
        return refuse('organisation_ended', `${text} has ended, and no organisation took its place`);
      case 'split': {
        const names = named.into.map(({ name }) => name).join(' and ');
        const those = this.things === 'services' ? 'the service' : 'the barrier';
        return refuse('organisation_split', `${text} became ${names}: give the one that ${those} belongs to`);
      }
      case 'former':
      case 'present':
    }
    const { id, name } = named.organisation;
    if (!this.may(id)) return refuse('not_allowed', `You may not change ${this.things} of ${name}`);
    if (named.is === 'former') this.sayFormer(row, text, name);
    return named.organisation;
  }

  private sayFormer(row: number, text: string, name: string): void {
    const key = `${plain(text)} ${name}`;
    if (this.formerSaid.has(key)) return;
    this.formerSaid.add(key);
    sayTo(this.findings, row)('warning', 'organisation', 'former_name', `${text} is read as ${name}`);
  }
}
