import { computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { catchError, combineLatest, of } from 'rxjs';
import { everyPage } from '../platform/every-page';
import { ServicesClient } from './services.client';

/**
 * The organisations that the person may choose among, those that have ended only where they are chosen: undefined
 * until they are read, null where they cannot be. To be called where a component is made.
 */
export function organisationsToChoose(chosen: () => readonly string[]) {
  const { organisations } = inject(ServicesClient);
  const both = combineLatest([
    everyPage(organisations),
    everyPage((page) => organisations(page, { ended: true })),
  ]);
  const all = toSignal(both.pipe(catchError(() => of(null))));
  return computed(() => {
    const read = all();
    return read && [...read[0], ...read[1].filter(({ slug }) => chosen().includes(slug))];
  });
}
