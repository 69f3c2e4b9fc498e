import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { NewPulseAnswers, PulseSurveyOfLink } from '@headway/contract';
import { idempotent } from '../../platform/headers';

const at = (link: string) => `/api/pulse/survey/${encodeURIComponent(link)}`;
/** Whoever is signed in is not told apart from whoever is not. */
const withoutCookies = { credentials: 'omit' } as const;

@Injectable({ providedIn: 'root' })
export class SurveyClient {
  private readonly http = inject(HttpClient);

  read = (link: string) => this.http.get<PulseSurveyOfLink>(at(link), withoutCookies);
  send = (link: string, answers: NewPulseAnswers, key: string) =>
    this.http.post<unknown>(at(link), answers, { ...withoutCookies, headers: idempotent(key) });
}
