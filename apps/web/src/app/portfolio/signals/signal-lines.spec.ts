import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { present } from '@headway/domain';
import { application, wordsOf as words } from '../../platform/page.harness';
import { counts } from '../portfolio.fixture';
import { serviceOf } from '../../services/services.fixture';
import { OrganisationSignals } from './organisation-signals';
import { ServiceSignals } from './service-signals';

async function show(component: Type<unknown>, inputs: Record<string, unknown>) {
  const { http } = application();
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return { page: fixture.nativeElement as HTMLElement, http, settle: () => fixture.whenStable(), fixture };
}

describe('the signals of one service', () => {
  const open = (view = {}) =>
    show(ServiceSignals, { service: serviceOf({ reference: 'DWP-001' }), view: { ...present, ...view } });
  const listOf = (...signals: object[]) => ({
    items: signals.length > 0 ? [{ reference: 'DWP-001', signals }] : [],
    ...{ page: 1, pageSize: 50, total: Math.min(signals.length, 1) },
  });

  it('say what caused each, with its date, of the past that is looked at', async () => {
    const { page, http, settle } = await open({ on: '2026-03-31' });
    const stalled = { signal: 'stalled', began: '2025-12-01', since: '2024-12-01' };
    http
      .expectOne('/api/portfolio/signals/services?on=2026-03-31&reference=DWP-001')
      .flush(listOf(stalled, { signal: 'no_data', began: '2026-01-01', last: null }));
    await settle();
    expect([...page.querySelectorAll('li')].map(words)).toEqual([
      'Stalled. In progress since 1 December 2024.',
      'No recent data. Never recorded.',
    ]);
  });

  it('are not spoken of where there are none', async () => {
    const { page, http, settle } = await open();
    http.expectOne('/api/portfolio/signals/services?reference=DWP-001').flush(listOf());
    await settle();
    expect(words(page)).toBe('');
  });

  it('say so where they could not be read, and are read again once the service changes', async () => {
    const { page, http, settle, fixture } = await open();
    const url = '/api/portfolio/signals/services?reference=DWP-001';
    http.expectOne(url).flush(null, { status: 503, statusText: 'Service Unavailable' });
    await settle();
    expect(words(page)).toContain('Its signals could not be read.');
    fixture.componentRef.setInput('service', serviceOf({ reference: 'DWP-001' }));
    await settle();
    http.expectOne(url).flush(listOf());
    await settle();
    expect(words(page)).toBe('');
  });
});

describe('the signals of an organisation', () => {
  it('are counted, each number a link to the services that show it', async () => {
    const { page, http, settle } = await show(OrganisationSignals, {
      slug: 'dwp',
      counts: counts({ live: 40 }),
    });
    const none = { went_backwards: 0, slipped: 0, front_only: 0, check_claim: 0 };
    http.expectOne('/api/portfolio/signals?organisation=dwp').flush({
      total: { ...none, services: 40, any: 9, stalled: 7, no_data: 3 },
      byOrganisation: [],
      confidenceFalling: [
        {
          organisation: { slug: 'dwp', name: 'Department for Work and Pensions', abbreviation: 'DWP' },
          before: { quarter: '2026-27-Q1', confidence: 'very_confident' },
          now: { quarter: '2026-27-Q2', confidence: 'fairly_confident' },
        },
      ],
    });
    await settle();
    expect(words(page)).toContain('9 of the 40 services show a signal.');
    expect(words(page)).toContain(
      'Confidence falling. From very confident in Q1 2026-27 to fairly confident in Q2 2026-27.',
    );
    expect([...page.querySelectorAll('a')].map((link) => [words(link), link.getAttribute('href')])).toEqual([
      ['7 services, Stalled', '/portfolio/signals?organisation=dwp&signal=stalled#services'],
      ['3 services, No recent data', '/portfolio/signals?organisation=dwp&signal=no_data#services'],
    ]);
  });
});
