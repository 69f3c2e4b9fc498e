import { convertToParamMap } from '@angular/router';
import { choiceFrom, downloadPath, everything, listPath, servicePath } from './list-choice';
import { selectedFilters } from './selected-filters';

describe('the choice of services', () => {
  const choice = {
    organisation: ['home-office', 'ministry-of-justice'],
    audience: 'external' as const,
    stage: ['live' as const, 'not_recorded' as const],
    redesign: ['under_way' as const],
    frontOffice: ['live' as const],
    middleOffice: [],
    backOffice: ['not_started' as const, 'not_recorded' as const],
    q: 'apply',
    barrier: 'skills' as const,
    signal: 'stalled' as const,
    closed: true,
    on: '2025-03-31',
    asKnownAt: '2025-06-30',
    boundaries: 'today' as const,
    sort: '-stageSince',
    page: 3,
  };

  const read = (path: string) => {
    const query = new URLSearchParams(path.split('?')[1]);
    return choiceFrom(
      convertToParamMap(Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key)]))),
    );
  };

  it('survives the address', () => {
    expect(read(listPath(choice))).toEqual(choice);
  });

  it('leaves out of the address what is as it comes', () => {
    expect(listPath(everything)).toBe('/services');
  });

  it('leaves out what it does not know', () => {
    expect(
      read(
        '/services?stage=lively&redesign=begun&backOffice=x&closed=1&audience=all&on=2025-02-30&sort=size&page=-1',
      ),
    ).toEqual(everything);
  });

  it('downloads the same filters, without pages', () => {
    expect(downloadPath({ ...everything, q: 'tax', sort: '-name', page: 2 })).toBe('/api/services.csv?q=tax');
    expect(downloadPath(everything, 'ods')).toBe('/api/services.ods');
  });

  it('downloads the same past', () =>
    expect(downloadPath(choice)).toContain('&on=2025-03-31&asKnownAt=2025-06-30&boundaries=today'));

  it('shows every filter in force, and takes away just that', () => {
    const groups = selectedFilters(choice, []);
    expect(groups.map(({ heading }) => heading)).toEqual([
      'Search',
      'As of',
      'As it was known on',
      'Counted under',
      'Stage',
      'Redesign',
      'Front office',
      'Back office',
      'Held back by',
      'Asks for a look',
      'Closed services',
      'Who it is for',
      'Organisation',
    ]);
    const without = (heading: string) =>
      read(groups.find((group) => group.heading === heading)!.items[0]!.href);
    const first = { ...choice, page: 1 };
    expect(without('As it was known on')).toEqual({ ...first, asKnownAt: null });
    expect(without('Counted under')).toEqual({ ...first, boundaries: 'then' });
    expect(without('Redesign')).toEqual({ ...first, redesign: [] });
    expect(without('Back office')).toEqual({ ...first, backOffice: ['not_recorded'] });
    expect(without('Closed services')).toEqual({ ...first, closed: false });
  });

  it('takes one filter away at a time, and goes back to the first page', () => {
    const stage = selectedFilters(choice, []).find(({ heading }) => heading === 'Stage');
    expect(stage?.items.map(({ text }) => text)).toEqual(['Live', 'Not recorded']);
    expect(read(stage!.items[0]!.href)).toEqual({ ...choice, stage: ['not_recorded'], page: 1 });
  });

  it('keeps a slash in a reference out of the path', () => {
    expect(servicePath('DWP/1', 'change')).toBe('/services/DWP%2F1/change');
  });
});
