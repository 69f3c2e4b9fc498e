import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { List, Reorganisation, ReorganisationReport, Service } from '@headway/contract';
import { type Observable, forkJoin, map } from 'rxjs';
import { everyPage } from '../../platform/every-page';
import { idempotent } from '../../platform/headers';

/** A service that can be given away. */
export interface OfferedService {
  readonly reference: string;
  readonly name: string;
  readonly closed: boolean;
}

const at = '/api/organisations/reorganisations';

@Injectable({ providedIn: 'root' })
export class ReorganiseClient {
  private readonly http = inject(HttpClient);

  /** What it comes to as things stand. */
  look = (request: Reorganisation, key: string) =>
    this.http.post<ReorganisationReport>(at, request, {
      params: { mode: 'check' },
      headers: idempotent(key),
    });

  /** Makes it just as it was looked at. */
  make = (request: Reorganisation, fingerprint: string, key: string) =>
    this.http.post<ReorganisationReport>(at, request, {
      params: { mode: 'apply' },
      headers: { ...idempotent(key), 'If-Match': `"${fingerprint}"` },
    });

  /** An organisation's own services on a day, closed ones too, by name. */
  services(organisation: string, on: string): Observable<OfferedService[]> {
    const all = (closed: boolean) =>
      everyPage((page) =>
        this.http.get<List<Service>>('/api/services', {
          params: { organisation, on, page, pageSize: 200, sort: 'name', ...(closed ? { closed } : {}) },
        }),
      ).pipe(
        map((services) =>
          services
            .filter((service) => service.organisation.slug === organisation)
            .map(({ reference, name }) => ({ reference, name, closed })),
        ),
      );
    return forkJoin([all(false), all(true)]).pipe(map(([open, closed]) => [...open, ...closed]));
  }
}
