import { signal } from '@angular/core';
import type { SummaryError } from '@headway/govuk';

/** One box that must be ticked before something is done; said so on submit only. */
export class Declaration {
  readonly ticked = signal<readonly string[]>([]);
  private readonly missing = signal(false);

  constructor(private readonly message: string) {}

  error(): string | undefined {
    return this.missing() ? this.message : undefined;
  }

  errors(): SummaryError[] {
    return this.missing() ? [{ text: this.message, href: '#declaration' }] : [];
  }

  isMade(): boolean {
    this.missing.set(this.ticked().length === 0);
    return !this.missing();
  }
}
