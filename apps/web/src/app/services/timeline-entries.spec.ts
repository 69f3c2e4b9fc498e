import type { StageRecord } from '@headway/contract';
import { recordOf } from './services.fixture';
import { timelineEntries } from './timeline-entries';

describe('the timeline', () => {
  const entries = timelineEntries([
    recordOf({ kind: 'confirmation', confirms: 'x' }),
    recordOf({ kind: 'detail', redesignUnderWay: true, backOffice: 'not_started' }),
    recordOf({ kind: 'move', stage: 'live', stageBefore: 'not_started' }),
    recordOf({
      kind: 'went_backwards',
      stage: 'not_started',
      stageBefore: 'in_progress',
      recordedAt: '2024-05-31T23:30:00Z',
    }),
    recordOf({ kind: 'first', stage: 'in_progress' }),
  ]);

  it('tells each kind of record apart', () => {
    expect(entries.map(({ title }) => title)).toEqual([
      'Confirmed as live: nothing had changed',
      'Details changed',
      'Moved from not started to live',
      'Went back from in progress to not started',
      'First recorded as in progress',
    ]);
  });

  it('says which details changed', () => {
    expect(entries[1]!.changes).toEqual(['Redesign under way', 'Back office: not started']);
  });

  it('does not repeat with a confirmation what it confirms', () => {
    const evidenceUrl = 'https://www.gov.uk/evidence';
    const [confirmed, moved] = timelineEntries([
      recordOf({ kind: 'confirmation', confirms: 'x', evidenceUrl, note: 'Still so' }),
      recordOf({ kind: 'first', evidenceUrl }),
    ]);
    expect([confirmed?.evidenceUrl, confirmed?.note, moved?.evidenceUrl]).toEqual([
      null,
      'Still so',
      evidenceUrl,
    ]);
  });

  for (const [title, correction, change] of [
    ['Confirmed as live: nothing had changed', null, { stageBefore: 'live' }],
    ['Confirmed as live, before redesigned was recorded', null, { stageBefore: 'redesigned' }],
    [
      'Confirmed as live, which no longer counts',
      'The record that was confirmed has been withdrawn.',
      { stageBefore: 'redesigned', fallen: 'record_withdrawn' },
    ],
  ] as const)
    it(`says what was confirmed when it was: ${title}`, () => {
      const [entry] = timelineEntries([recordOf({ kind: 'confirmation', confirms: 'x', ...change })]);
      expect([entry!.title, entry!.correction]).toEqual([title, correction]);
    });

  it('says of a confirmation that was withdrawn that it was a mistake', () => {
    const withdrawn = {
      at: '2024-07-01T09:00:00Z',
      by: 'Bo Lead',
      reason: 'Looked at another',
      replacedBy: null,
    };
    const [entry] = timelineEntries([recordOf({ kind: 'corrected', confirms: 'x', correction: withdrawn })]);
    expect([entry!.title, entry!.correction]).toEqual([
      'Confirmed by mistake as live',
      'Withdrawn on 1 July 2024 by Bo Lead: Looked at another',
    ]);
  });

  it('compares a record with the record before it, whatever was confirmed in between', () => {
    const [detail] = timelineEntries([
      recordOf({ kind: 'detail', backOffice: 'live' }),
      recordOf({ kind: 'confirmation', confirms: 'x', backOffice: 'live' }),
      recordOf({ kind: 'first' }),
    ]);
    expect(detail!.changes).toEqual(['Back office: live']);
  });

  it('says of a record that repeats the one before it that it does', () =>
    expect(timelineEntries([recordOf({ kind: 'restated' })])[0]!.title).toBe('Recorded again as live'));

  it('writes instants as dates in London', () => {
    expect(entries[3]!.recorded).toBe('1 June 2024');
  });

  const wrong = recordOf({
    id: 'wrong',
    kind: 'corrected',
    stage: 'redesigned',
    effectiveOn: '2024-06-03',
    correction: {
      at: '2024-07-01T09:00:00Z',
      by: 'Bo Lead',
      reason: 'Read too much into it',
      replacedBy: 'right',
    },
  });
  const right = (change: Partial<StageRecord> = {}) =>
    recordOf({
      id: 'right',
      kind: 'correction',
      effectiveOn: '2024-06-03',
      replaces: 'wrong',
      reason: 'Read too much into it',
      ...change,
    });

  it('says what a correction put right, and what was the mistake', () => {
    const [correction, mistake] = timelineEntries([right(), wrong]);
    expect(correction).toEqual(
      jasmine.objectContaining({
        title: 'Corrected: live, not redesigned',
        correction: 'Read too much into it',
      }),
    );
    expect(mistake).toEqual(
      jasmine.objectContaining({
        title: 'Recorded by mistake: redesigned',
        correction: 'Corrected on 1 July 2024 by Bo Lead: Read too much into it',
        changes: [],
      }),
    );
  });

  for (const [said, change] of [
    ['Corrected: redesigned, not from 3 June 2024', { stage: 'redesigned', effectiveOn: '2024-06-10' }],
    ['Corrected: redesigned, with other details', { stage: 'redesigned' }],
    ['Corrected: live, in place of an earlier record', { replaces: 'on another page' }],
  ] as const)
    it(said, () => expect(timelineEntries([right(change), wrong])[0]!.title).toBe(said));

  it('says of a withdrawn record that it was withdrawn', () => {
    const withdrawn = recordOf({ ...wrong, correction: { ...wrong.correction!, replacedBy: null } });
    expect(timelineEntries([withdrawn])[0]!.correction).toMatch(/^Withdrawn on 1 July 2024/);
  });

  it('compares with the record before it that counts, not with a mistake', () => {
    const [first] = timelineEntries([
      recordOf({ kind: 'detail', backOffice: 'live' }),
      recordOf({ kind: 'corrected', backOffice: 'live', correction: wrong.correction }),
      recordOf({ kind: 'first' }),
    ]);
    expect(first!.changes).toEqual(['Back office: live']);
  });

  it('tells confirmations that follow each other in one breath, but none that says something', () => {
    const confirmed = (id: string, note: string | null = null) =>
      recordOf({ id, kind: 'confirmation', confirms: 'x', note });
    const all = timelineEntries([
      confirmed('4'),
      confirmed('3'),
      confirmed('2', 'Seen it'),
      confirmed('1'),
      recordOf({ kind: 'first' }),
    ]);
    expect(all.map(({ id, earlier }) => [id, earlier.map((one) => one.id)])).toEqual([
      ['4', ['3']],
      ['2', ['1']],
      [recordOf().id, []],
    ]);
  });
});
