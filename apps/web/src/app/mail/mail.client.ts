import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Mail, MailList } from '@headway/contract';

@Injectable({ providedIn: 'root' })
export class MailClient {
  private readonly http = inject(HttpClient);

  list = (page: number) => this.http.get<MailList>('/api/mail', { params: page > 1 ? { page } : {} });
  one = (id: string) => this.http.get<Mail>(`/api/mail/${encodeURIComponent(id)}`);
}
