import { faults, parsed } from './answers.fixture.js';
import { ServicesDownloadQuery, ServicesQuery } from './services.js';
import {
  SignalledServicesQuery,
  SignalsFeedQuery,
  SignalsQuery,
  ThresholdChange,
  thresholdSignal,
} from './signals.js';

describe('a look at signals', () => {
  const view = { on: '2026-03-31', boundaries: 'today', organisation: 'dwp', q: 'tax', barrier: 'skills' };

  it('is narrowed as the list of services is', () => {
    const read = { ...view, organisation: ['dwp'] };
    expect(parsed(SignalsQuery, view)).toEqual({ read });
    expect(parsed(SignalledServicesQuery, { ...view, signal: 'stalled' })).toEqual({
      read: { ...read, signal: ['stalled'], page: 1, pageSize: 50 },
    });
  });

  const refused = [
    [SignalsQuery, { signal: 'stalled' }, 'signal'],
    [SignalsQuery, { closed: 'true' }, 'closed'],
    [SignalsQuery, { page: '1' }, 'page'],
    [SignalledServicesQuery, { signal: ['stalled', 'confidence_falling'] }, 'signal'],
    [SignalledServicesQuery, { sort: 'name' }, 'sort'],
    [SignalsFeedQuery, { on: '2026-03-31' }, 'on'],
    [SignalsFeedQuery, { asKnownAt: '2026-03-31' }, 'asKnownAt'],
    [ServicesQuery, { signal: 'not_recorded' }, 'signal'],
    [ServicesDownloadQuery, { signal: '' }, 'signal'],
  ] as const;
  for (const [schema, query, field] of refused)
    it(`is not ${JSON.stringify(query)}`, () => expect(faults(schema, query)).toEqual([field]));
});

describe('a change of a threshold', () => {
  it('has a value and a reason', () =>
    expect(parsed(ThresholdChange, { value: 180, reason: ' Too long\n' })).toEqual({
      read: { value: 180, reason: 'Too long' },
    }));

  it('says what is missing in words', () =>
    expect(parsed(ThresholdChange, { value: 0, reason: ' ' })).toEqual({
      refused: ['value: The threshold must be 1 or more', 'reason: Enter a reason why the threshold changes'],
    }));

  const reason = 'Too long';
  const refused: readonly [body: object, ...fields: string[]][] = [
    [{}, 'reason', 'value'],
    [{ value: '180', reason }, 'value'],
    [{ value: 1.5, reason }, 'value'],
    [{ value: 3651, reason }, 'value'],
    [{ value: 180, reason: null }, 'reason'],
    [{ value: 180, reason, signal: 'stalled' }, 'signal'],
  ];
  for (const [body, ...fields] of refused)
    it(`is not ${JSON.stringify(body)}`, () => expect(faults(ThresholdChange, body)).toEqual(fields));

  for (const signal of ['front_only', 'check_claim', 'confidence_falling'])
    it(`is of no ${signal}, which has none`, () => expect(faults(thresholdSignal, signal)).toEqual(['']));
});
