import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Barrier } from '@headway/contract';
import { type CalendarDate, formatDate, londonDate } from '@headway/domain';
import { Flash } from '../platform/flash';
import { openPage } from '../platform/page.harness';
import { problemOf } from '../platform/problem';
import { closureOf, serviceOf } from '../services/services.fixture';
import { barrierOf, turnOf } from './barriers.fixture';
import { barrierRoutes, raiseBarrierRoutes } from './barriers.routes';

const today = londonDate(new Date());
const at = `/api/barriers/${barrierOf().id}`;

const routes = [
  { path: 'services/:reference/barriers', children: raiseBarrierRoutes },
  { path: 'departments/:slug/barriers', children: raiseBarrierRoutes },
  { path: 'barriers/:id', children: barrierRoutes },
  { path: 'services/:reference', children: [] },
  { path: 'departments/:slug', children: [] },
];

async function open(url: string, organisations: 'all' | string[] = 'all') {
  const opened = await openPage(url, routes, { role: 'digital_lead', organisations });
  const { http, page, field, settle } = opened;
  const answer = async (barrier: Barrier, changedBy = 'Dana Wren') => {
    http.expectOne(at).flush(barrier);
    http.expectOne(`${at}/history`).flush({ items: [turnOf({ changedBy })] });
    await settle();
  };
  return {
    ...opened,
    answer,
    typeDate: (id: string, date: CalendarDate) => {
      const [year, month, day] = date.split('-');
      opened.typeDate(id, day!, month!, year!);
    },
    value: (id: string) => field(id).value,
    sent: () => http.expectOne({ method: 'PATCH', url: at }),
    text: (selector: string) => page().querySelector(selector)?.textContent?.trim() ?? '',
  };
}

describe('adding a barrier', () => {
  it('says all that is missing, keeps what is typed, and sends it once with a key', async () => {
    const { http, settle, text, submit, type, value, page, press } = await open(
      '/services/DWP-001/barriers/new',
    );
    http.expectOne('/api/services/DWP-001').flush(serviceOf());
    await settle();
    expect(text('.govuk-caption-l')).toBe('Apply for a licence');
    type('nextAction', 'Hire two');
    await submit();
    for (const error of [
      'Select what kind of barrier it is',
      'Enter what holds it back',
      'Enter the date it was raised',
    ])
      expect(text('.govuk-error-summary')).toContain(error);
    expect(value('nextAction')).toBe('Hire two');
    page().querySelector<HTMLInputElement>('input[value=skills]')!.click();
    type('description', 'Nobody to build it');
    await press('Use today’s date');
    await submit();
    await submit();
    const post = http.expectOne({ method: 'POST', url: '/api/services/DWP-001/barriers' });
    expect(post.request.headers.get('Idempotency-Key')).toBeTruthy();
    expect(post.request.body).toEqual({
      category: 'skills',
      description: 'Nobody to build it',
      nextAction: 'Hire two',
      nextActionOwner: null,
      raisedOn: today,
    });
    const said = spyOn(TestBed.inject(Flash), 'success');
    post.flush(barrierOf());
    expect(said).toHaveBeenCalledWith('Barrier added');
  });

  it('is for no closed service: the page says why', async () => {
    const { http, settle, page } = await open('/services/DWP-001/barriers/new');
    const closure = closureOf({ closedOn: '2026-05-03', reason: 'retired' });
    http.expectOne('/api/services/DWP-001').flush(serviceOf({ closures: [closure] }));
    await settle();
    expect(page().querySelector('form')).toBeNull();
    expect(page().textContent).toContain('The service closed on 3 May 2026, so it takes no new barriers.');
  });

  it('is as well of a whole organisation, for its own lead', async () => {
    const { organisation } = barrierOf();
    const { http, settle, text, page } = await open('/departments/dwp/barriers/new', [organisation.id]);
    http.expectOne('/api/organisations/dwp').flush({ ...organisation, kind: 'agency' });
    await settle();
    expect([text('.govuk-caption-l'), text('h1')]).toEqual(['Work and Pensions', 'Add a barrier']);
    expect(page().querySelector('.govuk-back-link')!.getAttribute('href')).toBe('/departments/dwp');
  });

  it("is not for another organisation's lead", async () => {
    const { http, settle, text } = await open('/services/DWP-001/barriers/new', ['another']);
    http.expectOne('/api/services/DWP-001').flush(serviceOf());
    await settle();
    expect(text('h1')).toBe('You do not have permission');
  });
});

