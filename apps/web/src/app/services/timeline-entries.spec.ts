import { recordOf } from './services.fixture';
import { timelineEntries } from './timeline-entries';

describe('the timeline', () => {
  const entries = timelineEntries([
    recordOf({ kind: 'confirmation' }),
    recordOf({ kind: 'detail', redesignUnderWay: true, backOffice: 'not_started' }),
    recordOf({ kind: 'move', stage: 'live' }),
    recordOf({ kind: 'went_backwards', stage: 'not_started', recordedAt: '2024-05-31T23:30:00Z' }),
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
      recordOf({ kind: 'confirmation', evidenceUrl, note: 'Still so' }),
      recordOf({ kind: 'first', evidenceUrl }),
    ]);
    expect([confirmed?.evidenceUrl, confirmed?.note, moved?.evidenceUrl]).toEqual([
      null,
      'Still so',
      evidenceUrl,
    ]);
  });

  it('writes instants as dates in London', () => {
    expect(entries[3]!.recorded).toBe('1 June 2024');
  });
});
