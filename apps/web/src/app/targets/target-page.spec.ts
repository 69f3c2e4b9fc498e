import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Service, TargetHistory } from '@headway/contract';
import { Store } from '@ngrx/store';
import { Flash } from '../platform/flash';
import { openPage } from '../platform/page.harness';
import { problemOf } from '../platform/problem';
import { closureOf, serviceOf } from '../services/services.fixture';
import { targetsRoutes } from './targets.routes';

const at = '/api/services/DWP-001';
const year = new Date().getFullYear() + 1;
const march = `${year}-03-31`;
const held = serviceOf({
  stage: 'in_progress',
  version: 7,
  targets: [{ stage: 'live', dueOn: march, firstDueOn: `${year}-01-31`, slippage: 59 }],
});

const routes = [
  { path: 'services/:reference/targets', children: targetsRoutes },
  { path: 'services/:reference', children: [] },
];

async function open(url: string, service: Service | null, organisations: 'all' | string[] = 'all') {
  const opened = await openPage(url, routes, { role: 'digital_lead', organisations });
  const { http, page, settle } = opened;
  const answer = async (now: Service, items: TargetHistory['items'] = []) => {
    http.expectOne(at).flush(now);
    http.expectOne(`${at}/targets`).flush({ items });
    await settle();
  };
  if (service) await answer(service);
  else await settle();
  return {
    ...opened,
    answer,
    typeDate: (day: string, month: string, typedYear = String(year)) =>
      opened.typeDate('dueOn', day, month, typedYear),
    sent: () => http.expectOne({ method: 'PUT', url: `${at}/targets/live` }),
    text: (selector: string) => page().querySelector(selector)?.textContent?.trim() ?? '',
  };
}

const refused = { status: 412, statusText: 'Precondition failed' };

