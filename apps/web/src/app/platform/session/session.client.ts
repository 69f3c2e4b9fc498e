import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Session } from '@headway/contract';
import { idempotent } from '../headers';

@Injectable({ providedIn: 'root' })
export class SessionClient {
  private readonly http = inject(HttpClient);

  load = () => this.http.get<Session>('/api/session');
  signOut = (key: string) =>
    this.http.post<{ next: string }>('/api/session/sign-out', {}, { headers: idempotent(key) });
}
