import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Review } from '@headway/contract';

@Injectable({ providedIn: 'root' })
export class ReviewClient {
  private readonly http = inject(HttpClient);

  /** One revision as it was frozen; the latest unless one is asked for. */
  review = (quarter: string, revision: string | undefined) =>
    this.http.get<Review>(`/api/quarters/${encodeURIComponent(quarter)}/review`, {
      params: revision ? { revision } : {},
    });
}
