import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  List,
  NewService,
  Organisation,
  Ownership,
  Service,
  ServiceChange,
  StageRecord,
} from '@headway/contract';
import type { PastChoice } from '@headway/domain';
import { idempotent, ifMatch } from '../platform/headers';
import type { Lifecycle } from './lifecycle';
import { type ListChoice, queryOf } from './list-choice';
import { pastParams } from '../platform/past/past-choice';

const at = (reference: string) => `/api/services/${encodeURIComponent(reference)}`;

@Injectable({ providedIn: 'root' })
export class ServicesClient {
  private readonly http = inject(HttpClient);

  list = (choice: ListChoice) => this.http.get<List<Service>>(`/api/services${queryOf(choice)}`);
  organisations = (page: number, which: { ended?: true } = {}) =>
    this.http.get<List<Organisation>>('/api/organisations', { params: { page, pageSize: 200, ...which } });
  load = (reference: string) => this.http.get<Service>(at(reference));
  /** As it stood on a date, as far as was known. */
  past = (reference: string, past: PastChoice) =>
    this.http.get<Service>(at(reference), { params: pastParams(past) });
  history = (reference: string, { asKnownAt }: PastChoice) =>
    this.http.get<List<StageRecord>>(`${at(reference)}/records`, {
      params: { pageSize: 200, ...(asKnownAt ? { asKnownAt } : {}) },
    });
  ownership = (reference: string) => this.http.get<Ownership>(`${at(reference)}/ownership`);
  lifecycle = (reference: string, version: number, { kind, body }: Lifecycle, key: string) =>
    this.http.post<Service>(`${at(reference)}/${kind}`, body, {
      headers: { ...ifMatch(version), ...idempotent(key) },
    });
  add = (service: NewService, key: string) =>
    this.http.post<Service>('/api/services', service, { headers: idempotent(key) });
  change = (reference: string, version: number, change: ServiceChange) =>
    this.http.patch<Service>(at(reference), change, { headers: ifMatch(version) });
}
