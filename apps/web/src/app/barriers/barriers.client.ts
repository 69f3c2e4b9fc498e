import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  Barrier,
  BarrierChange,
  BarrierHistory,
  BarrierList,
  NewBarrier,
  Organisation,
  Service,
} from '@headway/contract';
import { forkJoin, map } from 'rxjs';
import { idempotent, ifMatch } from '../platform/headers';
import type { HeldBack } from './held-back';

const apiOf = ({ kind, key }: HeldBack) =>
  `/api/${kind === 'service' ? 'services' : 'organisations'}/${encodeURIComponent(key)}`;
const at = (id: string) => `/api/barriers/${encodeURIComponent(id)}`;

@Injectable({ providedIn: 'root' })
export class BarriersClient {
  private readonly http = inject(HttpClient);

  /** Those still open first; as far as was known at an instant or on a day, if one is given. */
  of = (heldBack: HeldBack, asKnownAt: string | null) =>
    this.http.get<BarrierList>(`${apiOf(heldBack)}/barriers`, { params: asKnownAt ? { asKnownAt } : {} });
  /** What is held back, whose it is, and the service where it is one. */
  heldBack = (heldBack: HeldBack) =>
    this.http.get<Service | Organisation>(apiOf(heldBack)).pipe(
      map((one) => ({
        name: one.name,
        lock: one.lock,
        ...('reference' in one
          ? { organisationId: one.organisation.id, service: one }
          : { organisationId: one.id, service: null }),
      })),
    );
  history = (id: string) => this.http.get<BarrierHistory>(`${at(id)}/history`);
  /** The barrier as it stands, and how it came there. */
  now = (id: string) => forkJoin({ barrier: this.http.get<Barrier>(at(id)), history: this.history(id) });
  raise = (heldBack: HeldBack, barrier: NewBarrier, key: string) =>
    this.http.post<Barrier>(`${apiOf(heldBack)}/barriers`, barrier, { headers: idempotent(key) });
  change = (id: string, version: number, change: BarrierChange) =>
    this.http.patch<Barrier>(at(id), change, { headers: ifMatch(version) });
}
