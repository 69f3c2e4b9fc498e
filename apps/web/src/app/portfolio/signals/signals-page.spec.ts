import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { List, SignalledService, Signals, Threshold } from '@headway/contract';
import { Announcer } from '../../platform/announcer';
import { open } from '../portfolio.harness';

const none = {
  services: 40,
  any: 9,
  stalled: 0,
  went_backwards: 1,
  slipped: 5,
  front_only: 0,
  check_claim: 2,
  no_data: 3,
};

const falling: Signals['confidenceFalling'][number] = {
  organisation: { slug: 'ho', name: 'Home Office', abbreviation: 'HO' },
  before: { quarter: '2026-27-Q1', confidence: 'fairly_confident', submittedOn: '2026-07-20' },
  now: { quarter: '2026-27-Q2', confidence: 'not_very_confident', submittedOn: '2026-10-20' },
};

function counts(): Signals {
  const organisation = (slug: string, name: string, parent: string | null) => ({
    organisation: { slug, name, abbreviation: null, parent },
    counts: none,
  });
  return {
    ...{ on: '2026-11-24', boundaries: 'then', total: none },
    thresholds: { stalled: 200, went_backwards: 365, slipped: 2, no_data: 2 },
    byOrganisation: [
      organisation('ho', 'Home Office', null),
      organisation('hmpo', 'HM Passport Office', 'ho'),
    ],
    confidenceFalling: [falling],
  };
}

function services(total = 1): List<SignalledService> {
  return {
    items: [
      {
        ...{
          id: crypto.randomUUID(),
          reference: 'HO-1',
          name: 'Rent checks',
          stage: 'live',
          owner: 'Director, Visas',
        },
        organisation: { slug: 'ho', name: 'Home Office', abbreviation: 'HO' },
        signals: [
          { signal: 'no_data', began: '2026-04-01', last: '2025-12-01' },
          { signal: 'went_backwards', began: '2026-03-13', from: 'redesigned', to: 'live' },
        ],
        barrier: {
          ...{ category: 'supplier', description: 'The supplier withdrew.', raisedOn: '2026-03-01' },
          ...{ nextAction: 'Choose between two bids', nextActionOwner: 'Commercial lead' },
        },
        barriers: 3,
      },
    ],
    ...{ page: 1, pageSize: 50, total },
  };
}

const words = (element: Element | null | undefined) => element!.textContent!.replace(/\s+/g, ' ').trim();

async function answered(query = '', total = 1) {
  const opened = await open(`/portfolio/signals${query}`);
  const { http, settle } = opened;
  const path = (name: string) => http.expectOne(({ url }) => url === `/api/portfolio/${name}`);
  const [all, list] = [path('signals'), path('signals/services')];
  all.flush(counts());
  list.flush(services(total));
  await settle();
  return { ...opened, asked: [all.request.urlWithParams, list.request.urlWithParams] };
}

describe('the signals page', () => {
  it('says what each means with its threshold, and how many services show it', async () => {
    const { page, asked } = await answered();
    expect(asked).toEqual(['/api/portfolio/signals', '/api/portfolio/signals/services']);
    expect(words(page.querySelector('.govuk-body-l'))).toBe('9 of the 40 services show a signal.');
    const [rules, organisations] = [...page.querySelectorAll('table')];
    const stalled = rules!.querySelector('tbody tr')!;
    expect(words(stalled)).toContain('has not moved to another stage for 200 days or more.');
    expect(rules!.querySelectorAll('tbody a')[2]!.getAttribute('href')).toBe(
      '/portfolio/signals?signal=slipped#services',
    );
    expect([...organisations!.querySelectorAll('tbody th')].map(words)).toEqual(['Home Office']);
    expect(
      organisations!.querySelector('[aria-label="5, Target slipped, Home Office"]')!.getAttribute('href'),
    ).toBe('/portfolio/signals?organisation=ho&signal=slipped#services');
  });

  it('names organisations whose confidence fell, from what to what', async () => {
    const { page } = await answered();
    expect(words(page.querySelector('hw-falling-confidence li'))).toBe(
      'Home Office From fairly confident in Q1 2026-27 to not very confident in Q2 2026-27.',
    );
  });

  it('lists services with what caused it, the one asked for first, and what holds them back', async () => {
    const { page, asked } = await answered('?signal=went_backwards&organisation=ho', 120);
    expect(asked).toEqual([
      '/api/portfolio/signals?organisation=ho',
      '/api/portfolio/signals/services?organisation=ho&signal=went_backwards',
    ]);
    expect(words(page.querySelector('#services'))).toBe('120 services show: went backwards');
    expect(TestBed.inject(Announcer).message()).toBe('120 services show: went backwards');
    const [, , found, barrier] = [
      ...[...page.querySelectorAll('table')].at(-1)!.querySelectorAll('tbody tr > *'),
    ];
    expect(words(found)).toBe(
      'Went backwards. Moved back from redesigned to live on 13 March 2026. No recent data. Last recorded or confirmed on 1 December 2025.',
    );
    expect([...barrier!.querySelectorAll('p')].map(words)).toEqual([
      ...['Supplier', 'The supplier withdrew.', 'Next: Choose between two bids (Commercial lead)'],
      'and 2 more barriers',
    ]);
    expect(page.querySelector('a[rel=next]')!.getAttribute('href')).toContain(
      'signal=went_backwards&page=2#services',
    );
    const feed = page.querySelector('a[href*=".atom"]')!.getAttribute('href');
    expect(feed).toBe('/api/portfolio/signals.atom?organisation=ho&signal=went_backwards');
  });

  it('keeps what is chosen on the way to the portfolio, to a threshold and to a service', async () => {
    const { page, mayDo, settle } = await answered('?on=2026-03-31&organisation=ho&signal=stalled');
    mayDo('oversight');
    await settle();
    const href = (within: string) => page.querySelector(`${within} a[href]`)!.getAttribute('href');
    expect(href('.govuk-breadcrumbs li:nth-last-child(2)')).toBe('/portfolio?on=2026-03-31&organisation=ho');
    expect(href('tbody td')).toBe(
      '/portfolio/signals/thresholds/stalled?on=2026-03-31&organisation=ho&signal=stalled',
    );
    expect(href('hw-signalled-services')).toBe('/services/HO-1?on=2026-03-31');
  });
});

