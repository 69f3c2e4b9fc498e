import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { List, NewService, Organisation, Service, ServiceChange, StageRecord } from '@headway/contract';
import { idempotent, ifMatch } from '../platform/headers';
import { type ListChoice, queryOf } from './list-choice';

const at = (reference: string) => `/api/services/${encodeURIComponent(reference)}`;

@Injectable({ providedIn: 'root' })
export class ServicesClient {
  private readonly http = inject(HttpClient);

  list = (choice: ListChoice) => this.http.get<List<Service>>(`/api/services${queryOf(choice)}`);
  organisations = (page: number) =>
    this.http.get<List<Organisation>>('/api/organisations', { params: { page, pageSize: 200 } });
  load = (reference: string) => this.http.get<Service>(at(reference));
  history = (reference: string) =>
    this.http.get<List<StageRecord>>(`${at(reference)}/records`, { params: { pageSize: 200 } });
  add = (service: NewService, key: string) =>
    this.http.post<Service>('/api/services', service, { headers: idempotent(key) });
  change = (reference: string, version: number, change: ServiceChange) =>
    this.http.patch<Service>(at(reference), change, { headers: ifMatch(version) });
}