describe('a barrier', () => {
  const change = `/barriers/${barrierOf().id}/change`;

  it('is changed over the version that was read, and leaves alone whether it is resolved', async () => {
    const { answer, type, submit, sent, settle, value, page } = await open(change);
    await answer(barrierOf());
    expect(value('description')).toBe('The mainframe takes no calls');
    expect(page().querySelector('#resolvedOn')).toBeNull();
    type('nextActionOwner', '');
    await submit();
    const request = sent();
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    const { category, description, nextAction, raisedOn } = barrierOf();
    expect(request.request.body).toEqual({
      category,
      description,
      nextAction,
      nextActionOwner: null,
      raisedOn,
    });
    request.flush(barrierOf({ version: 4 }));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/services/DWP-014');
  });

  it('that is resolved has that date to change too', async () => {
    const { answer, typeDate, submit, sent, text } = await open(change);
    await answer(barrierOf({ resolvedOn: '2026-06-01' }));
    typeDate('resolvedOn', '2026-04-22');
    await submit();
    expect(text('#resolvedOn-error')).toContain('must be the same as or after the date it was raised');
    typeDate('resolvedOn', '2026-05-01');
    await submit();
    expect(sent().request.body).toEqual(jasmine.objectContaining({ resolvedOn: '2026-05-01' }));
  });

  it('is resolved on a date, or today', async () => {
    const { answer, submit, press, sent, settle, text } = await open(`/barriers/${barrierOf().id}/resolve`);
    await answer(barrierOf({ service: null }));
    await submit();
    expect(text('.govuk-error-summary')).toContain('Enter the date it was resolved');
    await press('Use today’s date');
    await submit();
    const request = sent();
    expect(request.request.body).toEqual({ resolvedOn: today });
    const said = spyOn(TestBed.inject(Flash), 'success');
    request.flush(barrierOf());
    await settle();
    expect(said).toHaveBeenCalledWith('Barrier resolved');
    expect(TestBed.inject(Router).url).toBe('/departments/dwp');
  });

  it('is opened again, unless it is open', async () => {
    const reopen = `/barriers/${barrierOf().id}/reopen`;
    const { answer, http, settle, submit, sent } = await open(reopen);
    await answer(barrierOf({ resolvedOn: '2026-06-01' }));
    http.expectOne('/api/services/DWP-014').flush(serviceOf());
    await settle();
    await submit();
    expect(sent().request.body).toEqual({ resolvedOn: null });
    TestBed.resetTestingModule();
    const again = await open(reopen);
    await again.answer(barrierOf());
    again.http.expectOne('/api/services/DWP-014').flush(serviceOf());
    await again.settle();
    expect(again.text('form')).toContain('It is open already.');
    expect(again.page().querySelector('form button')).toBeNull();
  });

  it('is done where somebody else opened it again meanwhile', async () => {
    const { answer, http, settle, submit, sent, url } = await open(`/barriers/${barrierOf().id}/reopen`);
    await answer(barrierOf({ resolvedOn: '2026-06-01' }));
    http.expectOne('/api/services/DWP-014').flush(serviceOf());
    await settle();
    await submit();
    sent().flush(problemOf('changed_since_read'), { status: 412, statusText: 'x' });
    await answer(barrierOf({ version: 5 }));
    expect(url()).toBe('/services/DWP-014');
  });

  it('shows both where somebody else changed it meanwhile, and loses nothing', async () => {
    const { answer, type, submit, sent, press, page, value } = await open(change);
    await answer(barrierOf());
    type('description', 'Mine');
    await submit();
    const conflict = { status: 412, statusText: 'x' };
    sent().flush(problemOf('changed_since_read'), conflict);
    await answer(barrierOf({ description: 'Theirs', resolvedOn: '2026-06-01', version: 5 }), 'Sam Oak');
    const differing = [...page().querySelectorAll('tr.hw-differs')].map((row) =>
      [...row.children].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim()),
    );
    expect(differing).toEqual([
      [
        'What holds it back',
        'Theirs',
        'Mine (different)',
        jasmine.stringContaining('Mine Which to save: What holds it back'),
      ],
    ]);
    expect(page().textContent).toContain('It was changed on 23 April 2026, by Sam Oak.');
    expect(page().textContent).toContain(formatDate('2026-06-01'));
    await press('Go back to what I typed');
    expect(value('description')).toBe('Mine');
    await submit();
    const second = sent();
    expect(second.request.headers.get('If-Match')).toBe('"5"');
    expect(second.request.body).not.toEqual(jasmine.objectContaining({ resolvedOn: null }));
    second.flush(problemOf('changed_since_read'), conflict);
    await answer(barrierOf({ version: 6 }), 'Sam Oak');
    await press('Save what I typed');
    expect(sent().request.headers.get('If-Match')).toBe('"6"');
  });
});
