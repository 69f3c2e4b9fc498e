import { convertToParamMap } from '@angular/router';
import { choiceFrom, downloadPath, everything, listPath, servicePath } from './list-choice';
import { selectedFilters } from './selected-filters';

describe('the choice of services', () => {
  const choice = {
    organisation: ['home-office', 'ministry-of-justice'],
    audience: 'external' as const,
    stage: ['live' as const, 'not_recorded' as const],
    q: 'apply',
    on: '2025-03-31',
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
    expect(read('/services?stage=lively&audience=all&on=2025-02-30&sort=size&page=-1')).toEqual(everything);
  });

  it('downloads the same filters, without pages', () => {
    expect(downloadPath({ ...everything, q: 'tax', sort: '-name', page: 2 })).toBe('/api/services.csv?q=tax');
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
