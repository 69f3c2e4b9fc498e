import { DOCUMENT, Injectable, inject } from '@angular/core';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { filter } from 'rxjs';
import { forgetTheRest } from '../draft-names';
import { SessionApi } from './session.actions';
import { SessionClient } from './session.client';
import { sessionFeature } from './session.feature';

interface Message {
  /** Who is signed in now; null where somebody signed out. */
  readonly person: string | null;
}

/**
 * All tabs of a browser share one session. A tab that shows what one person may see is left as soon as they sign
 * out or another signs in, wherever that happens, and shows nothing when the browser brings it back from its memory.
 */
@Injectable({ providedIn: 'root' })
export class OtherTabs {
  private readonly document = inject(DOCUMENT);
  private readonly window = this.document.defaultView!;
  private readonly client = inject(SessionClient);
  private readonly sessions = inject(Store).select(sessionFeature.selectSession);
  private readonly actions = inject(Actions);
  /** Whose pages this tab shows. */
  private person: string | null = null;

  start(): void {
    const channel = new BroadcastChannel('headway.session');
    channel.onmessage = ({ data }: MessageEvent<Message>) => this.heard(data.person);
    this.sessions.pipe(filter((session) => session !== null)).subscribe(({ person }) => {
      if (this.person !== null && this.person !== person.id) return this.reload();
      this.person = person.id;
      channel.postMessage({ person: person.id } satisfies Message);
    });
    this.actions.pipe(ofType(SessionApi.signedOut)).subscribe(({ next }) => {
      channel.postMessage({ person: null } satisfies Message);
      this.leave(next);
    });
    this.window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.broughtBack();
    });
  }

  private heard(person: string | null): void {
    if (this.person === null || this.person === person) return;
    if (person === null) this.leave('/signed-out');
    else this.reload();
  }

  /** From the browser's memory, as it was when it was left: it may be another's by now. */
  private broughtBack(): void {
    if (this.person === null && this.root()) return;
    this.root()?.toggleAttribute('hidden', true);
    this.client.load().subscribe({
      next: ({ person }) =>
        person.id === this.person ? this.root()?.toggleAttribute('hidden', false) : this.reload(),
      error: () => this.reload(),
    });
  }

  private leave(next: string): void {
    forgetTheRest(this.window.sessionStorage);
    this.clear();
    this.window.location.assign(next);
  }

  private reload(): void {
    this.clear();
    this.window.location.reload();
  }

  /** The next page may take a while to come. */
  private clear(): void {
    this.person = null;
    this.root()?.remove();
  }

  private root(): Element | null {
    return this.document.querySelector('hw-root');
  }
}
