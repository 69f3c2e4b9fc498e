import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Movements } from '@headway/contract';
import { type Movement, type Standing, comparisonOf } from '@headway/domain';
import { Announcer } from '../../platform/announcer';
import { open, unfold } from '../portfolio.harness';

const moved = (before: Standing, after: Standing, services: number): Movement => ({
  before,
  after,
  services,
});
const matrix = [
  ...[moved('live', 'live', 39), moved('in_progress', 'live', 2), moved('live', 'in_progress', 1)],
  ...[
    moved('in_progress', 'in_progress', 8),
    moved('live', 'absent', 140),
    moved('in_progress', 'absent', 9),
  ],
  ...[moved('absent', 'live', 82), moved('absent', 'in_progress', 18)],
];

function movements(total = 3): Movements {
  const organisation = { slug: 'ho', name: 'Home Office', abbreviation: 'HO' };
  const moves = [
    { effectiveOn: '2025-05-03', stage: 'in_progress' as const, note: 'Failed a security test.' },
  ];
  return {
    ...{ from: '2024-03-31', to: '2025-03-31', boundaries: 'then', matrix },
    comparison: comparisonOf('2024-03-31', matrix),
    services: {
      items: [
        { reference: 'HO-1', name: 'Rent checks', organisation, before: 'live', after: 'in_progress', moves },
      ],
      ...{ page: 1, pageSize: 50, total },
    },
  };
}

const address = '/portfolio/compare?from=2024-03-31&to=2025-03-31';
const words = (element: Element | null) => element!.textContent!.replace(/\s+/g, ' ').trim();

async function answered(url = address, answer = movements()) {
  const opened = await open(url);
  opened.http.expectOne(`/api${url}`.replace('/compare?', '/movements?')).flush(answer);
  await opened.settle();
  return opened;
}

describe('two dates beside each other', () => {
  it('say what changed, what that is made of, and warn where the list tells another story', async () => {
    const { page } = await answered();
    expect(words(page.querySelector('h2'))).toBe('31 March 2024 and 31 March 2025');
    expect(words(page.querySelector('.govuk-body-l'))).toContain(
      'points down since 31 March 2024; 2 points up among',
    );
    expect(words(page.querySelector('.govuk-warning-text'))).toContain(
      '149 services were recorded on the first date only, and 100 services on the second only.',
    );
    const [stages, between, list] = [...page.querySelectorAll('table')];
    const live = [...stages!.querySelectorAll('tbody tr')].at(-1)!;
    expect([...live.children].map(words)).toEqual([
      ...['Live or beyond', '180 (90%)', '123 (82%)', '8 points down', '40 (80%)', '41 (82%)', '2 points up'],
    ]);
    expect(live.querySelector('a')!.getAttribute('href')).toBe(
      '/services?on=2024-03-31&stage=live&stage=redesigned',
    );
    const cell = between!.querySelector('[aria-label="1, from Live to In progress"]')!;
    expect(cell.getAttribute('href')).toBe(`${address}&before=live&after=in_progress#services`);
    expect(cell.parentElement!.className).toContain('hw-matrix__down');
    expect(words(page.querySelector('hw-movement-matrix'))).toContain(
      'Those with a thick line to the left of their number went back.',
    );
    expect(words(list!.querySelector('tbody tr'))).toContain('Failed a security test.');
    expect(list!.querySelector('tbody a')!.getAttribute('href')).toBe('/services/HO-1?on=2025-03-31');
  });

  it('open the services behind their figures, of one stage among the same services too', async () => {
    const { page } = await answered();
    const href = (link: Element | null | undefined) => link!.getAttribute('href');
    expect(href(page.querySelector('.govuk-body-l a'))).toBe(
      '/services?on=2025-03-31&stage=live&stage=redesigned',
    );
    const rows = [...page.querySelectorAll('hw-stage-changes tbody tr')];
    const same = (row: Element) => [...row.children].slice(4, 6).map((cell) => cell.querySelector('a'));
    expect(same(rows[2]!).map(href)).toEqual([
      `${address}&kind=up&kind=down&kind=stayed&before=live#services`,
      `${address}&kind=up&kind=down&kind=stayed&after=live#services`,
    ]);
    expect(same(rows.at(-1)!)).toEqual([null, null]);
  });

  it('say which past they are of, which can be left, and go back to the same view', async () => {
    const past = `${address}&asKnownAt=2025-06-30&boundaries=today`;
    const { page } = await answered(past);
    expect(words(page.querySelector('h2'))).toBe(
      '31 March 2024 and 31 March 2025, as it was known on 30 June 2025, by the departments of 30 June 2025',
    );
    const known = [...page.querySelectorAll('a')].find((link) => words(link) === 'Show what is known now')!;
    expect(known.getAttribute('href')).toBe(`${address}&boundaries=today`);
    expect(page.querySelector('.govuk-breadcrumbs a[href^="/portfolio"]')!.getAttribute('href')).toBe(
      '/portfolio?on=2025-03-31&asKnownAt=2025-06-30&boundaries=today',
    );
  });

  it('open what has left on the first date', async () => {
    const answer = movements();
    const [item] = answer.services.items;
    answer.services.items = [{ ...item!, after: 'absent' }];
    const { page } = await answered(`${address}&kind=left`, answer);
    expect(page.querySelector('hw-moved-services a')!.getAttribute('href')).toBe(
      '/services/HO-1?on=2024-03-31',
    );
  });

  it('list those that moved in one way, page by page, and say so', async () => {
    const { page } = await answered(`${address}&kind=down`, movements(120));
    expect(words(page.querySelector('h3'))).toBe('120 services went back');
    expect(TestBed.inject(Announcer).message()).toBe('120 services went back');
    expect(words(page.querySelector('[aria-current=true]'))).toBe('Went back (1)');
    const next = page.querySelector('a[rel=next]')!.getAttribute('href');
    expect(next).toBe(`${address}&kind=down&page=2#services`);
  });

  it('are refused where the first is not before the second, with all that was typed kept', async () => {
    const { page, settle } = await answered();
    await unfold(page, settle);
    const type = (id: string, text: string) => {
      const field = page.querySelector<HTMLInputElement>(`#${id}`)!;
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    const submit = async () => {
      page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    type('from-year', '2026');
    await submit();
    expect(words(page.querySelector('.govuk-error-summary a'))).toBe(
      'The first date must be before the second',
    );
    expect(page.querySelector<HTMLInputElement>('#from-year')!.value).toBe('2026');
    type('from-year', '2023');
    await submit();
    expect(TestBed.inject(Router).url).toBe('/portfolio/compare?from=2023-03-31&to=2025-03-31');
  });

  it('have a problem page that can be tried again', async () => {
    const { http, page, settle } = await open(address);
    http.expectOne(`/api${address}`.replace('/compare?', '/movements?')).error(new ProgressEvent('error'));
    await settle();
    expect(words(page.querySelector('h1'))).toBe('Headway is not available');
    page.querySelector<HTMLButtonElement>('main button')!.click();
    await settle();
    http.expectOne(`/api${address}`.replace('/compare?', '/movements?')).flush(movements());
    await settle();
    expect(words(page.querySelector('h1'))).toBe('Compare two dates');
  });
});
