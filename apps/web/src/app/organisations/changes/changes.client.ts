import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { List, MadeReorganisation, Organisation, Withdrawal, WithdrawalReport } from '@headway/contract';
import { everyPage } from '../../platform/every-page';

const at = '/api/organisations/reorganisations';

@Injectable({ providedIn: 'root' })
export class ChangesClient {
  private readonly http = inject(HttpClient);

  organisation = (slug: string) =>
    this.http.get<Organisation>(`/api/organisations/${encodeURIComponent(slug)}`);
  /** The reorganisations of an organisation, the latest date first. */
  list = (organisation: string) =>
    everyPage((page) =>
      this.http.get<List<MadeReorganisation>>(at, { params: { organisation, page, pageSize: 200 } }),
    );
  /** What withdrawing one would come to, and what is in the way. */
  look = (id: string) => this.http.get<WithdrawalReport>(`${at}/${id}/withdrawal`);
  withdraw = (id: string, withdrawal: Withdrawal) =>
    this.http.post<WithdrawalReport>(`${at}/${id}/withdrawal`, withdrawal);
}
