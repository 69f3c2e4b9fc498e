import { Injectable, signal } from '@angular/core';

/** What the page's one live region says: a new count after a filter, never what focus says already. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  readonly message = signal('');

  say(message: string): void {
    this.message.set(message);
  }
}
