import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideEffects } from '@ngrx/effects';
import { Store, provideState, provideStore } from '@ngrx/store';
import { sessionOf } from '../page.harness';
import { OtherTabs } from './other-tabs';
import { resetStores } from './reset-stores';
import { SessionApi } from './session.actions';
import { sessionFeature } from './session.feature';

const ada = sessionOf({ role: 'digital_lead' });
const bob = { ...ada, person: { ...ada.person, id: 'bob', name: 'Bob' } };

describe('a tab that shows what one person may see', () => {
  let location: jasmine.SpyObj<Location>;
  let page: Document;
  let channel: BroadcastChannel;
  let listeners: Map<string, (event: object) => void>;
  const store = () => TestBed.inject(Store);
  const loaded = (session: typeof ada) => store().dispatch(SessionApi.loaded({ session }));
  const condition = async (holds: () => boolean) => {
    while (!holds()) await new Promise((done) => setTimeout(done, 10));
  };

  beforeEach(() => {
    location = jasmine.createSpyObj<Location>('location', ['assign', 'reload']);
    listeners = new Map();
    page = document.implementation.createHTMLDocument();
    page.body.innerHTML = '<hw-root>Figures</hw-root>';
    const addEventListener = (name: string, listen: (event: object) => void) => listeners.set(name, listen);
    const view = { location, localStorage, sessionStorage, addEventListener };
    Object.defineProperty(page, 'defaultView', { value: view });
    TestBed.configureTestingModule({
      providers: [
        { provide: DOCUMENT, useValue: page },
        provideHttpClient(),
        provideHttpClientTesting(),
        provideStore({}, { metaReducers: [resetStores] }),
        provideState(sessionFeature),
        provideEffects(),
      ],
    });
    channel = new BroadcastChannel('headway.session');
    loaded(ada);
    TestBed.inject(OtherTabs).start();
  });
  afterEach(() => channel.close());

  it('is left when they sign out here, with nothing shown or remembered, and the others are told', async () => {
    const told: unknown[] = [];
    channel.onmessage = ({ data }) => told.push(data);
    store().dispatch(SessionApi.signedOut({ next: '/signed-out' }));
    expect(location.assign).toHaveBeenCalledOnceWith('/signed-out');
    expect(page.querySelector('hw-root')).toBeNull();
    expect(store().selectSignal(sessionFeature.selectSession)()).toBeNull();
    await condition(() => told.some((data) => (data as { person: unknown }).person === null));
  });

  it('is left when they sign out in another', async () => {
    channel.postMessage({ person: null });
    await condition(() => location.assign.calls.any());
    expect(location.assign).toHaveBeenCalledOnceWith('/signed-out');
    expect(page.querySelector('hw-root')).toBeNull();
  });

  it('is loaded anew when somebody else signs in, here or in another', async () => {
    loaded(bob);
    expect(location.reload).toHaveBeenCalledTimes(1);
    expect(page.querySelector('hw-root')).toBeNull();
  });

  it('stays where the same person signs in again', async () => {
    const heard = new Promise((done) => {
      const other = new BroadcastChannel('headway.session');
      other.onmessage = () => done(other.close());
    });
    channel.postMessage({ person: 'ada' });
    await heard;
    loaded(ada);
    expect(location.reload).not.toHaveBeenCalled();
    expect(page.querySelector('hw-root')).not.toBeNull();
  });

  it('shows nothing when the browser brings it back, unless they are still signed in', () => {
    const root = page.querySelector('hw-root')!;
    const http = TestBed.inject(HttpTestingController);
    listeners.get('pageshow')!({ persisted: true });
    expect(root.hasAttribute('hidden')).toBeTrue();
    http.expectOne('/api/session').flush(ada);
    expect(root.hasAttribute('hidden')).toBeFalse();
    listeners.get('pageshow')!({ persisted: true });
    http.expectOne('/api/session').flush(null, { status: 401, statusText: 'Unauthorized' });
    expect(location.reload).toHaveBeenCalledTimes(1);
    expect(page.querySelector('hw-root')).toBeNull();
  });
});
