import { type Signal, inject } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { BatchRow, RecordOutcome } from '@headway/contract';
import { mostInABatch } from '@headway/domain';
import { catchError, filter, map, of, switchMap } from 'rxjs';
import { ReturnsClient } from './returns.client';

export type Outcomes = Readonly<Record<string, RecordOutcome>>;

/** What the rows will come to, by service, as the server works it out; nothing until it has, or where it does not say. */
export function outcomesOf(rows: Signal<readonly BatchRow[]>): Signal<Outcomes> {
  const client = inject(ReturnsClient);
  const found = toObservable(rows).pipe(
    filter(({ length }) => length > 0 && length <= mostInABatch),
    switchMap((asked) =>
      client.check({ records: [...asked] }).pipe(
        map(({ outcomes }) =>
          Object.fromEntries(asked.map(({ service }, n) => [service, outcomes[n] ?? null])),
        ),
        // What is wrong with them is said when they are sent.
        catchError(() => of({})),
      ),
    ),
  );
  return toSignal(found, { initialValue: {} });
}
