import { convertToParamMap } from '@angular/router';
import { type AuditChoice, auditPath, choiceFrom, everything } from './audit-choice';
import { selectedFilters } from './selected-filters';

const choice: AuditChoice = {
  organisation: ['hm-treasury', '-'],
  person: 'ada',
  action: 'service.changed',
  subject: 'HMT/1',
  from: '2026-01-01',
  to: '2026-03-31',
  page: 3,
};

const read = (path: string) => {
  const query = new URLSearchParams(path.split('?')[1]);
  return choiceFrom(
    convertToParamMap(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]))),
  );
};

describe('the choice of entries', () => {
  it('survives the address, which holds nothing where everything is shown', () => {
    expect(read(auditPath(choice))).toEqual(choice);
    expect(auditPath(everything)).toBe('/audit');
  });

  it('leaves out what it does not know', () => {
    expect(read('/audit?from=2026-02-30&to=yesterday&page=0&colour=blue')).toEqual(everything);
  });

  it('is shown filter by filter, each taken away by itself and back to the first page', () => {
    const groups = selectedFilters(choice, []);
    expect(groups.flatMap(({ items }) => items.map(({ text }) => text))).toEqual([
      'ada',
      'Service details changed',
      'HMT/1',
      '1 January 2026',
      '31 March 2026',
      'hm-treasury',
      'All of government',
    ]);
    const without = groups.flatMap(({ items }) => items.map(({ href }) => read(href)));
    expect(without).toEqual([
      { ...choice, person: '', page: 1 },
      { ...choice, action: '', page: 1 },
      { ...choice, subject: '', page: 1 },
      { ...choice, from: null, page: 1 },
      { ...choice, to: null, page: 1 },
      { ...choice, organisation: ['-'], page: 1 },
      { ...choice, organisation: ['hm-treasury'], page: 1 },
    ]);
    expect(selectedFilters(everything, [])).toEqual([]);
  });
});
