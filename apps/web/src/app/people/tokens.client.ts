import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CreatedToken, NewToken, Token } from '@headway/contract';
import { idempotent } from '../platform/headers';

@Injectable({ providedIn: 'root' })
export class TokensClient {
  private readonly http = inject(HttpClient);

  list = () => this.http.get<{ items: Token[] }>('/api/tokens');
  create = (token: NewToken, key: string) =>
    this.http.post<CreatedToken>('/api/tokens', token, { headers: idempotent(key) });
  revoke = (id: string) => this.http.delete<void>(`/api/tokens/${encodeURIComponent(id)}`);
}
