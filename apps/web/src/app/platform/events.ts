import { Injectable, inject } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import type { HeadwayEvent } from '@headway/contract';
import { Observable, map, merge, share, skip } from 'rxjs';
import { Today } from './today';

const reopenAfter = 3_000;

/**
 * What others change meanwhile; one connection, open only while some page listens. Where it is new,
 * anything may have changed before. Where the browser mends it after a break, the server goes on after
 * the last event that came, and says itself where that is too long ago.
 */
@Injectable({ providedIn: 'root' })
export class Events {
  private readonly sent = new Observable<HeadwayEvent>((listener) => {
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
  });

  /** With midnight nothing was written, but what is true of today is of another day. */
  private readonly midnight = toObservable(inject(Today).date).pipe(
    skip(1),
    map((): HeadwayEvent => ({ kind: 'everything.changed', subject: null })),
  );

  readonly changes = merge(this.sent, this.midnight).pipe(share());
}
