import type {
  BarrierCategory,
  CloseReason,
  Confidence,
  OrganisationHistory,
  Ownership,
  PulseAnswers,
  Reorganisation,
  ReorganisationPlan,
  ReturnState,
  TargetStage,
} from '../../libs/domain/dist/index.js';

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

/** What was reorganised, when it was entered, and all that it changed. */
export interface DemonstrationReorganisation {
  readonly id: string;
  readonly request: Reorganisation;
  readonly note: string;
  readonly at: string;
  readonly by: string;
  readonly plan: ReorganisationPlan;
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

export interface Said extends Offices {
  readonly stage: Stage;
  readonly redesignUnderWay: boolean;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly note: string | null;
  readonly evidenceUrl: string | null;
}

export interface DemonstrationRecord extends Said {
  readonly id: string;
}

/** That what is recorded was still right on a day; `record` is what was in force then, by id. */
export interface DemonstrationConfirmation {
  readonly id: string;
  readonly confirmedOn: string;
  readonly recordedAt: string;
  readonly note: string | null;
  readonly record: string;
}

/** A record that was wrong, by id, and what took its place; nothing where it should never have been. */
export interface DemonstrationCorrection {
  readonly record: string;
  readonly replacedBy: string | null;
  readonly reason: string;
  readonly at: string;
}

export interface DemonstrationClosure {
  readonly closedOn: string;
  readonly at: string;
  readonly reason: CloseReason;
  readonly mergedInto: string | null;
  readonly note: string;
  readonly reopened: { readonly on: string; readonly at: string } | null;
}

/** One date that was set; null where the target was given up. */
export interface DemonstrationTarget {
  readonly stage: TargetStage;
  readonly dueOn: string | null;
  readonly reason: string | null;
  readonly at: string;
}

export interface BarrierState {
  readonly at: string;
  readonly nextAction: string;
  readonly nextActionOwner: string;
  readonly resolvedOn: string | null;
}

/** What holds back a service by reference, or an organisation by slug; how it stood after each change, oldest first. */
export interface DemonstrationBarrier {
  readonly id: string;
  readonly service: string | null;
  readonly organisation: string | null;
  readonly category: BarrierCategory;
  readonly description: string;
  readonly raisedOn: string;
  readonly states: readonly BarrierState[];
  /** Email address of who wrote it down. */
  readonly by: string;
}

export interface DemonstrationService {
  readonly reference: string;
  readonly name: string;
  /** Whose it is today; for one that is closed, whose it was at last. */
  readonly organisation: string;
  readonly owners: readonly Ownership[];
  readonly audience: Audience;
  readonly description: string;
  readonly address: string | null;
  readonly transactionsAYear: number | null;
  readonly owner: string | null;
  readonly opensOn: string | null;
  /** When it was added; null where it was there from the beginning. */
  readonly addedAt: string | null;
  readonly closures: readonly DemonstrationClosure[];
  /** In the order in which they were written. */
  readonly records: readonly DemonstrationRecord[];
  readonly confirmations: readonly DemonstrationConfirmation[];
  readonly corrections: readonly DemonstrationCorrection[];
  /** In the order in which they were set. */
  readonly targets: readonly DemonstrationTarget[];
  /** Email address of who keeps it. */
  readonly lead: string;
}

/** As all that was said of it is written, what said nothing new not told apart yet. */
export type WrittenService = Omit<DemonstrationService, 'confirmations'>;

/** Who did something, by email address, and when. */
export interface Deed {
  readonly at: string;
  readonly by: string;
}

export interface DemonstrationReturn {
  readonly organisation: string;
  readonly state: ReturnState;
  readonly confidence: Confidence | null;
  readonly summary: string | null;
  readonly reviewed: boolean;
  readonly restUnchanged: boolean;
  readonly excused: string | null;
  readonly submitted: Deed | null;
  readonly signedOff: Deed | null;
  readonly messages: readonly (Deed & { readonly service: string | null; readonly text: string })[];
}

export interface DemonstrationQuarter {
  readonly id: string;
  readonly dueOn: string;
  readonly openedAt: string;
  /** Each time it was closed, with why it had been re-opened before; none while it is open. */
  readonly closings: readonly (Deed & { readonly reason: string | null })[];
  readonly returns: readonly DemonstrationReturn[];
}

export interface DemonstrationPulseAnswer extends PulseAnswers {
  readonly organisation: string;
  readonly onDate: string;
}

/** Days on which civil servants are asked, and what they answered. */
export interface DemonstrationWave {
  readonly id: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly made: Deed;
  readonly answers: readonly DemonstrationPulseAnswer[];
}

/** What was done, for the audit trail of an organisation, or of all government where null. */
export interface DemonstrationAuditEntry {
  readonly at: string;
  readonly by: string;
  readonly organisation: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: object;
}

export interface Demonstration {
  /** Those of today and those that have ended, from their beginning; parents before what is below them. */
  readonly organisations: readonly OrganisationHistory[];
  /** By date. */
  readonly reorganisations: readonly DemonstrationReorganisation[];
  readonly people: readonly DemonstrationPerson[];
  readonly services: readonly DemonstrationService[];
  readonly barriers: readonly DemonstrationBarrier[];
  /** Oldest first; the last one is open. */
  readonly quarters: readonly DemonstrationQuarter[];
  /** Oldest first; the last one is open. */
  readonly pulse: readonly DemonstrationWave[];
  /** In the order in which it was written. */
  readonly audit: readonly DemonstrationAuditEntry[];
}
