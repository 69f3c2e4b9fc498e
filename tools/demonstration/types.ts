export type Stage = 'not_started' | 'in_progress' | 'live' | 'redesigned';

export type OrganisationKind =
  'ministerial_department' | 'non_ministerial_department' | 'agency' | 'other_public_body';

export type Audience = 'external' | 'internal';

/**
 * Rows are `audience | transactions a year | name | description`. The audience is e (external) or i (internal),
 * with + where the service opened during the four years. `# role` names the owner of the rows below it, `# -` none.
 */
export interface ServiceTable {
  readonly organisation: string;
  readonly prefix: string;
  readonly rows: string;
}

export interface DemonstrationOrganisation {
  readonly slug: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly kind: OrganisationKind;
  readonly parent: string | null;
}

export interface DemonstrationPerson {
  readonly email: string;
  readonly name: string;
  readonly role: 'viewer' | 'digital_lead' | 'approver' | 'oversight' | 'admin';
  readonly organisation: string | null;
}

export interface Offices {
  readonly frontOffice: Stage | null;
  readonly middleOffice: Stage | null;
  readonly backOffice: Stage | null;
}

export interface DemonstrationRecord extends Offices {
  readonly stage: Stage;
  readonly redesignUnderWay: boolean;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly note: string | null;
  readonly evidenceUrl: string | null;
}

export interface DemonstrationService {
  readonly reference: string;
  readonly name: string;
  readonly organisation: string;
  readonly audience: Audience;
  readonly description: string;
  readonly address: string | null;
  readonly transactionsAYear: number | null;
  readonly owner: string | null;
  readonly opensOn: string | null;
  readonly records: readonly DemonstrationRecord[];
}

export interface Demonstration {
  readonly organisations: readonly DemonstrationOrganisation[];
  readonly people: readonly DemonstrationPerson[];
  readonly services: readonly DemonstrationService[];
}
