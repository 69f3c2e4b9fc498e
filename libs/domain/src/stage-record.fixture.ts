import type { Stage } from './stage.js';
import type { Statement } from './stage-record.js';
import type { KnownRecord } from './timeline.js';

export function statement(effectiveOn: string, stage: Stage, rest: Partial<Statement> = {}): Statement {
  return {
    stage,
    effectiveOn,
    redesignUnderWay: false,
    frontOffice: null,
    middleOffice: null,
    backOffice: null,
    note: null,
    evidenceUrl: null,
    ...rest,
  };
}

/** Written at a minute of its own, in the order of its sequence. */
export function record(
  sequence: number,
  effectiveOn: string,
  stage: Stage,
  rest: Partial<KnownRecord> = {},
): KnownRecord {
  const recordedAt = new Date(Date.UTC(2026, 10, 1, 9, sequence)).toISOString();
  const known = {
    id: String(sequence),
    sequence,
    recordedAt,
    recordedBy: 'Sam Oak',
    correctedAt: null,
    replaces: null,
  };
  return { ...statement(effectiveOn, stage), ...known, ...rest };
}
