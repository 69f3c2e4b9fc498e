import { Injectable } from '@angular/core';
import type { HeadwayEvent } from '@headway/contract';
import { Observable, share } from 'rxjs';

const reopenAfter = 3_000;

/**
 * What others change meanwhile; one connection, open only while some page listens. Where it is new,
 * anything may have changed before. Where the browser mends it after a break, the server goes on after
 * the last event that came, and says itself where that is too long ago.
 */
@Injectable({ providedIn: 'root' })
export class Events {
  readonly changes = new Observable<HeadwayEvent>((listener) => {
    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource('/api/events');
      const first = () => listener.next({ kind: 'everything.changed', subject: null });
      source.addEventListener('open', first, { once: true });
      source.onmessage = ({ data }) => listener.next(JSON.parse(String(data)) as HeadwayEvent);
      // The browser comes again by itself after a break, but gives up on an answer that is an error.
      source.onerror = () => {
        if (source.readyState === EventSource.CLOSED) again = setTimeout(open, reopenAfter);
      };
    };
    open();
    return () => {
      clearTimeout(again);
      source.close();
    };
  }).pipe(share());
}
