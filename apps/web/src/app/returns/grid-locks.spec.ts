import { quarterOf } from './return/return.fixture';
import { at, openedPage, services } from './opened-page.fixture';

describe('the table of a return that is submitted', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('marks what a submitted return locks before anything is typed of it, and leaves it out', async () => {
    const lock = {
      quarter: '2024-25-Q1',
      organisation: 'Department for Work and Pensions',
      state: 'submitted' as const,
      from: '2024-04-01',
      upTo: '2024-06-30',
      askedUpTo: null,
    };
    const [locked, ...others] = services;
    const { press, field, text, settle } = await openedPage(at, [{ ...locked!, lock }, ...others]);
    expect(text()).toContain('is submitted, so what counts up to 30 June 2024 is locked');
    expect(text()).toMatch(/Locked ?Return submitted/);
    expect(field('stage-A-1')).toBeNull();
    expect(field('tick-A-1').disabled).toBeTrue();
    field('all-ticks').click();
    await settle();
    await press('Confirm: nothing has changed');
    expect(['B-2', 'C-3'].map((one) => field<HTMLSelectElement>(`stage-${one}`).value)).toEqual([
      'confirm',
      'confirm',
    ]);
    await press('Check 2 services');
  });

  it('offers nothing to say or to check where all of it is locked', async () => {
    const lock = {
      ...{ quarter: '2024-25-Q1', organisation: 'HMT', state: 'signed_off' as const },
      ...{ from: '2024-04-01', upTo: '2024-06-30', askedUpTo: null },
    };
    const all = services.map((service) => ({ ...service, lock }));
    const { field, text } = await openedPage(at, all);
    expect(text()).toContain('is signed off, so what counts up to 30 June 2024 is locked');
    expect(field('all-ticks').disabled).toBeTrue();
    expect(field('check')).toBeNull();
    expect(text()).not.toContain('Say what has changed');
  });

  it('refuses a date that an earlier quarter locks, at its field', async () => {
    const lock = {
      quarter: '2023-24-Q4',
      organisation: 'HMT',
      state: 'signed_off' as const,
      from: '2024-01-01',
      upTo: '2024-03-31',
      askedUpTo: null,
    };
    const { press, field, choose, type, text } = await openedPage(at, [{ ...services[0]!, lock }]);
    expect(text()).toContain('Locked up to 31 March 2024');
    await choose('A-1', 'redesigned');
    await type('effectiveOn-A-1', '31 March 2024');
    await press('Check 1 service');
    expect(field('effectiveOn-A-1-error').textContent).toContain('what counts up to 31 March 2024 is locked');
  });

  for (const [state, said] of [
    ['closed', true],
    ['open', false],
  ] as const)
    for (const url of [at, `${at}/check`])
      it(`${said ? 'says' : 'does not say'} at ${url} that the review stays, where the quarter is ${state}`, async () => {
        const { http, settle, text } = await openedPage(url);
        const items = [{ ...quarterOf(state), id: '2024-25-Q1' }];
        for (const request of http.match((one) => one.url === '/api/quarters'))
          request.flush({ items, page: 1, pageSize: 200, total: 1 });
        await settle();
        expect(text().includes('the review of Q1 2024-25 keeps what it said when it closed')).toBe(said);
      });
});
