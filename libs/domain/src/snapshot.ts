import type { BarrierCategory } from './barrier.js';
import type { CalendarDate } from './calendar.js';
import type { Comparison, Movement, Standing } from './comparison.js';
import type { Confidence } from './confidence.js';
import type { Counts } from './counts.js';
import type { OrganisationLine } from './department-lines.js';
import type { AllCounts, OrganisationCounts } from './figures.js';
import type { OrganisationKind } from './organisation.js';
import type { PulseResult } from './pulse-results.js';
import type { PulseWaveDates } from './pulse-wave.js';
import type { ReturnState } from './return.js';
import type { Audience } from './service.js';
import type { FoundSignal, Signal, Thresholds } from './signal.js';
import type { Office } from './office.js';
import type { Stage, StageOrNone } from './stage.js';
import type { TargetStage } from './target.js';
import type { QuarterCounts } from './trend.js';

/**
 * A snapshot says how it is laid out, so that one of long ago can still be read. What is only added, and left out where
 * there is none, needs no new number: `pulse` is.
 */
export const snapshotFormat = 1;

/**
 * All that a closed quarter's review prints, as it stood at the instant of closing: names, definitions and thresholds
 * of then, figures of the quarter's last day as they were known at that instant.
 */
export interface Snapshot {
  readonly format: typeof snapshotFormat;
  readonly quarter: { readonly id: string; readonly from: CalendarDate; readonly to: CalendarDate };
  readonly revision: number;
  /** The instant as known at which everything in it is. */
  readonly frozenAt: string;
  /** Why the quarter was re-opened before; null for the first revision. */
  readonly reason: string | null;
  readonly contact: string;
  readonly definitions: Definitions;
  readonly thresholds: Thresholds;
  readonly figures: AllCounts;
  /** By name; one's counts include those below it. */
  readonly organisations: readonly SnapshotOrganisation[];
  /** Twelve quarters, this one last, each as it is known now. */
  readonly trend: readonly QuarterCounts[];
  readonly organisationTrend: readonly SnapshotLine[];
  readonly comparisons: Readonly<Record<ComparedWith, SnapshotComparison>>;
  readonly signals: SnapshotSignals;
  readonly targets: readonly SnapshotTarget[];
  readonly barriers: readonly SnapshotBarrier[];
  readonly returns: readonly SnapshotReturn[];
  readonly services: readonly SnapshotService[];
  /** Left out where no survey had ended by then, and by those of before there was any. */
  readonly pulse?: SnapshotPulse;
  /** What was published for earlier quarters when this was frozen; null where nothing was. */
  readonly published: Readonly<Record<ComparedWith, Published | null>>;
}

export const comparedWith = ['lastQuarter', 'lastYear'] as const;
export type ComparedWith = (typeof comparedWith)[number];

/** A term with what it means. */
export type Definition = readonly [term: string, meaning: string];

export interface Definitions {
  readonly stages: readonly Definition[];
  readonly measures: readonly Definition[];
  readonly signals: readonly Definition[];
  readonly coverage: readonly Definition[];
}

export interface SnapshotLine extends OrganisationLine {
  readonly organisation: OrganisationLine['organisation'] & { readonly abbreviation: string | null };
}

export interface SnapshotOrganisation extends OrganisationCounts {
  readonly organisation: OrganisationCounts['organisation'] & {
    readonly abbreviation: string | null;
    readonly kind: OrganisationKind | null;
  };
}

export interface SnapshotComparison {
  readonly quarter: string;
  readonly comparison: Comparison;
  readonly matrix: readonly Movement[];
  /** Those that moved to another stage, entered or left, by name. */
  readonly moved: readonly SnapshotMove[];
}

export interface SnapshotMove {
  readonly reference: string;
  readonly name: string;
  readonly organisation: string;
  readonly before: Standing;
  readonly after: Standing;
  readonly moves: readonly {
    readonly effectiveOn: CalendarDate;
    readonly stage: Stage;
    readonly note: string | null;
  }[];
}

export type SignalTally = Readonly<Record<Signal | 'services' | 'any', number>>;

export interface SnapshotSignals {
  readonly total: SignalTally;
  readonly byOrganisation: readonly {
    readonly organisation: OrganisationCounts['organisation'];
    readonly counts: SignalTally;
  }[];
  readonly services: readonly {
    readonly reference: string;
    readonly name: string;
    readonly organisation: string;
    readonly owner: string | null;
    readonly stage: StageOrNone;
    readonly signals: readonly FoundSignal[];
  }[];
}

export interface SnapshotTarget {
  readonly reference: string;
  readonly name: string;
  readonly organisation: string;
  readonly stage: TargetStage;
  readonly firstDueOn: CalendarDate;
  /** Null where it was given up. */
  readonly dueOn: CalendarDate | null;
  readonly slippage: number | null;
  readonly reached: boolean;
}

export interface SnapshotBarrier {
  readonly id: string;
  /** Null where it holds back a whole organisation. */
  readonly service: { readonly reference: string; readonly name: string } | null;
  readonly organisation: string;
  readonly category: BarrierCategory;
  readonly description: string;
  readonly nextAction: string | null;
  readonly nextActionOwner: string | null;
  readonly raisedOn: CalendarDate;
}

export interface SnapshotReturn {
  readonly organisation: OrganisationCounts['organisation'];
  readonly state: ReturnState;
  readonly confidence: Confidence | null;
  readonly confidenceBefore: { readonly quarter: string; readonly confidence: Confidence } | null;
  readonly fell: boolean;
  readonly summary: string | null;
  readonly submittedAt: string | null;
  readonly submittedBy: string | null;
  readonly signedOffAt: string | null;
  readonly signedOffBy: string | null;
  readonly excused: string | null;
  /** What it covers: null where the organisation does not count on the day. */
  readonly counts: Counts | null;
}

export interface SnapshotService {
  readonly reference: string;
  readonly name: string;
  readonly organisation: { readonly slug: string; readonly name: string };
  readonly audience: Audience;
  readonly stage: StageOrNone;
  readonly stageSince: CalendarDate | null;
  readonly redesignUnderWay: boolean;
  readonly offices: Readonly<Record<Office, Stage | null>>;
  readonly liveBy: CalendarDate | null;
  readonly redesignedBy: CalendarDate | null;
  readonly transactionsAYear: number | null;
  readonly owner: string | null;
  readonly address: string | null;
  readonly evidence: string | null;
}

/**
 * What staff said in the last pulse survey that had ended on the day before the quarter was first closed: a revision
 * corrects what was said of a quarter, and brings no newer survey. It holds what is published of it and nothing else:
 * of a group that is suppressed, that it is.
 */
export interface SnapshotPulse {
  readonly wave: SnapshotWave;
  /** What changes are since. */
  readonly before: SnapshotWave | null;
  /** By name, as they were on the day the wave opened. */
  readonly organisations: readonly OrganisationCounts['organisation'][];
  /** Of all of government for everyone and each grade; of each organisation for everyone and senior civil servants. */
  readonly results: readonly PulseResult[];
}

export interface SnapshotWave extends PulseWaveDates {
  /** Of the standard questions. */
  readonly questionsVersion: number;
}

/** What was said of an earlier quarter in its own review. */
export interface Published {
  readonly quarter: string;
  readonly revision: number;
  readonly sha256: string;
  readonly figures: AllCounts;
  readonly organisations: readonly SnapshotOrganisation[];
}
