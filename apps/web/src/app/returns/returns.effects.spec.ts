import { TestBed } from '@angular/core/testing';
import type { Session } from '@headway/contract';
import { Actions } from '@ngrx/effects';
import { Store, provideState, provideStore } from '@ngrx/store';
import { type Observable, Subject, of, throwError } from 'rxjs';
import { problemOf } from '../platform/problem';
import { SessionApi } from '../platform/session/session.actions';
import type { SessionClient } from '../platform/session/session.client';
import { sessionFeature } from '../platform/session/session.feature';
import { serviceOf } from '../services/services.fixture';
import { ReturnsApi, ReturnsPage } from './returns.actions';
import type { ReturnsClient } from './returns.client';
import { load, send } from './returns.effects';
import { returnsFeature } from './returns.feature';

const own = serviceOf();
const elsewhere = serviceOf({ reference: 'X-1', organisation: { ...own.organisation, id: 'other' } });
const sessionOf = (id: string): Session => ({
  person: { id, name: id, email: `${id}@headway.example` },
  grants: [
    { role: 'viewer', organisation: null, organisations: 'all' },
    { role: 'digital_lead', organisation: own.organisation, organisations: [own.organisation.id] },
  ],
  demonstration: false,
});
const collect = <T>(source: Observable<T>) => {
  const seen: T[] = [];
  source.subscribe((one) => seen.push(one));
  return seen;
};

describe('the effects of a return', () => {
  let store: Store;
  const rows = [{ change: 'confirm' as const, service: 'DWP-001', version: 1, effectiveOn: '2026-11-23' }];
  const attempt = { of: 'x', key: 'k' };
  const sent = ReturnsPage.sent({ rows, attempt });
  const undone = ReturnsPage.undone({ rows, attempt });

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideStore(), provideState(sessionFeature), provideState(returnsFeature)],
    });
    store = TestBed.inject(Store);
    store.dispatch(SessionApi.loaded({ session: sessionOf('ada') }));
    store.dispatch(ReturnsPage.opened({ person: 'ada', quarter: '2000-01-Q1' }));
  });

  const client = (methods: Partial<Record<keyof ReturnsClient, unknown>>) =>
    methods as unknown as ReturnsClient;
  const signedIn = (answer: Observable<Session>) => ({ load: () => answer }) as unknown as SessionClient;
  const sending = (action: Observable<unknown>, post: unknown, session = of(sessionOf('ada'))) =>
    collect(send(new Actions(action as never), client({ send: post }), signedIn(session), store));

  it('load the services of the person’s organisations, as of the end of a quarter that is over', () => {
    const services = jasmine.createSpy().and.returnValue(of([own, elsewhere]));
    const seen = collect(load(new Actions(of(ReturnsPage.changedElsewhere())), client({ services }), store));
    expect(services).toHaveBeenCalledOnceWith({ organisations: [own.organisation.slug], on: '2000-06-30' });
    expect(seen).toEqual([ReturnsApi.loaded({ services: [own] })]);
  });

  it('send once however often the button is pressed, with the key of the attempt', () => {
    const post = jasmine.createSpy().and.returnValue(new Subject());
    sending(of(sent, sent), post);
    expect(post).toHaveBeenCalledOnceWith({ records: rows }, 'k');
  });

  it('give what came back, by what was asked', () => {
    const result = { results: [] };
    const seen = sending(of(sent, undone), () => of(result));
    expect(seen).toEqual([ReturnsApi.recorded({ result }), ReturnsApi.withdrawn({ result })]);
  });

  it('live on after a problem, and keep the rows that it is about', () => {
    const problem = problemOf('changed_since_read');
    const seen = sending(of(sent, sent), () => throwError(() => problem));
    expect(seen).toEqual([ReturnsApi.refused({ problem, rows }), ReturnsApi.refused({ problem, rows })]);
  });

  it('say that the session is gone before anything is sent', () => {
    const post = jasmine.createSpy();
    const problem = problemOf('not_signed_in');
    const seen = sending(
      of(sent),
      post,
      throwError(() => problem),
    );
    expect(seen).toEqual([SessionApi.expired(), ReturnsApi.refused({ problem, rows })]);
    expect(post).not.toHaveBeenCalled();
  });

  it('send nothing of one person as another’s', () => {
    const post = jasmine.createSpy();
    const [refused] = sending(of(sent), post, of(sessionOf('bob')));
    expect(post).not.toHaveBeenCalled();
    expect((refused as ReturnType<typeof ReturnsApi.refused>).problem.detail).toContain('bob has signed in');
  });
});
