import { TestBed } from '@angular/core/testing';
import { type RedirectCommand, type UrlTree } from '@angular/router';
import type { Session } from '@headway/contract';
import { Store, provideState, provideStore } from '@ngrx/store';
import { problemOf } from '../problem';
import { mayDo, signedIn } from './guards';
import { SessionApi, SessionPage } from './session.actions';
import { sessionFeature } from './session.feature';

const sessionOf = (...roles: Session['grants'][number]['role'][]): Session => ({
  person: { id: '3f0c8a52-54ab-4c0e-9d5c-1b2f5d3c7a10', name: 'Ada', email: 'ada@headway.example' },
  grants: roles.map((role) => ({ role, organisation: null, organisations: 'all' as const })),
  demonstration: false,
});

const run = (guard: typeof signedIn) =>
  TestBed.runInInjectionContext(() => guard({} as never, { url: '/services?q=tax' } as never));
const shownInstead = (result: unknown) => (result as RedirectCommand).redirectTo.toString();

describe('guards', () => {
  let store: Store;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideStore(), provideState(sessionFeature)] });
    store = TestBed.inject(Store);
  });

  it('send whoever is not signed in to sign in, and back', () => {
    store.dispatch(SessionApi.loadFailed({ problem: problemOf('not_signed_in') }));
    expect((run(signedIn) as UrlTree).toString()).toBe('/sign-in?returnTo=%2Fservices%3Fq%3Dtax');
  });

  it('offer to try again where nobody could be asked', () => {
    store.dispatch(SessionApi.loadFailed({ problem: problemOf('unavailable') }));
    expect(shownInstead(run(signedIn))).toBe('/unavailable');
  });

  it('ask who is there where the first page did not', async () => {
    const asked = spyOn(store, 'dispatch').and.callThrough();
    const admitted = run(signedIn);
    expect(asked).toHaveBeenCalledOnceWith(SessionPage.opened());
    store.dispatch(SessionApi.loaded({ session: sessionOf('viewer') }));
    expect(await admitted).toBeTrue();
  });

  it('tell whoever has no role so', () => {
    store.dispatch(SessionApi.loaded({ session: sessionOf() }));
    expect(shownInstead(run(signedIn))).toBe('/no-role');
  });

  it('ask the policies', () => {
    store.dispatch(SessionApi.loaded({ session: sessionOf('viewer') }));
    expect(run(signedIn)).toBeTrue();
    expect(shownInstead(run(mayDo('createOrganisation')))).toBe('/no-permission');
    store.dispatch(SessionApi.loaded({ session: sessionOf('admin') }));
    expect(run(mayDo('createOrganisation'))).toBeTrue();
  });
});
