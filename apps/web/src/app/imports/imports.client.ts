import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { ImportReport } from '@headway/contract';
import { idempotent } from '../platform/headers';

export interface Upload {
  readonly file: Blob;
  readonly createOrganisations: boolean;
}

@Injectable({ providedIn: 'root' })
export class ImportsClient {
  private readonly http = inject(HttpClient);

  /** What the file would change, or with `apply` has changed; `key` is the same for every attempt at it. */
  send(mode: ImportReport['mode'], { file, createOrganisations }: Upload, key: string) {
    return this.http.post<ImportReport>('/api/imports', file, {
      params: { kind: 'services', mode, ...(createOrganisations ? { createOrganisations } : {}) },
      headers: { 'Content-Type': 'text/csv', ...idempotent(key) },
    });
  }
}
