import { TestBed } from '@angular/core/testing';
import { Flash } from '../../platform/flash';
import { problemOf } from '../../platform/problem';
import { closedWave, openWave, resultsOf } from '../pulse.fixture';
import { open } from '../pulse.harness';

const at = '/api/pulse/waves';
const dft = { slug: 'dft', name: 'Department for Transport', abbreviation: 'DfT' };

describe('the waves of the pulse', () => {
  it('are listed with their days, state and responses, those of an open one not counted yet', async () => {
    const { answerResults, answerWaves, page, rows } = await open('/pulse/waves');
    await answerWaves();
    await answerResults();
    const [, now, last] = rows(page.querySelector('table')!);
    expect(now!.slice(0, 3)).toEqual([
      '1 November 2026 to 15 December 2026',
      'Open',
      'Shown once it has closed',
    ]);
    expect(last!.slice(0, 3)).toEqual(['1 May 2026 to 31 May 2026', 'Closed', '465']);
    expect(page.querySelector('tbody tr:nth-child(2) td a')!.getAttribute('href')).toBe(
      `/pulse?wave=${closedWave.id}`,
    );
  });

  it('tell of 1 to 9 responses only that they are so few', async () => {
    const { answerWaves, http, page, rows, settle } = await open('/pulse/waves');
    await answerWaves([closedWave]);
    http.expectOne(({ url }) => url === '/api/pulse/results').flush({ ...resultsOf(), responses: null });
    await settle();
    expect(rows(page.querySelector('table')!)[1]![2]).toBe('Fewer than 10');
  });

  it('are for oversight alone', async () => {
    const { http, url } = await open('/pulse/waves', 'viewer');
    http.verify();
    expect(url()).toBe('/no-permission');
  });

  it('are planned by two dates, which must be in order and share no day with another wave', async () => {
    const { answerWaves, http, page, submit, settle, text, url } = await open('/pulse/waves/new');
    await answerWaves();
    const type = (id: string, [day, month, year]: readonly string[]) => {
      for (const [part, value] of Object.entries({ day, month, year })) {
        const field = page.querySelector<HTMLInputElement>(`#${id}-${part}`)!;
        field.value = value!;
        field.dispatchEvent(new Event('input'));
      }
    };
    const errors = () =>
      [...page.querySelectorAll('.govuk-error-summary a')].map((one) => one.textContent.trim());
    expect(text()).toContain('How much does digital affect your work?');
    await submit();
    expect(errors()).toEqual(['Enter the date the wave opens', 'Enter the date the wave closes']);
    type('opensOn', ['1', '12', '2099']);
    type('closesOn', ['30', 'November', '2099']);
    await submit();
    expect(errors()).toEqual(['The date the wave closes must be the same as or after the date it opens']);
    type('closesOn', ['31', 'December', '2099']);
    await submit();
    const flash = spyOn(TestBed.inject(Flash), 'success');
    const request = http.expectOne({ method: 'POST', url: at });
    expect(request.request.body).toEqual({ opensOn: '2099-12-01', closesOn: '2099-12-31' });
    expect(request.request.headers.get('Idempotency-Key')).toBeTruthy();
    request.flush({ ...openWave, opensOn: '2099-12-01', closesOn: '2099-12-31', state: 'planned' });
    await settle();
    expect(flash).toHaveBeenCalledWith(
      'The wave of 1 December to 31 December 2099 is planned. Send each organisation its link.',
    );
    expect(url()).toBe(`/pulse/waves/${openWave.id}`);
  });

  it('say what the server refuses at the date that it is about', async () => {
    const { answerWaves, http, page, submit, settle } = await open('/pulse/waves/new');
    await answerWaves([]);
    for (const [id, day] of [
      ['opensOn', '1'],
      ['closesOn', '2'],
    ] as const)
      for (const [part, value] of Object.entries({ day, month: '1', year: '2099' })) {
        const field = page.querySelector<HTMLInputElement>(`#${id}-${part}`)!;
        field.value = value;
        field.dispatchEvent(new Event('input'));
      }
    await submit();
    const errors = [
      {
        pointer: '/opensOn',
        code: 'overlaps',
        message: 'The dates of the wave must not overlap those of another',
      },
    ];
    http
      .expectOne({ method: 'POST', url: at })
      .flush({ ...problemOf('rule_broken'), errors }, { status: 422, statusText: 'Unprocessable' });
    await settle();
    expect(page.querySelector('#opensOn-error')!.textContent).toContain('must not overlap');
  });
});

describe('one wave', () => {
  it('gives the link of each organisation, to copy one by one or as a file', async () => {
    const { http, page, settle, text } = await open(`/pulse/waves/${openWave.id}`);
    http.expectOne(`${at}/${openWave.id}`).flush(openWave);
    http.expectOne(`${at}/${openWave.id}/links`).flush({ items: [{ organisation: dft, link: 'abc-123' }] });
    await settle();
    expect(text()).toContain('It is open until the end of 15 December 2026. Results show on the day after.');
    const address = `${location.origin}/pulse/survey/abc-123`;
    expect(page.querySelector('td .hw-break')!.textContent).toBe(address);
    const copied = spyOn(navigator.clipboard, 'writeText').and.resolveTo();
    const button = page.querySelector<HTMLButtonElement>('td button')!;
    expect(button.textContent).toContain('Copy the link of Department for Transport');
    button.click();
    await settle();
    expect(copied).toHaveBeenCalledOnceWith(address);
    expect(button.textContent).toContain('Copied');
    const saved = spyOn(URL, 'createObjectURL').and.returnValue('blob:none');
    spyOn(HTMLAnchorElement.prototype, 'click');
    page.querySelector<HTMLButtonElement>('button[gov-button]')!.click();
    expect(await (saved.calls.mostRecent().args[0] as Blob).text()).toContain(
      `Department for Transport,${address}`,
    );
  });
});
