import { TestBed } from '@angular/core/testing';
import { type Kept, KeptWork, attemptAt, nothing } from './kept';
import { rowOf } from './edits';
import { days, editOf, liveService } from './returns.fixture';

const place = { person: 'ada', quarter: '2026-27-Q3' };
const edit = editOf({ answer: 'redesigned', note: 'Half a sen' });
const kept: Kept = { ...nothing, edits: { 'DWP-001': edit } };
const row = rowOf(liveService, edit, days);

describe('unsent work', () => {
  let work: KeptWork;
  beforeEach(() => {
    localStorage.clear();
    work = TestBed.inject(KeptWork);
  });
  afterEach(() => localStorage.clear());

  it('is there again after a closed tab, for the same person and quarter only', () => {
    work.keep(place, kept);
    expect(work.read(place)).toEqual(kept);
    expect(work.read({ ...place, person: 'bob' })).toEqual(nothing);
    expect(work.read({ ...place, quarter: '2026-27-Q2' })).toEqual(nothing);
  });

  it('keeps the day that was meant when it was said, once that has passed', () => {
    jasmine.clock().withMock(() => {
      jasmine.clock().mockDate(new Date('2026-11-30T23:59:00Z'));
      const undated = { ...nothing, edits: { 'DWP-001': editOf({ answer: 'confirm' }) } };
      work.keep(place, undated);
      expect(work.read(place)).toEqual(undated);
      jasmine.clock().mockDate(new Date('2026-12-01T00:01:00Z'));
      const later = work.read(place)!.edits['DWP-001']!;
      expect(later.date).toBe('30 November 2026');
      const tomorrow = { today: '2026-12-01', day: '2026-12-01' };
      expect(rowOf(liveService, later, tomorrow)).toEqual(
        jasmine.objectContaining({ change: 'confirm', effectiveOn: '2026-11-30' }),
      );
    });
  });

  it('leaves nothing behind once nothing is said', () => {
    work.keep(place, kept);
    work.keep(place, nothing);
    expect(localStorage.length).toBe(0);
  });

  it('is nothing where what is kept cannot be read', () => {
    for (const text of ['{', '3', 'null', '[]', '{"edits":3}', '{"edits":null}']) {
      localStorage.setItem('headway.return.ada.2026-27-Q3', text);
      expect(work.read(place)).withContext(text).toEqual(nothing);
    }
  });

  it('says so where the browser keeps nothing', () => {
    spyOn(Storage.prototype, 'setItem').and.throwError('QuotaExceededError');
    work.keep(place, kept);
    expect(work.works()).toBeFalse();
  });

  it('comes over from another tab of the same person', () => {
    const seen: Kept[] = [];
    const subscription = work.elsewhere(place).subscribe((one) => seen.push(one));
    for (const person of ['ada', 'bob'])
      window.dispatchEvent(
        new StorageEvent('storage', {
          key: `headway.return.${person}.2026-27-Q3`,
          newValue: JSON.stringify(kept),
        }),
      );
    subscription.unsubscribe();
    expect(seen).toEqual([kept]);
  });
});

describe('an attempt', () => {
  it('goes by the same key for the same content, and by a new one for another', () => {
    const first = attemptAt([row], null);
    expect(attemptAt([{ ...row }], first)).toBe(first);
    expect(attemptAt([{ ...row, version: 4 }], first).key).not.toBe(first.key);
  });
});
