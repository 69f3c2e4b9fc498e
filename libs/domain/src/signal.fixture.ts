import {
  type FoundSignal,
  type SignalFacts,
  type Thresholds,
  defaultThresholds,
  signalsOf,
} from './signal.js';
import { lastSaidOn } from './confirmation.js';
import { record } from './stage-record.fixture.js';
import type { Stage } from './stage.js';
import type { KnownRecord } from './timeline.js';

export const on = '2026-11-24';
export const evidenceUrl = 'https://www.gov.uk/evidence';

/** The signals of a service of which nothing is known, unless said otherwise; what its records say is fresh. */
export function found(
  facts: Partial<SignalFacts>,
  thresholds: Partial<Thresholds> = {},
  day: string = on,
): FoundSignal[] {
  const { records = [] } = facts;
  const saidOn = lastSaidOn({ records, confirmations: [], closures: [] }, day);
  const all = { opensOn: null, records, targets: [], saidOn, reopenedOn: null, ...facts };
  return signalsOf(all, day, { ...defaultThresholds, ...thresholds });
}

/** Records with evidence, unless said otherwise, in the order in which they were written. */
export function said(
  ...all: readonly (readonly [day: string, stage: Stage, rest?: Partial<KnownRecord>])[]
): KnownRecord[] {
  return all.map(([day, stage, rest], n) => record(n + 1, day, stage, { evidenceUrl, ...rest }));
}
