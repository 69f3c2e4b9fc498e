import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  ColumnChoice,
  ImportKind,
  ImportMapping,
  ImportMappingList,
  ImportReport,
  List,
  Service,
} from '@headway/contract';
import { map } from 'rxjs';
import { idempotent } from '../platform/headers';

export interface Upload {
  readonly kind: ImportKind;
  readonly file: Blob;
  readonly createOrganisations: boolean;
  /** Whether what the file says goes before what is newer in Headway. */
  readonly overwriteNewer: boolean;
  /** What headings of the file stand for, where its reader was asked. */
  readonly columns: ColumnChoice | null;
}

const mappings = '/api/imports/mappings';

@Injectable({ providedIn: 'root' })
export class ImportsClient {
  private readonly http = inject(HttpClient);

  /** What the file would change; `key` is the same for every attempt at it. */
  check(upload: Upload, key: string) {
    return this.send({ mode: 'check' }, upload, key);
  }

  /** Changes what a check said, or nothing where that would be something else by now. */
  apply(upload: Upload, importId: string, key: string) {
    return this.send({ mode: 'apply', importId }, upload, key);
  }

  private send(
    how: { mode: ImportReport['mode']; importId?: string },
    { kind, file, createOrganisations, overwriteNewer, columns }: Upload,
    key: string,
  ) {
    return this.http.post<ImportReport>('/api/imports', file, {
      params: {
        kind,
        ...how,
        ...(overwriteNewer ? { overwriteNewer } : {}),
        ...(createOrganisations ? { createOrganisations } : {}),
        ...(columns ? { columns: JSON.stringify(columns) } : {}),
      },
      headers: { 'Content-Type': file.type, ...idempotent(key) },
    });
  }

  /** How many services a download of all of them holds. */
  countServices() {
    return this.http
      .get<List<Service>>('/api/services', { params: { pageSize: 1 } })
      .pipe(map(({ total }) => total));
  }

  remembered() {
    return this.http.get<ImportMappingList>(mappings).pipe(map(({ items }) => items));
  }

  /** Keeps a choice for the next file; `organisation` is a slug, or null for all of government. */
  remember(organisation: string | null, columns: ColumnChoice, key: string) {
    return this.http.post<ImportMapping>(mappings, { organisation, columns }, { headers: idempotent(key) });
  }

  forget(organisation: string | null) {
    return this.http.delete<void>(mappings, { params: organisation === null ? {} : { organisation } });
  }
}
