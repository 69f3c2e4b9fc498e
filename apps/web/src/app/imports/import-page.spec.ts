import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Store, provideState, provideStore } from '@ngrx/store';
import type { Role } from '@headway/domain';
import { problemOf } from '../platform/problem';
import { problemsInterceptor } from '../platform/problems.interceptor';
import { SessionApi } from '../platform/session/session.actions';
import { sessionFeature } from '../platform/session/session.feature';
import { reportOf } from './imports.fixture';
import { importsRoutes } from './imports.routes';

async function open(role: Role = 'oversight') {
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
  const grants = [{ role, organisation: null, organisations: 'all' as const }];
  TestBed.inject(Store).dispatch(SessionApi.loaded({ session: { person, grants, demonstration: true } }));
  const harness = await RouterTestingHarness.create('/import');
  const http = TestBed.inject(HttpTestingController);
  const page = harness.routeNativeElement!;
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

const url = '/api/imports?kind=services&mode=';
const clean = reportOf({ problems: [] });

describe('importing services', () => {
  it('shows what a file would change, then saves the same file', async () => {
    const { http, page, settle, check, press } = await open();
    await check('services.csv', 'Reference\n');
    const checked = http.expectOne(`${url}check`);
    expect(checked.request.headers.get('Content-Type')).toBe('text/csv');
    checked.flush(clean);
    await settle();
    expect(page.querySelector('h1')!.textContent).toContain('Check the changes');
    expect(page.textContent).toContain('412 rows: 3 new services, 12 changed, 397 unchanged.');
    await press('Save these changes');
    const applied = http.expectOne(`${url}apply`);
    expect(await (applied.request.body as Blob).text()).toBe('Reference\n');
    applied.flush({ ...clean, mode: 'apply' });
    await settle();
    expect(page.querySelector('h1')!.textContent).toBe('Changes saved');
    expect(document.activeElement).toBe(page.querySelector('h1'));
  });

  it('offers nothing to save where the file has errors, and puts them before the warnings', async () => {
    const { http, page, settle, check } = await open();
    await check('services.csv', 'x');
    http.expectOne(`${url}check`).flush(reportOf());
    await settle();
    expect(page.textContent).not.toContain('Save these changes');
    const headings = [...page.querySelectorAll('h2')].map(({ textContent }) => textContent!.trim());
    expect(headings).toEqual(['Errors (1)', 'Warnings (1)', 'What changes']);
  });

  it('shows the report that a refused file is answered with', async () => {
    const { http, page, settle, check, press } = await open();
    await check('services.csv', 'x');
    http.expectOne(`${url}check`).flush(clean);
    await settle();
    await press('Save these changes');
    const refused = { ...problemOf('file_has_errors'), ...reportOf({ mode: 'apply' }) };
    http.expectOne(`${url}apply`).flush(refused, { status: 422, statusText: 'x' });
    await settle();
    expect(page.querySelector('h1')!.textContent).toContain('The file has errors');
  });

  it('refuses what is not a CSV file before it is sent', async () => {
    const { page, check } = await open();
    await check('services.xlsx', 'x');
    expect(page.querySelector('.govuk-error-summary')!.textContent).toContain('must be a CSV');
    expect(page.querySelector('#file')!.getAttribute('aria-describedby')).toBe('file-error');
  });

  it('lets only those who may add organisations ask for it', async () => {
    expect((await open('oversight')).page.textContent).toContain('Add organisations that are not here yet');
    TestBed.resetTestingModule();
    expect((await open('digital_lead')).page.textContent).not.toContain('Add organisations');
  });
});
