import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  List,
  Organisation,
  Quarter,
  Reminded,
  Return,
  ReturnExcusal,
  ReturnList,
} from '@headway/contract';
import { forkJoin } from 'rxjs';
import { idempotent, ifMatch } from '../platform/headers';
import type { QuarterChange } from './quarters.actions';

const at = (id: string) => `/api/quarters/${encodeURIComponent(id)}`;

@Injectable({ providedIn: 'root' })
export class QuartersClient {
  private readonly http = inject(HttpClient);

  list = (page: number) => this.http.get<List<Quarter>>('/api/quarters', { params: { page } });
  /** A quarter with the returns of it that the person may see. */
  load = (id: string) =>
    forkJoin({
      quarter: this.http.get<Quarter>(at(id)),
      returns: this.http.get<ReturnList>(`${at(id)}/returns`),
    });
  organisation = (slug: string) =>
    this.http.get<Organisation>(`/api/organisations/${encodeURIComponent(slug)}`);
  change = (id: string, version: number, { kind, body }: QuarterChange, key: string) =>
    kind === 'due'
      ? this.http.patch<Quarter>(at(id), body, { headers: ifMatch(version) })
      : this.http.post<Quarter>(`${at(id)}/${kind}`, body, {
          headers: { ...ifMatch(version), ...idempotent(key) },
        });
  remind = (id: string, key: string) =>
    this.http.post<Reminded>(`${at(id)}/remind`, {}, { headers: idempotent(key) });
  ask = (id: string, organisation: string, key: string) =>
    this.http.post<Return>(`${at(id)}/returns`, { organisation }, { headers: idempotent(key) });
  excuse = (id: string, slug: string, version: number, excusal: ReturnExcusal, key: string) =>
    this.http.post<Return>(`${at(id)}/returns/${encodeURIComponent(slug)}/excuse`, excusal, {
      headers: { ...ifMatch(version), ...idempotent(key) },
    });
}
