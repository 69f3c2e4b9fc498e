import type { PulseRecorded, PulseResult, PulseResults } from '@headway/contract';
import { type PulseMeasureId, pulseResultIn } from '@headway/domain';
import { inTree } from '../results/groups';
import type { ResultsTable } from '../results/tables';

export interface Both {
  readonly results: PulseResults;
  readonly recorded: PulseRecorded;
}

/** One organisation, or all of government: what is recorded, beside what its staff said. */
export interface Line {
  readonly key: string;
  readonly label: string;
  readonly level: number;
  readonly organisation: string | null;
  readonly recorded: PulseRecorded['items'][number];
  readonly result: PulseResult;
}

/** A sentence, what the picture shows, and its table. */
export interface Beside {
  readonly sentence: string;
  readonly labels: readonly [recorded: string, said: string];
  readonly groups: readonly {
    readonly label: string;
    readonly level?: number;
    /** In per cent, or why there is none. */
    readonly values: readonly (number | string)[];
  }[];
  readonly table: ResultsTable;
}

/** All of government, where the person may see it, and the organisations that they may see. */
export function linesOf({ results, recorded: all }: Both, measure: PulseMeasureId): Line[] {
  const line = (label: string, organisation: string | null, level: number): Line[] => {
    const found = all.items.find((one) => one.organisation === organisation);
    const result = pulseResultIn(results.items, measure, organisation);
    const key = organisation ?? 'government';
    return found && result ? [{ ...{ key, label, level, organisation }, recorded: found, result }] : [];
  };
  return [
    ...line('All of government', null, 0),
    ...inTree(results.organisations).flatMap(({ one, level }) => line(one.name, one.slug, level)),
  ];
}

export const number = (text: string) => ({ text, numeric: true });
export const words = (text: string) => ({ text, numeric: false });
export const hidden = (lines: readonly Line[]) => lines.some(({ result }) => result.status === 'suppressed');
/** For a file. */
export const tenth = (share: number | null) => (share === null ? '' : Math.round(share * 10) / 10);
