import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { londonDate } from '@headway/domain';
import { portfolioOf } from './portfolio.fixture';
import { asked, open, unfold } from './portfolio.harness';

describe('what is shown of the portfolio', () => {
  const type = (page: HTMLElement, id: string, [day, month, year]: [string, string, string]) => {
    for (const [part, text] of Object.entries({ day, month, year })) {
      const field = page.querySelector<HTMLInputElement>(`#${id}-${part}`)!;
      field.value = text;
      field.dispatchEvent(new Event('input'));
    }
  };
  const submit = (page: HTMLElement) =>
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));

  it('compares with the date that is typed, which must be before the one shown', async () => {
    const { http, page, settle } = await open('/portfolio?on=2024-03-31');
    http.expectOne(asked('/api/portfolio?on=2024-03-31')).flush(portfolioOf({ on: '2024-03-31' }));
    await settle();
    await unfold(page, settle);
    type(page, 'compareWith', ['31', '3', '2024']);
    submit(page);
    await settle();
    expect(page.querySelector('.govuk-error-summary a')!.textContent).toBe(
      'The date to compare with must be before the date shown',
    );
    type(page, 'compareWith', ['31', 'December', '2023']);
    submit(page);
    await settle();
    expect(TestBed.inject(Router).url).toBe('/portfolio?on=2024-03-31&compareWith=2023-12-31');
  });

  it('puts the past that is chosen into the address', async () => {
    const { http, page, settle } = await open('/portfolio?organisation=dft');
    http.expectOne(asked('/api/portfolio?organisation=dft')).flush(portfolioOf());
    await settle();
    await unfold(page, settle);
    type(page, 'on', ['31', '3', '2024']);
    type(page, 'asKnownAt', ['30', 'June', '2024']);
    page.querySelector<HTMLInputElement>('input[name=boundaries][value=today]')!.click();
    submit(page);
    await settle();
    expect(TestBed.inject(Router).url).toBe(
      '/portfolio?on=2024-03-31&asKnownAt=2024-06-30&boundaries=today&organisation=dft',
    );
  });

  it('refuses what is to be known by tonight, since the day is not over', async () => {
    const { http, page, settle } = await open();
    http.expectOne(asked('/api/portfolio')).flush(portfolioOf());
    await settle();
    await unfold(page, settle);
    const [year, month, day] = londonDate(new Date()).split('-') as [string, string, string];
    type(page, 'asKnownAt', [day, month, year]);
    submit(page);
    await settle();
    const [link] = page.querySelectorAll<HTMLAnchorElement>('.govuk-error-summary a');
    expect([link!.textContent, link!.getAttribute('href')]).toEqual([
      'The date it was known on must be in the past',
      '#asKnownAt',
    ]);
    expect(page.querySelector('#asKnownAt-error')!.textContent).toContain('must be in the past');
    expect(page.querySelector<HTMLInputElement>('#asKnownAt-year')!.value).toBe(year);
  });

  it('refuses a date that is none, on submit only, and keeps what was typed', async () => {
    const { http, page, settle } = await open();
    http.expectOne(asked('/api/portfolio')).flush(portfolioOf());
    await settle();
    await unfold(page, settle);
    const day = page.querySelector<HTMLInputElement>('#on-day')!;
    day.value = '31';
    day.dispatchEvent(new Event('input'));
    await settle();
    expect(page.querySelector('.govuk-error-summary')).toBeNull();
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(page.querySelector('.govuk-error-summary')!.textContent).toContain(
      'must include a month and year',
    );
    expect(day.value).toBe('31');
  });
});
