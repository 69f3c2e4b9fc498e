import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Batch, BatchCheck, BatchResult, List, Service } from '@headway/contract';
import { everyPage } from '../platform/every-page';
import { idempotent } from '../platform/headers';

/** Whose services, by organisation; as of a past day where one is named. */
export interface Scope {
  readonly organisations: readonly string[];
  readonly on: string | null;
}

@Injectable({ providedIn: 'root' })
export class ReturnsClient {
  private readonly http = inject(HttpClient);

  services({ organisations, on }: Scope) {
    return everyPage((page) =>
      this.http.get<List<Service>>('/api/services', {
        params: { ...(on ? { on } : {}), organisation: organisations, pageSize: 200, page },
      }),
    );
  }

  /** What each row will come to by the rule that writes it. */
  check(batch: Batch) {
    return this.http.post<BatchCheck>('/api/records/check', batch);
  }

  send(batch: Batch, key: string) {
    return this.http.post<BatchResult>('/api/records/batch', batch, { headers: idempotent(key) });
  }
}
