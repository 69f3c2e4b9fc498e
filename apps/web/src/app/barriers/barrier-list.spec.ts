import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Barrier } from '@headway/contract';
import type { Role } from '@headway/domain';
import { application, wordsOf } from '../platform/page.harness';
import { closureOf, serviceOf } from '../services/services.fixture';
import { barrierOf, turnOf } from './barriers.fixture';
import { OrganisationBarriers } from './organisation-barriers';
import { ServiceBarriers } from './service-barriers';

async function show(component: Type<unknown>, inputs: Record<string, unknown>, role: Role = 'digital_lead') {
  const { changes, http } = application([], { role });
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const settle = () => fixture.whenStable();
  return {
    changes,
    element,
    http,
    settle,
    answer: async (url: string, body: unknown) => {
      http.expectOne(({ urlWithParams }) => urlWithParams === url).flush(body as object);
      await settle();
    },
    said: (selector: string) => [...element.querySelectorAll(selector)].map(wordsOf),
  };
}

const list = '/api/services/DWP-001/barriers';
const resolved = barrierOf({
  id: '0199d0aa-0000-7000-8000-00000000000c',
  category: 'skills',
  resolvedOn: '2026-06-01',
});
const listed = (...items: Barrier[]) => ({ items });

describe('the barriers of a service', () => {
  it('are listed with what comes next, those resolved folded away, and can be changed', async () => {
    const { answer, element, said } = await show(ServiceBarriers, { service: serviceOf() });
    await answer(list, listed(barrierOf(), resolved));
    expect(said('.hw-barriers .govuk-tag')).toEqual(['Legacy technology', 'Skills']);
    const open = said('.hw-barriers > li')[0]!;
    expect(open).toMatch(/Raised on 23 April 2026, open for [\d,]+ days/);
    expect(open).toContain('Next action: Buy a gateway (Head of platforms)');
    expect(said('summary')).toContain('1 resolved barrier');
    const links = [...element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      '/services/DWP-001/barriers/new',
      `/barriers/${barrierOf().id}/change`,
      `/barriers/${barrierOf().id}/resolve`,
      `/barriers/${resolved.id}/change`,
      `/barriers/${resolved.id}/reopen`,
    ]);
  });

  it('of a closed service hold nothing back, and none is added or opened again', async () => {
    const closure = closureOf({ closedOn: '2026-05-03', reason: 'cancelled' });
    const { answer, element, said } = await show(ServiceBarriers, {
      service: serviceOf({ closures: [closure] }),
    });
    await answer(list, listed(barrierOf(), resolved));
    expect(said('p')).toContain(
      'Cancelled on 3 May 2026: nothing holds it back any more, and it takes no new barriers.',
    );
    expect(said('summary')).toContain('1 barrier that was open when it closed');
    expect(said('.hw-barriers > li')[0]).toContain('open for 10 days');
    expect([...element.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      `/barriers/${barrierOf().id}/change`,
      `/barriers/${barrierOf().id}/resolve`,
      `/barriers/${resolved.id}/change`,
    ]);
  });

  it('of a service that closes later still hold it back', async () => {
    const closure = closureOf({ closedOn: '2098-05-03', reason: 'retired' });
    const { answer, said } = await show(ServiceBarriers, {
      service: serviceOf({ closures: [closure] }),
    });
    await answer(list, listed(barrierOf()));
    expect(said('a')).toContain('Add a barrier');
    expect(said('.hw-barriers > li')[0]).toContain('open for');
  });

  it('are only read by those who may not change them, and in the past', async () => {
    const viewer = await show(ServiceBarriers, { service: serviceOf() }, 'viewer');
    await viewer.answer(list, listed());
    expect(viewer.element.querySelector('a')).toBeNull();
    expect(viewer.element.textContent).toContain('Nothing holds it back as far as is recorded.');
    TestBed.resetTestingModule();
    const view = { on: '2026-05-01', asKnownAt: '2026-06-30' };
    const past = await show(ServiceBarriers, { service: serviceOf(), view });
    const later = barrierOf({ id: '0199d0aa-0000-7000-8000-00000000000d', raisedOn: '2026-05-02' });
    await past.answer(`${list}?asKnownAt=2026-06-30`, listed(resolved, later));
    expect(past.said('.hw-barriers .hw-quiet')).toEqual(['Raised on 23 April 2026, open for 8 days']);
    expect(past.element.querySelector('a')).toBeNull();
  });

  it('follow what others change, and keep what is shown where that fails', async () => {
    const { answer, changes, element, http, settle, said } = await show(ServiceBarriers, {
      service: serviceOf(),
    });
    await answer(list, listed());
    changes.next({ kind: 'barrier.changed', subject: 'DWP-002' });
    await new Promise((later) => setTimeout(later, 600));
    http.verify();
    for (const event of [
      { kind: 'barrier.changed' as const, subject: 'DWP-001' },
      { kind: 'services.imported' as const, subject: null },
    ]) {
      changes.next(event);
      await new Promise((later) => setTimeout(later, 600));
      await answer(list, listed(barrierOf()));
    }
    expect(said('.hw-barriers > li').length).toBe(1);
    changes.next({ kind: 'barrier.changed', subject: 'DWP-001' });
    await new Promise((later) => setTimeout(later, 600));
    http.expectOne(list).error(new ProgressEvent('error'));
    await settle();
    expect(element.querySelectorAll('.hw-barriers > li').length).toBe(1);
  });

  it('have a history that is read once somebody looks', async () => {
    const { answer, element, http, said, settle } = await show(ServiceBarriers, { service: serviceOf() });
    await answer(list, listed(barrierOf()));
    http.verify();
    const details = element.querySelector('details')!;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await settle();
    await answer(`/api/barriers/${barrierOf().id}/history`, {
      items: [turnOf({ nextAction: 'Buy two', changedBy: 'Sam Oak' }), turnOf()],
    });
    expect(said('details li')).toEqual([
      'Next action: Buy two 23 April 2026, by Sam Oak',
      'Raised 23 April 2026, by Dana Wren',
    ]);
  });
});

describe('the barriers of an organisation', () => {
  it('are its own, with a file of all beneath it', async () => {
    const { answer, element } = await show(OrganisationBarriers, { slug: 'dwp' });
    await answer('/api/organisations/dwp/barriers', listed(barrierOf({ service: null })));
    const links = () => [...element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links()).toEqual(['/api/barriers.csv?organisation=dwp']);
    await answer('/api/organisations/dwp', barrierOf().organisation);
    expect(links()).toContain('/departments/dwp/barriers/new');
    expect(links()).toContain(`/barriers/${barrierOf().id}/resolve`);
  });
});
