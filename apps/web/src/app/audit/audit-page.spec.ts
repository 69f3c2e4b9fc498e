import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Announcer } from '../platform/announcer';
import { openPage } from '../platform/page.harness';
import { entryOf, listOf } from './audit.fixture';
import { auditRoutes } from './audit.routes';

const organisations = [{ slug: 'hm-treasury', name: 'HM Treasury' }];
/** What is read in an element, part by part. */
function wordsOf(element: Element): string {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let words = '';
  while (texts.nextNode()) words += ` ${texts.currentNode.textContent}`;
  return words.replace(/\s+:/g, ':').replace(/\s+/g, ' ').trim();
}

const pageOf = (items: object[]) => ({ items, page: 1, pageSize: 200, total: items.length });

async function open(query = '') {
  const opened = await openPage(`/audit${query}`, [{ path: 'audit', children: auditRoutes }]);
  const { http, text } = opened;
  http.expectOne('/api/organisations?page=1&pageSize=200').flush(pageOf(organisations));
  http.expectOne('/api/organisations?ended=true&page=1&pageSize=200').flush(pageOf([]));
  return { ...opened, page: opened.page(), shown: text };
}

describe('the audit page', () => {
  it('tells who did what to what and when, with before and after behind it', async () => {
    const { http, page, settle, shown } = await open();
    http.expectOne('/api/audit').flush(listOf());
    await settle();
    expect(shown()).toContain('1 entry');
    const [when, what, who] = [...page.querySelectorAll('tbody tr > *')].map(wordsOf);
    expect(when).toBe('30 June 2026 23:30:05');
    expect(what).toMatch(/^Service details changed: HMT-001 HM Treasury Entry 3 in full/);
    expect(who).toBe('Ada Lead ada@headway.example');
    const details = page.querySelector('tbody details')!;
    expect(details.hasAttribute('open')).toBeFalse();
    expect(wordsOf(details)).toContain('Entry 3 in full Name Before: Old After: New');
    expect(details.textContent).toContain('ab'.repeat(32));
    expect(page.querySelector('tbody a')!.getAttribute('href')).toBe('/services/HMT-001');
    expect(TestBed.inject(Announcer).message()).toBe('1 entry');
  });

  it('names an organisation once where an entry is about itself', async () => {
    const { http, page, settle } = await open();
    const entry = entryOf({ action: 'organisation.changed', subject: 'hm-treasury' });
    http.expectOne('/api/audit').flush(listOf({ items: [entry] }));
    await settle();
    expect(wordsOf(page.querySelector('tbody td')!)).toMatch(/^Organisation changed: HM Treasury Entry 3/);
    expect(page.querySelector('tbody a')!.getAttribute('href')).toBe('/departments/hm-treasury');
  });

  it('says how long the chain of the organisation chosen is', async () => {
    const { http, settle, shown } = await open('?organisation=hm-treasury&organisation=-&page=2');
    const heads = [
      { organisation: entryOf().organisation, position: 1234, hash: 'cd'.repeat(32) },
      { organisation: null, position: 1, hash: 'ef'.repeat(32) },
    ];
    http
      .expectOne('/api/audit?organisation=hm-treasury&organisation=-&page=2')
      .flush(listOf({ heads, page: 2, total: 120 }));
    await settle();
    expect(shown()).toContain('The chain of HM Treasury has 1,234 entries.');
    expect(shown()).toContain('begins with cdcdcdcdcdcd.');
    expect(shown()).toContain('The chain of all of government has 1 entry.');
  });

  it('keeps the filter in the address, and the pages within it', async () => {
    const { http, page, settle, type, submit } = await open();
    http.expectOne('/api/audit').flush(listOf());
    await settle();
    type('person', ' Ada ');
    type('from-day', '1');
    type('from-month', 'March');
    type('from-year', '2026');
    await submit();
    http.expectOne('/api/audit?person=Ada&from=2026-03-01').flush(listOf({ total: 60 }));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/audit?person=Ada&from=2026-03-01');
    expect(page.querySelector('.moj-filter__selected')!.textContent).toContain('1 March 2026');
    const next = page.querySelector('.govuk-pagination__next a')!;
    expect(next.getAttribute('href')).toBe('/audit?person=Ada&from=2026-03-01&page=2');
  });

  it('refuses days the wrong way round, on submit only, and keeps what was typed', async () => {
    const { http, page, settle, type, submit } = await open('?to=2026-03-31');
    http.expectOne('/api/audit?to=2026-03-31').flush(listOf());
    await settle();
    type('from-day', '1');
    type('from-month', '4');
    type('from-year', '2026');
    await settle();
    expect(page.querySelector('.govuk-error-summary')).toBeNull();
    await submit();
    expect(page.querySelector('.govuk-error-summary')!.textContent).toContain(
      'The last day must be the same as or after the first day',
    );
    expect(page.querySelector('#to-error')).not.toBeNull();
    expect(page.querySelector<HTMLInputElement>('#from-month')!.value).toBe('4');
  });

  it('says so where nothing matches, and offers to try again where it cannot be read', async () => {
    const { http, page, settle, shown } = await open('?action=pulse.opened');
    http.expectOne('/api/audit?action=pulse.opened').flush(listOf({ items: [], total: 0 }));
    await settle();
    expect(shown()).toContain('No entry matches what you chose.');
    expect(page.querySelector<HTMLSelectElement>('#action')!.value).toBe('pulse.opened');
    await TestBed.inject(Router).navigateByUrl('/audit');
    await settle();
    http.expectOne('/api/audit').error(new ProgressEvent('error'));
    await settle();
    expect(shown()).toContain('What you chose could not be shown. Below is still what you chose before.');
    expect(shown()).toContain('No entry matches what you chose.');
    expect(page.querySelector<HTMLSelectElement>('#action')!.value).toBe('');
    page.querySelector<HTMLButtonElement>('main button')!.click();
    http.expectOne('/api/audit').flush(listOf());
    await settle();
    expect(shown()).toContain('1 entry');
  });
});
