import { TestBed } from '@angular/core/testing';
import { type Role, daysBetween, londonDate } from '@headway/domain';
import { application, wordsOf } from '../platform/page.harness';
import { closureOf, serviceOf } from '../services/services.fixture';
import { ServiceTargets } from './service-targets';

const year = new Date().getFullYear() + 1;
const [march, june] = [`${year}-03-31`, `${year}-06-30`];
const slipped = { stage: 'live' as const, dueOn: june, firstDueOn: march, slippage: 91 };

async function show(inputs: Record<string, unknown>, role: Role = 'digital_lead') {
  const { http } = application([], { role });
  const fixture = TestBed.createComponent(ServiceTargets);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return {
    fixture,
    element,
    http,
    rows: () =>
      [...element.querySelectorAll('.govuk-summary-list__row')].map((row) => [...row.children].map(wordsOf)),
    links: () => [...element.querySelectorAll('dl a')].map((link) => link.getAttribute('href')),
    unfold: async () => {
      element.querySelector('details')!.open = true;
      element.querySelector('details')!.dispatchEvent(new Event('toggle'));
      await fixture.whenStable();
    },
  };
}

describe('the targets of a service', () => {
  it('say the date, how long until then, how far it slipped, and lead to changing it', async () => {
    const { rows, links } = await show({ service: serviceOf({ stage: 'in_progress', targets: [slipped] }) });
    const left = daysBetween(londonDate(new Date()), june).toLocaleString('en-GB');
    expect(rows()).toEqual([
      [
        'Live by',
        `30 June ${year}, due in ${left} days Slipped 91 days First set as 31 March ${year}: 91 days later`,
        'Change the date by which it should be live',
      ],
      ['Redesigned by', 'Not set', 'Set a date by which it should be redesigned'],
    ]);
    expect(links()).toEqual(['/services/DWP-001/targets/live', '/services/DWP-001/targets/redesigned']);
  });

  it('say what was reached, passed and given up', async () => {
    const past = { dueOn: '2025-03-31', firstDueOn: '2025-03-31', slippage: 0 };
    const one = await show({
      service: serviceOf({
        stage: 'live',
        targets: [
          { ...past, stage: 'live' },
          { ...past, stage: 'redesigned' },
        ],
      }),
    });
    const ago = daysBetween('2025-03-31', londonDate(new Date())).toLocaleString('en-GB');
    expect(one.rows().map(([, value]) => value)).toEqual([
      '31 March 2025 Reached',
      `31 March 2025 Passed ${ago} days ago`,
    ]);
    TestBed.resetTestingModule();
    const targets = [{ ...slipped, dueOn: null, slippage: null }];
    const given = await show({ service: serviceOf({ stage: 'in_progress', targets }) });
    expect(given.rows()[0]!.slice(0, 2)).toEqual(['Live by', `Given up First set as 31 March ${year}`]);
  });

  it('have no links for those who may not, for a past view, nor for a closed service', async () => {
    const service = serviceOf({ stage: 'in_progress', targets: [slipped] });
    const closures = [
      { closedOn: '2026-01-01', reopenedOn: null, reason: 'retired' as const, mergedInto: null, note: null },
    ];
    const cases: [Record<string, unknown>, Role][] = [
      [{ service }, 'oversight'],
      [{ service, view: { on: '2025-03-31', asKnownAt: null } }, 'digital_lead'],
      [{ service: { ...service, closures } }, 'digital_lead'],
    ];
    for (const [inputs, role] of cases) {
      const { links, rows } = await show(inputs, role);
      expect([links(), rows().map(([key]) => key)]).toEqual([[], ['Live by']]);
      TestBed.resetTestingModule();
    }
    const { element } = await show({ service: serviceOf() }, 'viewer');
    expect(element.textContent).toContain('No target has been set.');
  });

  it('of a closed service are neither due nor passed nor slipped, and say why there is no link', async () => {
    const closure = closureOf({ closedOn: '2026-01-01', reason: 'cancelled' });
    const { element, rows } = await show({
      service: serviceOf({ stage: 'in_progress', targets: [slipped], closures: [closure] }),
    });
    expect(rows()).toEqual([['Live by', `30 June ${year} First set as 31 March ${year}: 91 days later`]]);
    expect(element.textContent).toContain(
      'Cancelled on 1 January 2026: its targets count no longer, and it takes no new ones.',
    );
    TestBed.resetTestingModule();
    const later = { ...closure, closedOn: '2098-01-01' };
    const still = await show({
      service: serviceOf({ stage: 'in_progress', targets: [slipped], closures: [later] }),
    });
    expect(still.rows()[0]![1]).toContain('due in');
    expect(still.links().length).toBe(2);
  });

  it('read their history once somebody looks, and again when the service has changed', async () => {
    const service = serviceOf({ stage: 'in_progress', targets: [slipped] });
    const { fixture, element, http, unfold } = await show({
      service,
      view: { on: null, asKnownAt: '2026-06-30' },
    });
    const history = '/api/services/DWP-001/targets?asKnownAt=2026-06-30';
    const asked = () => http.expectOne(({ urlWithParams }) => urlWithParams === history);
    http.verify();
    await unfold();
    const setting = {
      stage: 'live',
      dueOn: june,
      reason: 'Late',
      setAt: '2026-05-03T09:00:00Z',
      setBy: 'Sam',
    };
    asked().flush({ items: [setting] });
    await fixture.whenStable();
    const item = element.querySelector('details li')!.textContent!.replace(/\s+/g, ' ').trim();
    expect(item).toBe(`Live by 30 June ${year} 3 May 2026, by Sam Late`);
    fixture.componentRef.setInput('service', { ...service, version: 2 });
    await fixture.whenStable();
    asked().error(new ProgressEvent('error'));
    await fixture.whenStable();
    expect(element.querySelectorAll('details li').length).toBe(1);
  });
});
