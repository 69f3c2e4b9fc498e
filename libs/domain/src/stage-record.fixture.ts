import type { Stage } from './stage.js';
import type { StageRecord, Statement } from './stage-record.js';

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

export function record(
  sequence: number,
  effectiveOn: string,
  stage: Stage,
  rest: Partial<Statement> = {},
): StageRecord {
  return { ...statement(effectiveOn, stage, rest), sequence };
}
