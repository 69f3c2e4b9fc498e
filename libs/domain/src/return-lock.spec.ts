import { packOf } from './pack-of.js';
import {
  type ReturnLock,
  asSignedWords,
  barrierLock,
  lockOn,
  lockRules,
  lockWords,
  sentBackBy,
  sentBackWords,
} from './return-lock.js';
import { snapshotOf } from './snapshot.fixture.js';

const lock: ReturnLock = {
  quarter: '2026-27-Q2',
  organisation: 'HM Treasury',
  state: 'signed_off',
  from: '2026-07-01',
  upTo: '2026-09-30',
  askedUpTo: null,
};

describe('what a submitted return locks', () => {
  it('says of every fact that a pack prints of services and plans what becomes of a change', () => {
    const { tables } = packOf(snapshotOf(), [], 'ab'.repeat(32));
    for (const [key, rules] of Object.entries(lockRules)) {
      const columns = tables.find((table) => table.key === key)!.columns.map((column) => column.key);
      expect(Object.keys(rules)).withContext(key).toEqual(columns);
    }
  });

  it('holds whatever counts on a day of the quarter', () => {
    expect(lockOn([lock], '2026-09-30')).toBe(lock);
    expect(lockOn([lock], '2020-01-01')).toBe(lock);
    expect(lockOn([lock], '2026-10-01')).toBeNull();
    expect(lockOn([], '2026-09-30')).toBeNull();
    expect(lockOn([lock], '2026-09-30', '2026-09-30')).toBeNull();
    // What no day of the quarter is reached by is not its own.
    expect(lockOn([lock], '2026-05-01', '2026-07-01')).toBeNull();
    expect(lockOn([lock], '2026-05-01', '2026-07-02')).toBe(lock);
  });

  it('gives way to what an earlier quarter asks for, up to its last day', () => {
    const asked = { ...lock, askedUpTo: '2026-06-30' };
    expect([lockOn([asked], '2026-06-30'), sentBackBy([asked], '2026-06-30')]).toEqual([null, asked]);
    expect([lockOn([asked], '2026-07-01'), sentBackBy([asked], '2026-07-01')]).toEqual([asked, null]);
    expect(sentBackBy([asked], '2026-05-01', '2026-06-15')).toBeNull();
    expect(sentBackWords(asked)).toBe(
      'The return of HM Treasury for Q2 2026-27 is signed off. ' +
        'If this changes what it says, it is sent back to be checked and submitted again.',
    );
  });

  it('holds from when until when a barrier held something back, up to the end of the quarter', () => {
    const dates = (raisedOn: string, resolvedOn: string | null = null) => ({ raisedOn, resolvedOn });
    const locked = (before: ReturnType<typeof dates> | null, after: ReturnType<typeof dates>) =>
      barrierLock([lock], before, after) !== null;
    expect(locked(null, dates('2026-09-30'))).toBeTrue();
    expect(locked(null, dates('2026-10-01'))).toBeFalse();
    expect(locked(dates('2026-05-01'), dates('2026-05-02'))).toBeFalse();
    expect(locked(dates('2026-05-01'), dates('2026-07-02'))).toBeTrue();
    expect(locked(dates('2026-05-01'), dates('2026-05-01', '2026-09-30'))).toBeTrue();
    expect(locked(dates('2026-05-01'), dates('2026-05-01', '2026-10-01'))).toBeFalse();
    expect(locked(dates('2026-05-01', '2026-06-01'), dates('2026-05-01'))).toBeTrue();
    expect(locked(dates('2026-05-01', '2026-06-01'), dates('2026-05-01', '2026-07-01'))).toBeFalse();
    expect(locked(dates('2026-10-05'), dates('2026-09-05', '2026-09-05'))).toBeFalse();
    expect(locked(dates('2026-05-01'), dates('2026-05-01'))).toBeFalse();
  });

  it('says who can reopen it, and what a change that is allowed does not reach', () => {
    expect(lockWords(lock)).toBe(
      'The return of HM Treasury for Q2 2026-27 is signed off, so what counts up to 30 September 2026 is locked. ' +
        'An approver of the organisation or central oversight can reopen it by requesting changes.',
    );
    expect(asSignedWords(lock)).toBe(
      'The return of HM Treasury for Q2 2026-27 is signed off. What you change here shows everywhere from now on, ' +
        'but the review of Q2 2026-27 keeps what was submitted.',
    );
  });
});
