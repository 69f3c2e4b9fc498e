import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { List, NewOrganisation, Organisation, OrganisationChange, Portfolio } from '@headway/contract';
import { idempotent, ifMatch } from '../platform/headers';

const at = (slug: string) => `/api/organisations/${encodeURIComponent(slug)}`;

@Injectable({ providedIn: 'root' })
export class OrganisationsClient {
  private readonly http = inject(HttpClient);

  list = (page: number) =>
    this.http.get<List<Organisation>>('/api/organisations', { params: { page, pageSize: 200 } });
  ended = (page: number) =>
    this.http.get<List<Organisation>>('/api/organisations', { params: { ended: true, page, pageSize: 200 } });
  load = (slug: string) => this.http.get<Organisation>(at(slug));
  figures = (slug: string | null) =>
    this.http.get<Portfolio>('/api/portfolio', { params: slug === null ? {} : { organisation: slug } });
  /** How it has changed since a day, both days by what it is today. */
  sinceBy = (organisation: string, compareWith: string) =>
    this.http.get<Portfolio>('/api/portfolio', {
      params: { organisation, compareWith, boundaries: 'today' },
    });
  add = (organisation: NewOrganisation, key: string) =>
    this.http.post<Organisation>('/api/organisations', organisation, { headers: idempotent(key) });
  change = (slug: string, version: number, change: OrganisationChange) =>
    this.http.patch<Organisation>(at(slug), change, { headers: ifMatch(version) });
}
