import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ReturnLock } from '@headway/domain';
import { wordsOf } from './page.harness';
import { type LockedChange, LockNote } from './lock-note';

const lock: ReturnLock = {
  quarter: '2026-27-Q2',
  organisation: 'HM Treasury',
  state: 'submitted',
  from: '2026-07-01',
  upTo: '2026-09-30',
  askedUpTo: null,
};

@Component({ imports: [LockNote], template: `<hw-lock-note [lock]="lock" [changes]="changes" />` })
class OnPage {
  lock: ReturnLock | null = lock;
  changes: LockedChange = 'dates';
}

function words(change: Partial<OnPage>): string {
  const fixture = TestBed.createComponent(OnPage);
  Object.assign(fixture.componentInstance, change);
  fixture.detectChanges();
  return wordsOf(fixture.nativeElement as HTMLElement);
}

const refused = 'what counts up to 30 September 2026 is locked';
const kept = 'the review of Q2 2026-27 keeps what was submitted';

describe('what is said of a lock before something is changed', () => {
  it('is what is refused, what the review keeps, or both', () => {
    expect([words({}).includes(refused), words({}).includes(kept)]).toEqual([true, false]);
    const details = words({ changes: 'details' });
    expect([details.includes(refused), details.includes(kept)]).toEqual([false, true]);
    const both = words({ changes: 'both' });
    expect([both.includes(refused), both.includes(kept)]).toEqual([true, true]);
  });

  it('is that the return is sent back, where an earlier quarter asks for the change', () => {
    const asked = words({ lock: { ...lock, askedUpTo: '2026-06-30' } });
    expect([asked.includes(refused), asked.includes('it is sent back')]).toEqual([false, true]);
  });

  it('is nothing where nothing is locked', () => {
    expect(words({ lock: null })).toBe('');
  });
});
