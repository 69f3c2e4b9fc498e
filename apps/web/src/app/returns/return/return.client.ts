import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  BarrierList,
  List,
  Movements,
  NewReturnMessage,
  Quarter,
  Return,
  ReturnList,
  ReturnMessage,
  ReturnMessages,
  Service,
  ServiceAnswer,
  SubmittedReturn,
} from '@headway/contract';
import type { CalendarDate, Signal } from '@headway/domain';
import { forkJoin, map } from 'rxjs';
import { everyPage } from '../../platform/every-page';
import { idempotent, ifMatch } from '../../platform/headers';
import type { At, Doing } from './return.actions';

const quarterAt = (id: string) => `/api/quarters/${encodeURIComponent(id)}`;
const returnAt = ({ quarter, slug }: At) => `${quarterAt(quarter)}/returns/${encodeURIComponent(slug)}`;
const paths = { submit: 'submit', sign_off: 'sign-off', request_changes: 'request-changes' } as const;

@Injectable({ providedIn: 'root' })
export class ReturnClient {
  private readonly http = inject(HttpClient);

  /** The return as it stands, and its quarter. */
  read = (at: At) =>
    forkJoin({
      found: this.http.get<Return>(returnAt(at)),
      quarter: this.http.get<Quarter>(quarterAt(at.quarter)),
    });
  /** What changes it gives it back as it is then. */
  change = (at: At, { deed, version, key }: Doing) =>
    deed.action === 'save'
      ? this.http.put<Return>(returnAt(at), deed.body, { headers: ifMatch(version) })
      : this.http.post<Return>(`${returnAt(at)}/${paths[deed.action]}`, deed.body, {
          headers: { ...ifMatch(version), ...idempotent(key) },
        });
  submission = (at: At) => this.http.get<SubmittedReturn>(`${returnAt(at)}/submission`);
  messages = (at: At) => this.http.get<ReturnMessages>(`${returnAt(at)}/messages`);
  say = (at: At, message: NewReturnMessage, key: string) =>
    this.http.post<ReturnMessage>(`${returnAt(at)}/messages`, message, { headers: idempotent(key) });
  answer = (reference: string, answer: ServiceAnswer, key: string) =>
    this.http.post<ReturnMessage>(`/api/services/${encodeURIComponent(reference)}/messages`, answer, {
      headers: idempotent(key),
    });
  /** What was said of a service in quarters that are open. */
  messagesOf = (reference: string) =>
    this.http.get<ReturnMessages>(`/api/services/${encodeURIComponent(reference)}/messages`);

  quarters = () => this.http.get<List<Quarter>>('/api/quarters', { params: { pageSize: 200 } });
  returns = (quarter: string) => this.http.get<ReturnList>(`${quarterAt(quarter)}/returns`);
  one = (at: At) => this.http.get<Return>(returnAt(at));

  /** Those that a return is about; as of a past day where one is named, and as far as was known then. */
  services = (slug: string, on: CalendarDate | null, { asKnownAt, signal }: Narrowed = {}) =>
    everyPage((page) =>
      this.http.get<List<Service>>('/api/services', {
        params: {
          organisation: slug,
          ...(on ? { on } : {}),
          ...(asKnownAt ? { asKnownAt } : {}),
          ...(signal ? { signal } : {}),
          pageSize: 200,
          page,
        },
      }),
    );
  /** Those that moved between two days, came, went, or were recorded for the first time. */
  moved = (slug: string, from: CalendarDate, to: CalendarDate, { asKnownAt }: Narrowed = {}) =>
    everyPage((page) =>
      this.http
        .get<Movements>('/api/portfolio/movements', {
          params: {
            ...{ from, to, organisation: slug, kind: movedKinds, pageSize: 200, page },
            ...(asKnownAt ? { asKnownAt } : {}),
          },
        })
        .pipe(map(({ services }) => services)),
    );
  /** What holds back the organisation itself. */
  barriers = (slug: string, { asKnownAt }: Narrowed = {}) =>
    this.http.get<BarrierList>(`/api/organisations/${encodeURIComponent(slug)}/barriers`, {
      params: asKnownAt ? { asKnownAt } : {},
    });
}

/** As far as was known at an instant; only those that show a signal. */
interface Narrowed {
  readonly asKnownAt?: string | undefined;
  readonly signal?: Signal;
}

const movedKinds = ['up', 'down', 'entered', 'left', 'unrecorded'];
