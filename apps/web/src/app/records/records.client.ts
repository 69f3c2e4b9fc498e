import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CorrectedStage, List, RecordedStage, Service, StageRecord } from '@headway/contract';
import { idempotent, ifMatch } from '../platform/headers';
import { forkJoin, map } from 'rxjs';
import type { Correcting, Sending } from './records.actions';

const serviceAt = (reference: string) => `/api/services/${encodeURIComponent(reference)}`;

@Injectable({ providedIn: 'root' })
export class RecordsClient {
  private readonly http = inject(HttpClient);

  /** The service as it stands, with its history, newest first. */
  history(reference: string) {
    return forkJoin({
      service: this.http.get<Service>(serviceAt(reference)),
      records: this.http
        .get<List<StageRecord>>(`${serviceAt(reference)}/records`, { params: { pageSize: 200 } })
        .pipe(map(({ items }) => items)),
    });
  }

  record({ reference, record, version, key }: Sending) {
    return this.http.post<RecordedStage>(`${serviceAt(reference)}/records`, record, {
      headers: { ...ifMatch(version), ...idempotent(key) },
    });
  }

  correct({ reference, recordId, correction, version, key }: Correcting) {
    return this.http.post<CorrectedStage>(
      `${serviceAt(reference)}/records/${recordId}/corrections`,
      correction,
      { headers: { ...ifMatch(version), ...idempotent(key) } },
    );
  }
}
