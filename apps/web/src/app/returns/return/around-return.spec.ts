import { Component, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Role } from '@headway/domain';
import { application, wordsOf } from '../../platform/page.harness';
import { problemOf } from '../../platform/problem';
import { serviceOf } from '../../services/services.fixture';
import { OrganisationReturn } from './organisation-return';
import { OwedReturns } from './owed-returns';
import { apiHome, home, messageOf, quarterOf, returnOf } from './return.fixture';
import { ServiceMessages } from './service-messages';

@Component({
  imports: [ServiceMessages],
  template: `<hw-service-messages [service]="service" />`,
})
class OnService {
  readonly service = serviceOf();
}
@Component({ imports: [OrganisationReturn], template: `<hw-organisation-return slug="dwp" />` })
class OnDepartment {}
@Component({ imports: [OwedReturns], template: `<hw-owed-returns />` })
class OnTable {}

function place<T>(component: Type<T>, role: Role = 'digital_lead', organisations: 'all' | string[] = 'all') {
  const { http } = application([], { role, organisations });
  const fixture = TestBed.createComponent(component);
  const element = fixture.nativeElement as HTMLElement;
  fixture.detectChanges();
  return {
    http,
    element,
    settle: () => fixture.whenStable(),
    text: () => wordsOf(element),
    links: () => [...element.querySelectorAll('a')].map((link) => link.getAttribute('href')),
  };
}

const about = { reference: 'DWP-001', name: 'Apply for a licence' };
const asked = messageOf({ kind: 'changes_requested', stands: true, text: 'Is it live?', service: about });
const messagesAt = '/api/services/DWP-001/messages';

describe('comments on a service', () => {
  it('stand out while they are to be answered, with the way to record and to the return', async () => {
    const { http, settle, text, links } = place(OnService);
    http.expectOne(messagesAt).flush({ items: [asked] });
    await settle();
    expect(text()).toContain('Is it live?');
    expect(links()).toContain('/services/DWP-001/record');
    expect(links()).toContain(home);
  });

  it('stay readable once the return is submitted again, and offer no record to who may not', async () => {
    const { http, settle, text, links } = place(OnService, 'oversight');
    http.expectOne(messagesAt).flush({ items: [{ ...asked, stands: false }] });
    await settle();
    expect(text()).toMatch(/^1 message about it/);
    expect(links()).not.toContain('/services/DWP-001/record');
  });

  it('stand out for the lead of an agency too, without a way to the return, which is of its parent', async () => {
    const { http, settle, text, links } = place(OnService, 'digital_lead', [serviceOf().organisation.id]);
    const parent = { ...asked.organisation, id: crypto.randomUUID(), slug: 'parent' };
    http.expectOne(messagesAt).flush({ items: [{ ...asked, organisation: parent }] });
    await settle();
    expect(text()).toMatch(/^Changes requested ?Is it live\?/);
    expect(links()[0]).toBe('/services/DWP-001/record');
    expect(links().filter((link) => link?.includes('/returns/'))).toEqual([]);
  });

  it('are answered by whoever has the service now, in the return where they were asked', async () => {
    const { http, settle, text, element } = place(OnService, 'digital_lead', [serviceOf().organisation.id]);
    const elsewhere = { ...asked.organisation, id: crypto.randomUUID(), slug: 'former' };
    http.expectOne(messagesAt).flush({ items: [{ ...asked, organisation: elsewhere }] });
    await settle();
    const box = element.querySelector<HTMLTextAreaElement>('#answer')!;
    const send = async (answer: string) => {
      box.value = answer;
      box.dispatchEvent(new Event('input'));
      await settle();
      element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    await send('');
    expect(text()).toContain('Enter an answer');
    await send('Since May');
    const sent = http.expectOne({ method: 'POST', url: messagesAt });
    expect(sent.request.body).toEqual({ quarter: '2024-25-Q1', organisation: 'former', text: 'Since May' });
    sent.flush(messageOf({ text: 'Since May', service: about }));
    await settle();
    http.expectOne(messagesAt).flush({ items: [asked, messageOf({ text: 'Since May', service: about })] });
    await settle();
    expect(text()).toContain('Since May');
    expect(box.value).toBe('');
  });

  it('are not answered by who may only read', async () => {
    const { http, settle, element } = place(OnService, 'viewer');
    http.expectOne(messagesAt).flush({ items: [asked] });
    await settle();
    expect(element.querySelector('form')).toBeNull();
  });

  it('are left out where they cannot be read: the page of the service stands without', async () => {
    const { http, settle, text } = place(OnService);
    http.expectOne(messagesAt).flush(problemOf('unexpected'), { status: 500, statusText: 'x' });
    await settle();
    expect(text()).toBe('');
  });
});

describe('the return of a department', () => {
  it('is told for each quarter that is open, where it owes one', async () => {
    const { http, settle, text, links } = place(OnDepartment);
    const items = [quarterOf(), { ...quarterOf('closed'), id: '2023-24-Q4' }];
    http.expectOne(({ url }) => url === '/api/quarters').flush({ items, page: 1, pageSize: 200, total: 2 });
    http.expectOne(apiHome).flush(returnOf({ workingDaysLate: 3 }));
    await settle();
    expect(text()).toBe('Return for Q1 2024-25 Not started Was due 26 July 2024: 3 working days late');
    expect(links()).toEqual([home]);
  });

  it('is not there where it owes none', async () => {
    const { http, settle, text } = place(OnDepartment);
    http
      .expectOne(({ url }) => url === '/api/quarters')
      .flush({ items: [quarterOf()], page: 1, pageSize: 200, total: 1 });
    http.expectOne(apiHome).flush(problemOf('not_found'), { status: 404, statusText: 'x' });
    await settle();
    expect(text()).toBe('');
  });
});

describe('the way from the table of services', () => {
  it('leads to the returns that the person still owes, whatever quarter the table is of', async () => {
    const { http, settle, links } = place(OnTable);
    const items = [quarterOf(), { ...quarterOf('closed'), id: '2023-24-Q4' }];
    http.expectOne(({ url }) => url === '/api/quarters').flush({ items, page: 1, pageSize: 200, total: 2 });
    const excused = returnOf({
      state: 'excused',
      organisation: { ...returnOf().organisation, slug: 'other' },
    });
    http
      .expectOne('/api/quarters/2024-25-Q1/returns')
      .flush({ items: [returnOf(), excused], missing: [], unreachable: [] });
    await settle();
    expect(links()).toEqual([home]);
  });
});
