import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Flash } from '../platform/flash';
import { problemOf } from '../platform/problem';
import { recordOf, serviceOf } from './records.fixture';
import { at, open } from './records.harness';

const wrong = recordOf();
const corrections = `${at}/records/${wrong.id}/corrections`;
const openIt = () => open(`/services/DWP-014/records/${wrong.id}/correct`);

describe('correcting a record', () => {
  beforeEach(() => sessionStorage.clear());

  it('says which record it is, and asks what was wrong with it', async () => {
    const { heading, page, submit, summary } = await openIt();
    expect(heading()).toBe('Correct a record');
    expect(page().textContent).toContain('Live from 1 May 2025, recorded by Dana Wren on 2 May 2025');
    await submit();
    expect(summary()).toContain('Select what was wrong');
    expect(summary()).toContain('Enter a reason for the correction');
  });

  it('begins with what the record says, and sends what it should have said, over the version that was read', async () => {
    const { http, page, pick, settle, submit, type } = await openIt();
    pick('other');
    await settle();
    expect(page().querySelector<HTMLInputElement>('input[value=live]')!.checked).toBeTrue();
    expect(page().querySelector<HTMLInputElement>('#effectiveOn-day')!.value).toBe('1');
    pick('in_progress');
    type('reason', ' Only a beta ');
    await submit();
    const { request } = http.expectOne(corrections);
    expect(request.headers.get('If-Match')).toBe('"7"');
    expect(request.body).toEqual(
      jasmine.objectContaining({
        stage: 'in_progress',
        effectiveOn: '2025-05-01',
        frontOffice: 'live',
        reason: 'Only a beta',
      }),
    );
  });

  it('withdraws a record that should never have been, and says so on the service', async () => {
    const { http, pick, settle, submit, type } = await openIt();
    pick('never');
    type('reason', 'Another service');
    await submit();
    const sent = http.expectOne(corrections);
    expect(sent.request.body).toEqual({ withdrawn: true, reason: 'Another service' });
    sent.flush({ record: null, service: serviceOf() });
    await settle();
    expect(TestBed.inject(Router).url).toBe('/services/DWP-014');
    TestBed.inject(Flash).arrived();
    expect(TestBed.inject(Flash).shown()).toBe('You withdrew a record of Apply for a pension');
  });

  it('keeps what was typed where somebody was quicker, and sends it over what is there now', async () => {
    const { answer, http, page, pick, settle, submit, summary, type } = await openIt();
    pick('never');
    type('reason', 'Another service');
    await submit();
    http
      .expectOne(corrections)
      .flush(problemOf('changed_since_read'), { status: 412, statusText: 'Precondition Failed' });
    answer(serviceOf({ version: 9 }), [wrong]);
    await settle();
    expect(summary()).toContain('Somebody changed this service while you were on this page');
    expect(page().querySelector<HTMLTextAreaElement>('#reason')!.value).toBe('Another service');
    await submit();
    expect(http.expectOne(corrections).request.headers.get('If-Match')).toBe('"9"');
  });

  it('shows what the server refuses beside the field that it is about', async () => {
    const { http, page, pick, settle, submit, type } = await openIt();
    pick('other');
    await settle();
    type('reason', 'A day late');
    await submit();
    const errors = [
      { pointer: '/effectiveOn', code: 'service_closed', message: 'The service was closed on this date' },
    ];
    http
      .expectOne(corrections)
      .flush({ ...problemOf('rule_broken'), errors }, { status: 422, statusText: 'No' });
    await settle();
    expect(page().querySelector('#effectiveOn-error')!.textContent).toContain('The service was closed');
  });

  it('only withdraws a confirmation, as it has no stage to correct', async () => {
    const confirmed = recordOf({ id: wrong.id, kind: 'confirmation', confirms: 'x', note: null });
    const { heading, http, page, submit, type } = await open(
      `/services/DWP-014/records/${wrong.id}/correct`,
      [confirmed, recordOf({ id: 'x', kind: 'first' })],
    );
    expect(heading()).toBe('Withdraw a confirmation');
    expect(page().querySelector('input[type=radio]')).toBeNull();
    type('reason', 'Looked at another');
    await submit();
    expect(http.expectOne(corrections).request.body).toEqual({
      withdrawn: true,
      reason: 'Looked at another',
    });
  });

  it('says which confirmations it speaks against', async () => {
    const confirmed = recordOf({
      id: 'c',
      kind: 'confirmation',
      confirms: wrong.id,
      effectiveOn: '2025-06-01',
    });
    const { page, pick, settle } = await open(`/services/DWP-014/records/${wrong.id}/correct`, [
      confirmed,
      wrong,
    ]);
    expect(page().textContent).not.toContain('was still right on');
    pick('never');
    await settle();
    expect(page().textContent).toContain(
      'Dana Wren confirmed that “Live” was still right on 1 June 2025. That confirmation will no longer count.',
    );
  });

  it('has no form for a record that was corrected already', async () => {
    const correction = { at: '2025-06-01T09:00:00Z', by: 'Bo', reason: 'Wrong', replacedBy: null };
    const { page } = await open(`/services/DWP-014/records/${wrong.id}/correct`, [recordOf({ correction })]);
    expect(page().querySelector('form')).toBeNull();
    expect(page().textContent).toContain('has been corrected already');
  });
});
