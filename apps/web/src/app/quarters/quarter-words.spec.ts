import {
  dueWords,
  fellWords,
  isFrozen,
  lateWords,
  listedWords,
  nextRevision,
  remindedWords,
} from './quarter-words';
import { quarterWith, returnOf, revisionOf } from './quarters.fixture';

describe('words about a quarter', () => {
  it('count working days to the due date and from it, and say nothing over a weekend', () => {
    expect(dueWords('2026-01-29', '2026-01-26')).toBe('in 3 working days');
    expect(dueWords('2026-01-29', '2026-01-29')).toBe('today');
    expect(dueWords('2026-01-29', '2026-02-02')).toBe('2 working days ago');
    expect(dueWords('2026-01-31', '2026-02-01')).toBe('');
    expect([0, 1, 3].map(lateWords)).toEqual(['', '1 working day late', '3 working days late']);
  });

  it('name what is listed', () => {
    expect(listedWords(1, null)).toBe('1 return');
    expect(listedWords(2, 'changes_requested')).toBe('2 returns with changes requested');
    expect(listedWords(0, 'late')).toBe('0 returns late');
  });

  it('say that confidence fell, and from what, and nothing where it did not', () => {
    const confidenceBefore = { quarter: '2025-26-Q2', confidence: 'very_confident' as const };
    const now = (confidence: 'fairly_confident' | 'very_confident' | null) =>
      fellWords(returnOf('A', { confidence, confidenceBefore }));
    expect(now('fairly_confident')).toBe('Down from very confident in Q2 2025-26');
    expect(now('very_confident')).toBe('');
    expect(now(null)).toBe('');
  });

  it('say what a reminder came to', () => {
    const words = (sent: number, unreachable: number, toApprovers = 0) =>
      remindedWords({ sent, toApprovers, unreachable });
    const all = 'Everyone whom a return waits for was reminded:';
    expect(words(1, 0)).toBe(`${all} 1 email sent to digital leads`);
    expect(words(12, 0, 2)).toBe(`${all} 10 emails sent to digital leads, 2 emails sent to approvers`);
    expect(words(1, 0, 1)).toBe(`${all} 1 email sent to approvers`);
    expect(words(12, 1)).toBe('12 emails sent to digital leads. 1 organisation has nobody to remind');
    expect(words(0, 0)).toBe('No email was sent: everyone who can be reminded was reminded today already');
    expect(words(0, 2)).toContain('2 organisations have nobody to remind');
  });

  it('know that a closing is frozen once its own revision is there, not an earlier one', () => {
    const revisions = [{ ...revisionOf(1), frozenAt: '2026-02-03T10:00:00Z' }];
    const closed = (closedAt: string | null) => isFrozen(quarterWith({ closedAt, revisions }));
    expect(closed('2026-02-03T10:00:00Z')).toBeTrue();
    expect(closed('2026-02-09T10:00:00Z')).toBeFalse();
    expect(closed(null)).toBeFalse();
  });

  it('number the next revision after the last', () => {
    expect(nextRevision(quarterWith())).toBe(1);
    expect(nextRevision(quarterWith({ revisions: [revisionOf(1), revisionOf(2, 'Wrong')] }))).toBe(3);
  });
});
