import { Injectable, signal } from '@angular/core';

/** A success message for the page that comes next; it goes with the navigation after that. */
@Injectable({ providedIn: 'root' })
export class Flash {
  private next: string | null = null;
  readonly shown = signal<string | null>(null);

  /** Said on the page that the reader is taken to. */
  success(message: string): void {
    this.next = message;
  }

  /** Said on the page that the reader is on. */
  successHere(message: string): void {
    this.shown.set(message);
  }

  arrived(): void {
    this.shown.set(this.next);
    this.next = null;
  }
}
