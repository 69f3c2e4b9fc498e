import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { wordsOf } from './page.harness';
import { type LockedChange, LockNote } from './lock-note';

const lock = {
  quarter: '2026-27-Q2',
  organisation: 'HM Treasury',
  state: 'submitted' as const,
  upTo: '2026-09-30',
};

@Component({ imports: [LockNote], template: `<hw-lock-note [lock]="lock" [changes]="changes" />` })
class OnPage {
  lock: typeof lock | null = lock;
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

  it('is nothing where nothing is locked', () => {
    expect(words({ lock: null })).toBe('');
  });
});
