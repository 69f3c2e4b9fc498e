import { inject } from '@angular/core';
import { type Policy, can } from '@headway/domain';
import { Store } from '@ngrx/store';
import { sessionFeature } from './session.feature';

/** Asks the one table of policies about the person who is signed in; reads a signal, so templates follow. */
export function canPerson(): (policy: Policy, organisationId?: string) => boolean {
  const session = inject(Store).selectSignal(sessionFeature.selectSession);
  return (policy, organisationId) => {
    const person = session();
    return person !== null && can(person, policy, organisationId);
  };
}
