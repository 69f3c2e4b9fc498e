import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Store, provideState, provideStore } from '@ngrx/store';
import type { Role } from '@headway/domain';
import { problemsInterceptor } from '../platform/problems.interceptor';
import { SessionApi } from '../platform/session/session.actions';
import { sessionFeature } from '../platform/session/session.feature';
import { importsRoutes } from './imports.routes';

/** Where a file is sent, but for the mode. */
export const url = '/api/imports?kind=services&mode=';

/** The page as it is once it has asked what it needs to know. */
export async function open(role: Role = 'oversight', remembered: object[] = []) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemsInterceptor])),
      provideHttpClientTesting(),
      provideStore(),
      provideState(sessionFeature),
      provideRouter([{ path: 'import', children: importsRoutes }]),
    ],
  });
  const person = { id: 'p', name: 'Dana Wren', email: 'd@headway.example' };
  const dwp = { slug: 'dwp', name: 'Department for Work and Pensions', abbreviation: 'DWP' };
  const grants =
    role === 'digital_lead'
      ? [{ role, organisation: dwp, organisations: ['an-id'] }]
      : [{ role, organisation: null, organisations: 'all' as const }];
  TestBed.inject(Store).dispatch(SessionApi.loaded({ session: { person, grants, demonstration: true } }));
  const harness = await RouterTestingHarness.create('/import');
  const http = TestBed.inject(HttpTestingController);
  const page = harness.routeNativeElement!;
  http.expectOne('/api/services?pageSize=1').flush({ total: 1234 });
  http.expectOne('/api/imports/mappings').flush({ items: remembered });
  await harness.fixture.whenStable();
  const settle = async () => {
    // The file is read into memory before it is sent.
    await new Promise((later) => setTimeout(later, 50));
    await harness.fixture.whenStable();
  };
  const check = async (name: string, text: string) => {
    const files = new DataTransfer();
    files.items.add(new File([text], name));
    const input = page.querySelector<HTMLInputElement>('#file')!;
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const press = async (text: string) => {
    [...page.querySelectorAll('button')].find((button) => button.textContent!.includes(text))!.click();
    await settle();
  };
  return { http, page, settle, check, press };
}
