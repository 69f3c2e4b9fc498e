import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { AuditList, List, Organisation } from '@headway/contract';
import { type AuditChoice, queryOf } from './audit-choice';

@Injectable({ providedIn: 'root' })
export class AuditClient {
  private readonly http = inject(HttpClient);

  list = (choice: AuditChoice) => this.http.get<AuditList>(`/api/audit${queryOf(choice)}`);
  organisations = (page: number) =>
    this.http.get<List<Organisation>>('/api/organisations', { params: { page, pageSize: 200 } });
  ended = (page: number) =>
    this.http.get<List<Organisation>>('/api/organisations', { params: { ended: true, page, pageSize: 200 } });
}
