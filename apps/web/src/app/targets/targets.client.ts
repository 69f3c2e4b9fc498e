import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Service, TargetChange, TargetHistory } from '@headway/contract';
import type { TargetStage } from '@headway/domain';
import { forkJoin } from 'rxjs';
import { ifMatch } from '../platform/headers';

const at = (reference: string) => `/api/services/${encodeURIComponent(reference)}`;

@Injectable({ providedIn: 'root' })
export class TargetsClient {
  private readonly http = inject(HttpClient);

  /** Every date that was set, newest first; as far as was known at an instant or on a day, if one is given. */
  history = (reference: string, asKnownAt: string | null = null) =>
    this.http.get<TargetHistory>(`${at(reference)}/targets`, { params: asKnownAt ? { asKnownAt } : {} });
  /** The service as it stands, and its targets with their history. */
  now = (reference: string) =>
    forkJoin({ service: this.http.get<Service>(at(reference)), history: this.history(reference) });
  set = (reference: string, stage: TargetStage, version: number, change: TargetChange) =>
    this.http.put<Service>(`${at(reference)}/targets/${stage}`, change, { headers: ifMatch(version) });
}
