import type { Service, StageRecord } from '@headway/contract';
import type { History } from '@headway/domain';

/** The history as the rules read it, its order made plain; entries arrive newest first. */
export function historyOf(
  { closures }: Pick<Service, 'closures'>,
  entries: readonly StageRecord[],
): History & { readonly records: readonly (StageRecord & History['records'][number])[] } {
  const placed = entries.map((entry, index) => ({
    ...entry,
    sequence: entries.length - index,
    correctedAt: entry.correction?.at ?? null,
  }));
  return {
    closures,
    records: placed.filter(({ confirms }) => confirms === null),
    confirmations: placed.flatMap(({ confirms: recordId, effectiveOn: confirmedOn, correctedAt, ...one }) =>
      recordId === null ? [] : [{ ...one, recordId, confirmedOn, withdrawnAt: correctedAt }],
    ),
  };
}
