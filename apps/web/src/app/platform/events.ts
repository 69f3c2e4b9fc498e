import { Injectable } from '@angular/core';
import type { HeadwayEvent } from '@headway/contract';
import { Observable, share } from 'rxjs';

const reopenAfter = 3_000;

/**
 * What others change meanwhile; one connection, open only while some page listens. A connection that
 * opens, first or again, is told as a change of anything, since something may have happened before.
 */
@Injectable({ providedIn: 'root' })
export class Events {
  readonly changes = new Observable<HeadwayEvent>((listener) => {
    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource('/api/events');
      source.onopen = () => listener.next({ kind: 'services.imported', subject: null });
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
