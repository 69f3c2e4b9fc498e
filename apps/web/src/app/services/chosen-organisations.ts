import { inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { Organisation } from '@headway/contract';
import { catchError, of } from 'rxjs';
import { everyPage } from '../platform/every-page';
import { ServicesClient } from './services.client';

/**
 * The organisations that the person may choose among: undefined until they are read, null where they cannot be.
 * To be called where a component is made.
 */
export function organisationsToChoose() {
  const read = everyPage(inject(ServicesClient).organisations);
  return toSignal<readonly Organisation[] | null>(read.pipe(catchError(() => of(null))));
}