describe('setting a target', () => {
  it('takes the first date without a reason, over the version that was read', async () => {
    const { text, page, submit, typeDate, sent, settle } = await open(
      '/services/DWP-001/targets/live',
      serviceOf({ version: 7 }),
    );
    expect(text('h1')).toBe('By when should it be live?');
    expect(page().querySelector('#reason')).toBeNull();
    await submit();
    expect(text('.govuk-error-summary')).toContain('Enter the date of the target');
    typeDate('31', 'march');
    await submit();
    const request = sent();
    expect(request.request.headers.get('If-Match')).toBe('"7"');
    expect(request.request.body).toEqual({ dueOn: march, reason: null });
    const said = spyOn(TestBed.inject(Flash), 'success');
    const dispatched = spyOn(TestBed.inject(Store), 'dispatch');
    const changed = serviceOf({ version: 8 });
    request.flush(changed);
    await settle();
    expect(said).toHaveBeenCalledWith(`Apply for a licence should be live by 31 March ${year}`);
    expect(dispatched.calls.mostRecent().args[0] as unknown).toEqual(
      jasmine.objectContaining({ service: changed }),
    );
    expect(TestBed.inject(Router).url).toBe('/services/DWP-001');
  });

  it('shows what was said before, and asks why it changes; everything wrong at once', async () => {
    const { text, submit, typeDate, type, sent, page } = await open('/services/DWP-001/targets/live', held);
    expect(text('h1')).toBe('Change the date by which it should be live');
    expect(text('.govuk-inset-text')).toBe(
      `Live by 31 March ${year}. First set as 31 January ${year}: 59 days later.`,
    );
    typeDate('31', '2');
    await submit();
    expect(text('.govuk-error-summary')).toContain('The date of the target must be a real date');
    expect(text('.govuk-error-summary')).toContain('Enter a reason why the target changed');
    typeDate('31', '3');
    type('reason', 'The supplier is late');
    await submit();
    expect(text('#dueOn-error')).toContain('Enter another date, or leave the target as it is');
    typeDate('30', '6', '2001');
    await submit();
    expect(text('#dueOn-error')).toContain('The new date must be today or in the future');
    expect(page().querySelector<HTMLTextAreaElement>('#reason')!.value).toBe('The supplier is late');
    typeDate('30', '6');
    await submit();
    expect(sent().request.body).toEqual({ dueOn: `${year}-06-30`, reason: 'The supplier is late' });
  });

  it('is for no closed service: the page says why', async () => {
    const closure = closureOf({ closedOn: '2026-05-03', reason: 'retired' });
    const { text, page } = await open('/services/DWP-001/targets/live', {
      ...held,
      closures: [closure],
    });
    expect(page().querySelector('form')).toBeNull();
    expect(text('main')).toContain(
      'The service closed on 3 May 2026, so it takes no new targets. Reopen it first.',
    );
  });

  it('is given up with a reason', async () => {
    const { text, page, submit, type, sent } = await open('/services/DWP-001/targets/live/give-up', held);
    expect(text('h1')).toBe('Give up the target to be live');
    expect(page().querySelector('#dueOn')).toBeNull();
    await submit();
    expect(text('.govuk-error-summary')).toContain('Enter a reason why the target changed');
    type('reason', 'Not this year');
    await submit();
    expect(sent().request.body).toEqual({ dueOn: null, reason: 'Not this year' });
  });

  it('is not given up where there is none', async () => {
    const { text, page } = await open('/services/DWP-001/targets/live/give-up', serviceOf());
    expect(text('main')).toContain('There is no target to give up.');
    expect(page().querySelector('form')).toBeNull();
  });

  it('shows both where somebody else set it meanwhile, and saves over theirs when told to', async () => {
    const { answer, text, page, submit, typeDate, type, sent, press } = await open(
      '/services/DWP-001/targets/live',
      held,
    );
    typeDate('30', '6');
    type('reason', 'Mine');
    await submit();
    sent().flush(problemOf('changed_since_read'), refused);
    const theirs = { ...held.targets[0]!, dueOn: `${year}-09-30` };
    await answer({ ...held, version: 9, targets: [theirs] }, [
      {
        stage: 'live',
        dueOn: theirs.dueOn,
        reason: 'Theirs',
        setAt: '2026-11-23T09:00:00Z',
        setBy: 'Sam Oak',
      },
    ]);
    expect(text('h1')).toBe('Somebody changed this while you were typing');
    const rows = [...page().querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim()),
    );
    expect(rows).toEqual([
      ['Date', `30 September ${year}`, `30 June ${year} (different)`, `30 June ${year}`],
      ['Reason', 'Theirs', 'Mine (different)', 'Mine'],
    ]);
    expect(text('main')).toContain('It was set on 23 November 2026, by Sam Oak.');
    await press('Go back to what I typed');
    expect(page().querySelector<HTMLTextAreaElement>('#reason')!.value).toBe('Mine');
    await submit();
    const { request } = sent();
    expect([request.headers.get('If-Match'), request.body]).toEqual([
      '"9"',
      { dueOn: `${year}-06-30`, reason: 'Mine' },
    ]);
  });

  it('saves again by itself where somebody changed other things of the service', async () => {
    const { answer, submit, typeDate, type, sent } = await open('/services/DWP-001/targets/live', held);
    typeDate('30', '6');
    type('reason', 'Mine');
    await submit();
    sent().flush(problemOf('changed_since_read'), refused);
    await answer({ ...held, version: 9, name: 'Another name' });
    expect(sent().request.headers.get('If-Match')).toBe('"9"');
  });

  it('puts a rule of the server beside its field', async () => {
    const { submit, typeDate, sent, settle, text } = await open(
      '/services/DWP-001/targets/live',
      serviceOf(),
    );
    typeDate('31', '3');
    await submit();
    const errors = [{ pointer: '/dueOn', code: 'before_it_opened', message: 'Before it opened' }];
    const rule = { ...problemOf('rule_broken'), errors };
    sent().flush(rule, { status: 422, statusText: 'x' });
    await settle();
    expect(text('#dueOn-error')).toContain('Before it opened');
  });

  it("is not for another organisation's lead", async () => {
    const { text } = await open('/services/DWP-001/targets/live', serviceOf(), ['another']);
    expect(text('h1')).toBe('You do not have permission');
  });

  it('has no page for a stage that is no target', async () => {
    const { text } = await open('/services/DWP-001/targets/in_progress', null);
    expect(text('h1')).toBe('Page not found');
  });
});
