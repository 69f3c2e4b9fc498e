import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Review } from '@headway/contract';
import { provideState, provideStore } from '@ngrx/store';
import { Announcer } from '../platform/announcer';
import { problemOf } from '../platform/problem';
import { problemsInterceptor } from '../platform/problems.interceptor';
import { sessionFeature } from '../platform/session/session.feature';
import { reviewOf, revisionOf } from './review.fixture';
import { reviewRoutes } from './review.routes';

const path = '/quarters/2026-27-Q2/review';
const api = `/api${path}`;

async function open(url = path) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemsInterceptor])),
      provideHttpClientTesting(),
      provideStore(),
      provideState(sessionFeature),
      provideRouter([{ path: 'quarters/:id/review', children: reviewRoutes }], withComponentInputBinding()),
    ],
  });
  const harness = await RouterTestingHarness.create(url);
  const http = TestBed.inject(HttpTestingController);
  const page = harness.routeNativeElement!;
  const settle = () => harness.fixture.whenStable();
  const answer = async (review: Review = reviewOf(), at = api) => {
    http.expectOne(at).flush(review);
    await settle();
  };
  const link = (text: string | RegExp) =>
    [...page.querySelectorAll('a')].find(({ textContent }) => textContent!.trim().match(text))!;
  return { harness, http, page, settle, answer, link };
}

/** What is written to the clipboard, or a browser that keeps it to itself. */
function clipboard(refuses = false) {
  const write = spyOn(navigator.clipboard, 'writeText');
  if (refuses) write.and.rejectWith(new DOMException('not allowed'));
  else write.and.resolveTo();
  return write;
}

