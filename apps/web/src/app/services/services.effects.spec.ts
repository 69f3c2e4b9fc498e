import { type Observable, Subject, of, throwError } from 'rxjs';
import { Actions } from '@ngrx/effects';
import { problemOf } from '../platform/problem';
import { ServicesApi, ServicesPage } from './services.actions';
import type { ServicesClient } from './services.client';
import { add, change } from './services.effects';
import { serviceOf } from './services.fixture';

const clientWith = (client: Partial<Record<keyof ServicesClient, unknown>>) => client as ServicesClient;
const collect = <T>(source: Observable<T>) => {
  const seen: T[] = [];
  source.subscribe((one) => seen.push(one));
  return seen;
};

describe('services effects', () => {
  const chosen = ServicesPage.changed({ reference: 'DWP-001', version: 3, change: { name: 'New' } });

  it('send the version that was read, and give what came back', () => {
    const client = jasmine.createSpy().and.returnValue(of(serviceOf({ version: 4 })));
    const seen = collect(change(new Actions(of(chosen)), clientWith({ change: client })));
    expect(client).toHaveBeenCalledOnceWith('DWP-001', 3, { name: 'New' });
    expect(seen).toEqual([ServicesApi.changed({ service: serviceOf({ version: 4 }) })]);
  });

  it('live on after a problem', () => {
    const problem = problemOf('changed_since_read');
    const client = jasmine.createSpy().and.returnValue(throwError(() => problem));
    const seen = collect(change(new Actions(of(chosen, chosen)), clientWith({ change: client })));
    expect(seen).toEqual([ServicesApi.changeFailed({ problem }), ServicesApi.changeFailed({ problem })]);
  });

  it('add once however often the button is pressed', () => {
    const client = jasmine.createSpy().and.returnValue(new Subject());
    const added = ServicesPage.added({
      service: { name: 'New', audience: 'external', organisation: 'home-office' } as never,
      key: 'a',
    });
    collect(add(new Actions(of(added, added)), clientWith({ add: client })));
    expect(client).toHaveBeenCalledTimes(1);
  });
});
