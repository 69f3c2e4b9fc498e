import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  List,
  NewPulseWave,
  PulseLinks,
  PulseRecorded,
  PulseRecordedQuery,
  PulseResults,
  PulseResultsQuery,
  PulseWave,
} from '@headway/contract';
import { everyPage } from '../platform/every-page';
import { idempotent } from '../platform/headers';

@Injectable({ providedIn: 'root' })
export class PulseClient {
  private readonly http = inject(HttpClient);

  /** All there are, newest first; few by their nature. */
  waves = () =>
    everyPage((page) =>
      this.http.get<List<PulseWave>>('/api/pulse/waves', { params: { page, pageSize: 200 } }),
    );
  wave = (id: string) => this.http.get<PulseWave>(`/api/pulse/waves/${encodeURIComponent(id)}`);
  links = (id: string) => this.http.get<PulseLinks>(`/api/pulse/waves/${encodeURIComponent(id)}/links`);
  open = (wave: NewPulseWave, key: string) =>
    this.http.post<PulseWave>('/api/pulse/waves', wave, { headers: idempotent(key) });
  results = (params: PulseResultsQuery) =>
    this.http.get<PulseResults>('/api/pulse/results', { params: { ...params } });
  recorded = (params: PulseRecordedQuery) =>
    this.http.get<PulseRecorded>('/api/pulse/recorded', { params: { ...params } });
}