describe('the page of a review', () => {
  it('says what it is, when it was frozen, and which revisions there are', async () => {
    const { page, answer, link } = await open(`${path}?revision=2`);
    await answer(reviewOf(), `${api}?revision=2`);
    expect(page.querySelector('h1')!.textContent).toBe(reviewOf().title);
    expect(page.textContent).toContain('2:15pm on 2 November 2026');
    expect(page.textContent).toContain('2'.repeat(64));
    expect(page.textContent).toContain('Why it was revised: A department sent the wrong list');
    expect(page.textContent).toContain('What differs from revision 1 is marked [r]');
    expect(link('See what differs').getAttribute('href')).toBe(`${path}?revision=2#revisions`);
    expect(link(/^Revision 1/).getAttribute('href')).toBe(`${path}?revision=1`);
  });

  it('warns where a later revision took its place', async () => {
    const { page, answer, link } = await open(`${path}?revision=1`);
    await answer(reviewOf({ revision: 1 }), `${api}?revision=1`);
    expect(page.querySelector('.govuk-warning-text')!.textContent).toContain('It was replaced by revision 2');
    expect(link('Read revision 2').getAttribute('href')).toBe(`${path}?revision=2`);
  });

  it('says nothing of revisions where there is one', async () => {
    const { page, answer } = await open();
    await answer(reviewOf({ revision: 1, revisions: [revisionOf(1)] }));
    expect(page.querySelector('.govuk-warning-text, .govuk-inset-text')).toBeNull();
  });

  it('offers each form with its format and size, the open one first', async () => {
    const { page, answer } = await open();
    await answer();
    const links = [...page.querySelectorAll<HTMLAnchorElement>('hw-review-downloads a')];
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'OpenDocument spreadsheet (ODS, 120\u00a0KB)',
      'PDF (1.4\u00a0MB)',
      'JSON (made as you download it)',
    ]);
    expect(links[0]!.getAttribute('href')).toBe(`${api}.ods?revision=2`);
    expect(links[0]!.download).toBe('review.ods');
  });

  it('leads to each of its sections, and to the figures published before', async () => {
    const { page, answer } = await open();
    await answer();
    const links = [...page.querySelectorAll<HTMLAnchorElement>('.hw-contents a')];
    expect(links.length).toBe(8);
    for (const { href } of links)
      expect(page.querySelector(new URL(href).hash))
        .withContext(href)
        .not.toBeNull();
    expect(page.textContent).toContain('Figures as they were published: there are none.');
  });

  it('reads nothing again for a place on itself, and another revision at once', async () => {
    const { harness, http, page, answer } = await open();
    await answer();
    await harness.navigateByUrl(`${path}?revision=2#trend`);
    http.expectNone(() => true);
    await harness.navigateByUrl(`${path}?revision=1`);
    await answer(reviewOf({ revision: 1 }), `${api}?revision=1`);
    expect(page.querySelector('.govuk-warning-text')).not.toBeNull();
  });

  it('copies sentences with their source, and says so', async () => {
    const { page, answer, settle } = await open();
    await answer();
    const write = clipboard();
    const button = page.querySelector<HTMLButtonElement>('.hw-headlines button')!;
    expect(button.textContent!.trim()).toBe('Copy these sentences: in brief');
    button.click();
    await settle();
    expect(write).toHaveBeenCalledOnceWith(
      '8 of the 20 services recorded are live or beyond, 40%.\n4 services have no stage recorded.\n' +
        'Source: Headway, review of Q2 2026-27, revision 2. Position on 30 September 2026.',
    );
    expect(TestBed.inject(Announcer).message()).toBe('Copied 2 sentences and the source');
    expect(button.parentElement!.textContent).toContain('Copied 2 sentences and the source');
  });

  it('copies what changed with the date that it is since', async () => {
    const { page, answer, settle } = await open();
    await answer();
    const write = clipboard();
    page.querySelector<HTMLButtonElement>('hw-review-section button')!.click();
    await settle();
    expect(write.calls.mostRecent().args[0].split('\n').slice(0, 2)).toEqual([
      'Stage by stage since 30 June 2026',
      '6 services are live, 30%; 1 point up.',
    ]);
  });

  it('selects the sentences where the browser lets nobody copy', async () => {
    const { page, answer, settle } = await open();
    await answer();
    clipboard(true);
    spyOn(document, 'execCommand').and.returnValue(false);
    page.querySelector<HTMLButtonElement>('.hw-headlines button')!.click();
    await settle();
    expect(getSelection()!.toString()).toContain('4 services have no stage recorded.');
    expect(TestBed.inject(Announcer).message()).toBe('Selected: press Ctrl and C to copy');
  });

  it('sets a table with its row headings, parts beneath their whole, and what was revised marked', async () => {
    const { page, answer } = await open();
    await answer();
    const region = page.querySelector('[role="region"][aria-label="Services by stage and organisation"]')!;
    const rows = [...region.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => `${cell.tagName} ${cell.textContent!.replace(/\s+/g, ' ').trim()}`),
    );
    expect(rows[1]).toEqual(['TH Department for Transport', 'TD 30 [r]', 'TD 40.0%', 'TD +2.5']);
    expect(rows[2]![0]).toBe('TH of which Driver and Vehicle Licensing Agency');
    const about = region.querySelector('table')!.getAttribute('aria-describedby')!;
    expect(page.querySelector(`#${about}`)!.textContent).toContain('[r] Revised');
  });

  it('saves a table that it has whole as the file that the zip has, and leaves the others to the zip', async () => {
    const { page, answer } = await open();
    const [organisations, ...others] = reviewOf().tables;
    const [co, ...rows] = organisations!.rows;
    const typed = { ...co!, cells: ['=SUM(1)', ...co!.cells.slice(1)] };
    await answer(reviewOf({ tables: [{ ...organisations!, rows: [typed, ...rows] }, ...others] }));
    const saved = spyOn(URL, 'createObjectURL').and.returnValue('#saved');
    const named = spyOn(HTMLAnchorElement.prototype, 'click');
    const buttons = [...page.querySelectorAll<HTMLButtonElement>('hw-table-download button')];
    expect(buttons.map(({ textContent }) => textContent!.trim())).toEqual([
      'Download this table (CSV): Services by stage and organisation',
    ]);
    const clicked = new Promise((done) => named.and.callFake(() => done(null)));
    buttons[0]!.click();
    await clicked;
    expect((named.calls.mostRecent().object as HTMLAnchorElement).download).toBe(
      'headway-review-2026-27-Q2-revision-2-organisations.csv',
    );
    const lines = (await (saved.calls.mostRecent().args[0] as Blob).text()).split('\r\n');
    expect(lines.slice(0, 3)).toEqual([
      'Organisation,Services (services),Revised: Services,Live (%),Change (percentage points)',
      "'=SUM(1),1200,,15.25,",
      'Department for Transport,30,r,40,2.5',
    ]);
  });

  it('keeps a long list folded until it is asked for', async () => {
    const { page, answer, settle } = await open();
    await answer();
    const list = page.querySelector<HTMLDetailsElement>('hw-folded-table details')!;
    expect(list.querySelector('summary')!.textContent).toContain('All services: the first 200 of 412 rows');
    expect(list.querySelector('tr')).toBeNull();
    const toggled = new Promise((done) => list.addEventListener('toggle', done, { once: true }));
    list.open = true;
    await toggled;
    await settle();
    expect(list.querySelectorAll('tbody tr').length).toBe(200);
  });

  it('draws the stages of the frozen figures', async () => {
    const { page, answer, settle } = await open();
    await answer();
    for (let frame = 0; frame < 100 && !page.querySelector('hw-chart svg'); frame++) {
      await new Promise(requestAnimationFrame);
      await settle();
    }
    expect(page.querySelector('hw-chart svg title')!.textContent).toBe('Services by stage');
  });

  it('is not found where the quarter is not closed, and where the address names no revision', async () => {
    const first = await open();
    first.http.expectOne(api).flush(problemOf('not_found'), { status: 404, statusText: '' });
    await first.settle();
    expect(first.page.querySelector('h1')!.textContent).toBe('Page not found');
    await first.harness.navigateByUrl(`${path}?revision=none`);
    first.http
      .expectOne(`${api}?revision=none`)
      .flush(problemOf('invalid_request'), { status: 400, statusText: '' });
    await first.settle();
    expect(first.page.querySelector('h1')!.textContent).toBe('Page not found');
  });

  it('can be tried again', async () => {
    const { http, page, settle, answer } = await open();
    http.expectOne(api).error(new ProgressEvent('error'));
    await settle();
    page.querySelector<HTMLButtonElement>('main button')!.click();
    await settle();
    await answer();
    expect(page.querySelector('h1')!.textContent).toBe(reviewOf().title);
  });
});