describe('the page of a threshold', () => {
  const threshold = (change: Partial<Threshold> = {}): Threshold => ({
    ...{ signal: 'stalled', unit: 'days', value: 365, default: 365, most: 3650, history: [], version: 4 },
    ...change,
  });
  const path = '/api/portfolio/signals/thresholds';

  async function form() {
    const opened = await open('/portfolio/signals/thresholds/stalled?organisation=ho');
    const { http, page, settle, mayDo } = opened;
    mayDo('oversight');
    http.expectOne(path).flush({ items: [threshold()] });
    await settle();
    const type = (id: string, text: string) => {
      const field = page.querySelector<HTMLInputElement>(`#${id}`)!;
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    const save = async () => {
      page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    const errors = () => [...page.querySelectorAll('.govuk-error-summary a')].map(words);
    return { ...opened, type, save, errors };
  }

  it('leads back to the signals as they were chosen', async () => {
    const { page } = await form();
    const back = [...page.querySelectorAll('a[href^="/portfolio/signals"]')];
    expect(back.map((link) => link.getAttribute('href'))).toEqual([
      '/portfolio/signals?organisation=ho',
      '/portfolio/signals?organisation=ho',
    ]);
  });

  it('asks for a number that may be, and for a reason', async () => {
    const { type, save, errors } = await form();
    type('value', '1e3');
    await save();
    expect(errors()).toEqual([
      'The number of days must be a whole number from 1 to 3,650',
      'Enter a reason why the threshold changes',
    ]);
    type('value', '365');
    await save();
    expect(errors()[0]).toBe('Enter another number, or leave the threshold as it is');
  });

  it('saves over the version that was read, and keeps what was typed where somebody was quicker', async () => {
    const { http, page, settle, type, save } = await form();
    type('value', '200');
    type('reason', 'A year is too long');
    await save();
    const request = http.expectOne({ method: 'PUT', url: `${path}/stalled` });
    expect([request.request.headers.get('If-Match'), request.request.body]).toEqual([
      '"4"',
      { value: 200, reason: 'A year is too long' },
    ]);
    request.flush(
      { status: 412, code: 'changed_since_read', title: 'x', type: 'x' },
      { status: 412, statusText: 'x' },
    );
    http.expectOne(path).flush({ items: [threshold({ value: 300, version: 5 })] });
    await settle();
    expect(words(page.querySelector('h1'))).toBe('Somebody changed this while you were typing');
    expect([...page.querySelectorAll('tbody td')].map(words)).toEqual([
      ...['300 days', '200 days (different)', '200 days'],
      ...['None', 'A year is too long (different)', 'A year is too long'],
    ]);
    [...page.querySelectorAll('button')].find((one) => words(one) === 'Save what I typed')!.click();
    await settle();
    const again = http.expectOne({ method: 'PUT', url: `${path}/stalled` });
    expect(again.request.headers.get('If-Match')).toBe('"5"');
    again.flush(threshold({ value: 200, version: 6 }));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/portfolio/signals?organisation=ho');
  });
});
