import { signal } from '@angular/core';
import type { SummaryError } from '@headway/govuk';

/** One box that must be ticked before something is done; said so on submit only. */
export class Declaration {
  readonly ticked = signal<readonly string[]>([]);
  private readonly missing = signal(false);

  /** `refused` is given the field that a pointer leads to. */
  constructor(
    private readonly message: string,
    private readonly refused: (fieldAt: (pointer: string) => string | null) => SummaryError[],
  ) {}

  error(): string | undefined {
    return this.errors().find(({ href }) => href === '#declaration')?.text;
  }

  errors(): SummaryError[] {
    return [
      ...(this.missing() ? [{ text: this.message, href: '#declaration' }] : []),
      ...this.refused((pointer) => (pointer === '/declaration' ? 'declaration' : null)),
    ];
  }

  isMade(): boolean {
    this.missing.set(this.ticked().length === 0);
    return !this.missing();
  }
}
