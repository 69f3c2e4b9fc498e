import { Injectable } from '@angular/core';
import type { HeadwayEvent } from '@headway/contract';
import { Observable, share } from 'rxjs';

/** What others change meanwhile; one connection, open only while some page listens. */
@Injectable({ providedIn: 'root' })
export class Events {
  readonly changes = new Observable<HeadwayEvent>((listener) => {
    const source = new EventSource('/api/events');
    source.onmessage = ({ data }) => listener.next(JSON.parse(String(data)) as HeadwayEvent);
    return () => source.close();
  }).pipe(share());
}
