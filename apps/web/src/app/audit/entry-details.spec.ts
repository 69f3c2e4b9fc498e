import { actionLabel } from './action-labels';
import { subjectPath } from './audit-table';
import { entryOf } from './audit.fixture';
import { entryDetails } from './entry-details';

const detailsOf = (detail: Record<string, unknown>) => entryDetails({ detail });

describe('what an entry says', () => {
  it('is compared before and after, in words, without what stayed the same', () => {
    const before = { name: 'Same', audience: 'internal', opensOn: null, parent: { slug: 'x', name: 'X' } };
    const after = {
      name: 'Same',
      audience: 'external',
      opensOn: '2026-03-31',
      parent: null,
      transactionsAYear: 1200,
    };
    expect(detailsOf({ before, after }).compared).toEqual([
      { label: 'Audience', before: 'Internal', after: 'External' },
      { label: 'Opens on', before: 'None', after: '31 March 2026' },
      { label: 'Parent', before: 'X', after: 'None' },
      { label: 'Transactions a year', before: 'None', after: '1,200' },
    ]);
  });

  it('names what was asked to change only, where before is the whole', () => {
    const { compared } = detailsOf({ before: { name: 'Old', kind: 'agency' }, after: { name: 'New' } });
    expect(compared.map(({ label }) => label)).toEqual(['Name']);
  });

  it('is compared where it is one value, and where it came by an import', () => {
    expect(detailsOf({ stage: 'live', before: null, after: '2027-01-01', reason: 'Agreed' })).toEqual({
      said: [
        { label: 'Stage', value: 'Live' },
        { label: 'Reason', value: 'Agreed' },
      ],
      compared: [{ label: 'Value', before: 'None', after: '1 January 2027' }],
    });
    const fields = [{ field: 'Service name', before: 'Old', after: 'New' }];
    expect(detailsOf({ row: 1234, fields })).toEqual({
      said: [{ label: 'Row of the file', value: '1,234' }],
      compared: [{ label: 'Service name', before: 'Old', after: 'New' }],
    });
  });

  it('is told without what is nothing, what matters most first, whatever it is made of', () => {
    const said = {
      note: null,
      evidenceUrl: '',
      successors: ['one', 'two'],
      write: true,
      people: [{ role: 'approver', organisation: 'a' }],
      effectiveOn: '2026-01-31',
      stage: 'in_progress',
      odd: {},
    };
    expect(detailsOf(said).said.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Stage: In progress',
      'True from: 31 January 2026',
      'Successors: one, two',
      'May change things: Yes',
      'People: Role: approver; Organisation: a',
    ]);
  });
});

describe('an entry', () => {
  it('goes by a label, or by its own name where there is none', () => {
    expect(actionLabel('stage.recorded')).toBe('Stage recorded');
    expect(actionLabel('pulse.opened')).toBe('pulse.opened');
  });

  it('leads to the service or the department that it is about, if it is about one', () => {
    const path = (action: string, subject: string) => subjectPath(entryOf({ action, subject }));
    expect(path('service.changed', 'HMT/1')).toBe('/services/HMT%2F1');
    expect(path('barrier.raised', 'HMT-001')).toBe('/services/HMT-001');
    expect(path('barrier.raised', 'hm-treasury')).toBe('/departments/hm-treasury');
    expect(path('organisation.changed', 'cabinet-office')).toBe('/departments/cabinet-office');
    expect(path('token.created', '3f0c8a52')).toBeNull();
  });
});
