import { TestBed } from '@angular/core/testing';
import { openPage } from '../platform/page.harness';
import { quarterWith, returnOf } from './quarters.fixture';
import { quartersRoutes } from './quarters.routes';

const at = '/quarters/2025-26-Q3';
const agency = { ...returnOf('A').organisation, parent: returnOf('D').organisation };

/** The page of a quarter for the lead of an organisation who sees no return. */
async function opened(state: 'open' | 'planned' = 'open') {
  const routes = [{ path: 'quarters', children: quartersRoutes }];
  const page = await openPage(at, routes, {
    ...{ role: 'digital_lead', organisation: agency, organisations: [agency.id] },
  });
  page.http.expectOne(`/api${at}`).flush(quarterWith({ state }));
  page.http.expectOne(`/api${at}/returns`).flush({ items: [], missing: [], unreachable: [] });
  await page.settle();
  return page;
}

describe('whoever sees no return of a quarter', () => {
  it('is told whose return covers their organisation', async () => {
    const { http, settle, text } = await opened();
    http.expectOne('/api/organisations/a').flush(agency);
    await settle();
    expect(text()).toContain('There is no return in this quarter that you can see.');
    expect(text()).toContain('The return of Department D covers Department A.');
  });

  it('is told no more where theirs is below none, or where that cannot be read', async () => {
    for (const status of [200, 500]) {
      const { http, settle, text } = await opened();
      http
        .expectOne('/api/organisations/a')
        .flush(status === 200 ? { ...agency, parent: null } : {}, { status, statusText: 'x' });
      await settle();
      expect(text()).toContain('There is no return in this quarter that you can see.');
      expect(text()).not.toContain('covers');
      TestBed.resetTestingModule();
    }
  });

  it('is told nothing of it before the quarter is opened', async () => {
    const { http } = await opened('planned');
    http.verify();
  });
});
