import { Component, computed, effect, input, signal, untracked } from '@angular/core';
import { countOf, quarterName } from '@headway/domain';
import { Button, GovLink, Panel, type SummaryError, TextInput } from '@headway/govuk';
import { Page } from '../platform/page';
import { headingFocus } from '../platform/focus-heading';
import { tallyOf, toUndo, withdrawals } from './done';
import { attemptAt } from './kept';
import { LeftOut } from './left-out';
import { OwedReturns } from './return/owed-returns';
import { openedReturn } from './opened-return';
import { happened, nowLines, overtaken } from './overtaken';
import { ReturnsPage } from './returns.actions';
import { type Choices, Settle } from './settle';

/** What was just recorded, and the way to take it back: a correction of each, with a reason. */
@Component({
  selector: 'hw-done-page',
  imports: [Button, GovLink, LeftOut, OwedReturns, Page, Panel, Settle, TextInput],
  templateUrl: './done-page.html',
})
export class DonePage {
  readonly quarter = input.required<string>();
  protected readonly opened = openedReturn(this.quarter);
  private readonly store = this.opened.store;
  protected readonly state = this.opened.state;
  protected readonly done = computed(() => this.state().done);
  protected readonly label = computed(() => quarterName(this.quarter()));
  protected readonly tally = computed(() => tallyOf(this.done()!));
  protected readonly left = computed(() => toUndo(this.done()!));
  protected readonly records = computed(() => countOf(this.left().length, 'record'));
  protected readonly title = computed(() => {
    const done = this.done();
    if (!done) return 'Nothing was recorded here just now';
    if (done.withdrawn) return `${this.records()} withdrawn`;
    const number = done.rows.length;
    return `${countOf(number)} ${number === 1 ? 'is' : 'are'} up to date for ${this.label()}`;
  });

  private readonly reasonMissing = signal(false);
  protected readonly reasonError = computed(() => (this.reasonMissing() ? 'Enter a reason' : undefined));
  protected readonly conflicts = computed(() => {
    const { done, services, attempt } = this.state();
    if (!done || done.withdrawn || attempt) return [];
    const rows = Object.fromEntries(toUndo(done).map((row) => [row.reference, row]));
    return overtaken(rows, services).map((reference) => {
      const [service, row] = [services[reference]!, rows[reference]!];
      const now = nowLines(service);
      return { reference, name: row.name, happened: happened(service, row), now, yours: [row.said] };
    });
  });
  protected readonly stuck = computed(() => {
    const { stuck, done } = this.state();
    return stuck.map((one) => `${one} ${done?.rows.find(({ reference }) => reference === one)?.name ?? ''}`);
  });
  protected readonly errors = computed((): SummaryError[] => {
    if (this.reasonMissing()) return [{ text: 'Enter a reason', href: '#reason' }];
    const { refused, stuck } = this.state();
    const told = !refused || stuck.length || this.conflicts().length;
    if (told || refused.code === 'not_signed_in') return [];
    return [{ text: refused.errors?.[0]?.message ?? refused.detail ?? refused.title }];
  });

  constructor() {
    const focusHeading = headingFocus();
    let withdrawn: boolean | undefined;
    effect(() => {
      const now = this.done()?.withdrawn;
      if (withdrawn === false && now) untracked(focusHeading);
      withdrawn = now;
    });
  }

  protected typed(reason: string): void {
    this.store.dispatch(ReturnsPage.reasonTyped({ reason }));
  }

  protected undo(): void {
    const done = this.done()!;
    if (this.state().sending) return;
    this.reasonMissing.set(done.reason.trim() === '');
    if (this.reasonMissing()) return;
    const rows = withdrawals(done);
    this.store.dispatch(ReturnsPage.undone({ rows, attempt: attemptAt(rows, this.state().attempt) }));
  }

  protected settle({ mine, theirs }: Choices): void {
    this.store.dispatch(ReturnsPage.undoSettled({ mine, theirs }));
    if (this.left().length > 0) this.undo();
  }

  protected leaveOutStuck(): void {
    this.store.dispatch(ReturnsPage.stuckLeftOut());
  }
}
