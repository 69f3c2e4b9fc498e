import type { NewRecord, RecordOutcome, Service } from '@headway/contract';
import type { RecordKind } from '@headway/domain';
import { type Days, type Edits, kindFor, recordOf } from './edits';
import type { Outcomes } from './outcomes';

export interface Item {
  readonly service: Service;
  readonly record: NewRecord;
  /** What the server says that it will come to. */
  readonly outcome: RecordOutcome;
}

export interface Group {
  readonly kind: RecordKind;
  readonly heading: string;
  readonly items: readonly Item[];
}

const headings: readonly (readonly [RecordKind, string])[] = [
  ['move', 'Stage moves on'],
  ['went_backwards', 'Stage goes back'],
  ['first', 'Stage recorded for the first time'],
  ['correction', 'What somebody recorded meanwhile is corrected'],
  ['detail', 'Details change, and the stage does not'],
  ['restated', 'Stage is again what it was before that day'],
  ['confirmation', 'Nothing has changed'],
];

/** What will be recorded, by what it is; groups of nothing are left out. */
export function groupsOf(
  services: readonly Service[],
  edits: Edits,
  days: Days,
  outcomes: Outcomes = {},
): Group[] {
  const items = services.flatMap((service) => {
    const edit = edits[service.reference];
    if (!edit) return [];
    const outcome = outcomes[service.reference] ?? null;
    const kind = outcome?.kind ?? kindFor(service, edit, days);
    return [{ service, record: recordOf(service, edit, days), outcome, kind }];
  });
  return headings.flatMap(([kind, heading]) => {
    const those = items.filter((item) => item.kind === kind);
    return those.length > 0 ? [{ kind, heading, items: those }] : [];
  });
}
