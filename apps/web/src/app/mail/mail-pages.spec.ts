import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Announcer } from '../platform/announcer';
import { openPage } from '../platform/page.harness';
import { listOf, mailOf } from './mail.fixture';
import { mailRoutes } from './mail.routes';

async function open(path = '/mail') {
  const opened = await openPage(path, [{ path: 'mail', children: mailRoutes }]);
  return { ...opened, page: opened.page(), shown: opened.text };
}

describe('the outbox', () => {
  it('says plainly that nothing leaves without GOV.UK Notify, and lists what was written', async () => {
    const { http, page, settle, shown } = await open();
    http.expectOne('/api/mail').flush(listOf());
    await settle();
    expect(page.querySelector('.govuk-inset-text')!.textContent).toContain('No email leaves Headway');
    const cells = [...page.querySelectorAll('tbody tr > *')].map((cell) =>
      cell.textContent!.replace(/\s+/g, ' ').trim(),
    );
    expect(cells).toEqual([
      '21 January 202709:00',
      `${mailOf().subject}Due soon`,
      'Ada Leadada@headway.example',
      'Kept here',
    ]);
    expect(page.querySelector('tbody a')!.getAttribute('href')).toBe(`/mail/${mailOf().id}`);
    expect(shown()).toContain('1 email');
    expect(TestBed.inject(Announcer).message()).toBe('1 email');
  });

  it('says what became of each where it sends', async () => {
    const { http, page, settle, shown } = await open();
    const [one] = listOf().items;
    const items = [
      { ...one!, id: 'a', state: 'failed' as const, failure: 'GOV.UK Notify answered 400: Not valid' },
      { ...one!, id: 'b', state: 'sent' as const, sentAt: '2027-01-21T09:00:15.000Z' },
    ];
    http.expectOne('/api/mail').flush(listOf({ items, total: 2, leaves: true }));
    await settle();
    expect(page.querySelector('.govuk-inset-text')).toBeNull();
    expect(shown()).toContain('GOV.UK Notify sends these emails.');
    const tags = [...page.querySelectorAll('.govuk-tag')].map((tag) => tag.className + tag.textContent);
    expect(tags).toEqual(['govuk-tag govuk-tag--redNot sent', 'govuk-tag govuk-tag--greenSent']);
    expect(shown()).toContain('GOV.UK Notify answered 400: Not valid');
  });

  it('goes from page to page by the address', async () => {
    const { http, page, settle } = await open('/mail?page=2');
    http.expectOne('/api/mail?page=2').flush(listOf({ page: 2, total: 120 }));
    await settle();
    const next = page.querySelector('.govuk-pagination__next a')!;
    expect(next.getAttribute('href')).toBe('/mail?page=3');
    await TestBed.inject(Router).navigateByUrl('/mail?page=nonsense');
    await settle();
    http.expectOne('/api/mail').flush(listOf({ total: 120 }));
  });

  it('says so where nothing was written, and offers to try again where it cannot be read', async () => {
    const { http, page, settle, shown } = await open();
    http.expectOne('/api/mail').error(new ProgressEvent('error'));
    await settle();
    page.querySelector<HTMLButtonElement>('main button')!.click();
    await settle();
    http.expectOne('/api/mail').flush(listOf({ items: [], total: 0 }));
    await settle();
    expect(shown()).toContain('Headway has not written to anybody yet.');
    expect(page.querySelector('table')).toBeNull();
  });
});

describe('one mail', () => {
  const path = `/mail/${mailOf().id}`;

  it('is there to be read, paragraph by paragraph', async () => {
    const { http, page, settle, shown } = await open(path);
    http.expectOne(`/api${path}`).flush(mailOf());
    await settle();
    expect(page.querySelector('h1')!.textContent).toBe(mailOf().subject);
    expect(shown()).toContain('HM Treasury, Q3 2026-27 (October to December 2026)');
    expect(shown()).toContain('21 January 2027, 09:00');
    const paragraphs = [...page.querySelectorAll('h2 ~ p')].map((one) => one.textContent);
    expect(paragraphs).toEqual(mailOf().body.split('\n\n'));
    expect(page.querySelector('.govuk-back-link')!.getAttribute('href')).toBe('/mail');
  });

  it('says why it was not sent, and how often that was tried', async () => {
    const { http, settle, shown } = await open(path);
    const failure = 'GOV.UK Notify answered 503: Away';
    http.expectOne(`/api${path}`).flush(mailOf({ state: 'waiting', attempts: 3, failure }));
    await settle();
    expect(shown()).toContain('Waiting to be sent');
    expect(shown()).toContain(`${failure}. Tried 3 times.`);
  });

  it('that is not there is the page of what is missing', async () => {
    const { http, settle, shown } = await open(path);
    const problem = { type: 'about:blank', title: 'There is nothing here', status: 404, code: 'not_found' };
    http.expectOne(`/api${path}`).flush(problem, { status: 404, statusText: 'Not Found' });
    await settle();
    expect(shown()).toContain('Page not found');
  });
});
