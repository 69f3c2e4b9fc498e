import {
  Component,
  type ElementRef,
  type Signal,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Button, Radios } from '@headway/govuk';
import { headingFocus } from './focus-heading';
import { OwnAttempt } from './own-attempt';
import { type Compared, type Detail, type Side, type Versions, compared, merged, sideOf } from './three-way';

/** Of the page that shows both versions, and of its title. */
export function conflictHeading(): Signal<string> {
  const { saved } = inject(OwnAttempt);
  return computed(() =>
    saved() ? 'What you sent before was saved' : 'Somebody changed this while you were typing',
  );
}

/**
 * Two people changed the same thing: both versions side by side, and exactly what would be saved. What the reader
 * never touched stays as the other left it; where both changed a detail, the reader says whose counts.
 */
@Component({
  selector: 'hw-conflict',
  imports: [Button, Radios],
  templateUrl: './conflict.html',
})
export class Conflict<T extends object> {
  readonly details = input.required<readonly Detail<T>[]>();
  readonly versions = input.required<Versions<T>>();
  /** Who changed what, where that is known. */
  readonly happened = input('');
  /** What is to be saved, or to be gone on typing from. */
  readonly keepYours = output<T>();
  readonly edit = output<T>();
  readonly keepTheirs = output();
  /** Of the page that comes back where these were. */
  protected readonly focusHeading = headingFocus();
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  /** The reader's own first attempt, whose answer was lost, is the other version. */
  protected readonly own = inject(OwnAttempt).saved;
  protected readonly heading = conflictHeading();
  protected readonly savedNow = computed(() => (this.own() ? 'Saved now' : 'Saved now, by somebody else'));

  private readonly sides = signal<Readonly<Record<string, Side>>>({});
  protected readonly items = [
    { value: 'theirs', text: this.own() ? 'Saved now' : 'Theirs' },
    { value: 'mine', text: 'Mine' },
  ];
  protected readonly rows = computed(() =>
    compared(this.details(), this.versions()).map((row) => {
      const side = sideOf(row, this.sides());
      return { ...row, side, saved: row[side], touched: isTouched(row) };
    }),
  );
  protected readonly asks = computed(() => this.rows().some(({ changedBy }) => changedBy === 'both'));

  constructor() {
    afterNextRender(() => this.title().nativeElement.focus());
  }

  protected choose(field: string, side: string): void {
    this.sides.update((sides) => ({ ...sides, [field]: side as Side }));
  }

  protected saved(): T {
    return merged(this.details(), this.versions(), this.sides());
  }
}

/** Whether the reader typed something else than was there, be it what the other saved too. */
function isTouched({ changedBy, mine, theirs }: Compared): boolean {
  return changedBy === 'me' || changedBy === 'both' || (changedBy === 'them' && mine === theirs);
}
