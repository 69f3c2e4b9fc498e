import { Component, computed, input } from '@angular/core';
import { type ReturnLock, asSignedWords, lockWords, sentBackWords } from '@headway/domain';
import { InsetText } from '@headway/govuk';

/** What a person is about to change: from when something counts, what is only ever true of today, or either. */
export type LockedChange = 'dates' | 'details' | 'both';

/** That a return locks what is changed here, before anything is typed: what is refused, and what its review keeps. */
@Component({
  selector: 'hw-lock-note',
  imports: [InsetText],
  template: `
    @if (sentences().length) {
      <gov-inset-text>
        @for (sentence of sentences(); track sentence) {
          <p class="govuk-body">{{ sentence }}</p>
        }
      </gov-inset-text>
    }
  `,
})
export class LockNote {
  readonly lock = input.required<ReturnLock | null>();
  readonly changes = input.required<LockedChange>();
  /** What of this page that comes to, where its words are not enough. */
  readonly refused = input('');
  protected readonly sentences = computed(() => {
    const [lock, changes] = [this.lock(), this.changes()];
    if (!lock) return [];
    return [
      ...(changes === 'details' ? [] : [this.dates(lock)]),
      ...(changes === 'dates' ? [] : [asSignedWords(lock)]),
    ];
  });

  private dates(lock: ReturnLock): string {
    return lock.askedUpTo === null ? [lockWords(lock), this.refused()].join(' ').trim() : sentBackWords(lock);
  }
}
