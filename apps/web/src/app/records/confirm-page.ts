import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import type { Service } from '@headway/contract';
import {
  type Stage,
  absentWords,
  formatDate,
  inForce,
  lockOn,
  lockWords,
  stageLabels,
} from '@headway/domain';
import { Button, GovLink, SummaryList, SummaryRow } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { Page } from '../platform/page';
import { problemOf } from '../platform/problem';
import { canPerson } from '../platform/session/can-person';
import { Today } from '../platform/today';
import { counting, sameAgain } from './answers';
import { overtakenBy } from './conflict-rows';
import { Drafts } from './drafts';
import { RecordsPage } from './records.actions';
import { recordsFeature } from './records.feature';

/** Nothing has changed: what is in force is shown, and confirmed as still right today. */
@Component({
  selector: 'hw-confirm-page',
  imports: [Button, GovLink, Page, SummaryList, SummaryRow],
  templateUrl: './confirm-page.html',
})
export class ConfirmPage {
  private readonly store = inject(Store);
  private readonly drafts = inject(Drafts);
  private readonly can = canPerson();
  readonly reference = input.required<string>();
  protected readonly today = inject(Today).date;
  protected readonly formatDate = formatDate;
  protected readonly state = this.store.selectSignal(recordsFeature.selectRecordsState);
  /** What somebody recorded meanwhile takes the place of what was read first. */
  protected readonly history = computed(() => this.state().overtaken ?? this.state().history);
  protected readonly inForce = computed(() => {
    const history = this.history();
    return history && inForce(counting(history.records), this.today());
  });
  /** Why nothing can be confirmed for today: the service is not there, or today is locked. */
  protected readonly refused = computed(() => {
    const service = this.history()?.service;
    if (!service) return null;
    const absent = absentWords(service, this.today());
    if (absent) return `${absent}, so there is nothing to confirm.`;
    return service.lock && lockOn([service.lock], this.today()) ? lockWords(service.lock) : null;
  });
  protected readonly since = computed(() =>
    overtakenBy(this.state().overtaken, this.state().history?.service ?? null),
  );
  protected readonly errors = linkedSignal(() => {
    const refused = this.state().refused;
    if (!refused || refused.code === 'not_signed_in') return [];
    const said = refused.errors?.map(({ message }) => ({ text: message }));
    return said?.length ? said : [{ text: refused.detail ?? refused.title }];
  });
  protected readonly problem = computed(() => {
    const { problem, history } = this.state();
    if (problem || !history) return problem;
    return this.can('recordStage', history.service.organisation.id) ? null : problemOf('not_allowed');
  });
  protected readonly base = computed(() => `/services/${encodeURIComponent(this.reference())}`);
  protected readonly lines = computed(() => {
    const { service } = this.history() ?? {};
    return service ? linesOf(service, this.inForce()?.evidenceUrl ?? null) : [];
  });

  constructor() {
    effect(() => this.store.dispatch(RecordsPage.opened({ reference: this.reference() })));
  }

  protected confirm(): void {
    const attempt = {
      reference: this.reference(),
      record: sameAgain(this.inForce()!, this.today()),
      version: this.history()!.service.version,
    };
    this.store.dispatch(RecordsPage.nothingChanged({ ...attempt, key: this.drafts.keyFor(attempt) }));
  }
}

function linesOf(service: Service, evidenceUrl: string | null): { key: string; value: string }[] {
  const office = (key: string, stage: Stage | null) => (stage ? [{ key, value: stageLabels[stage] }] : []);
  return [
    { key: 'Stage', value: stageLabels[service.stage] },
    { key: 'Since', value: service.stageSince ? formatDate(service.stageSince) : 'Not recorded' },
    { key: 'Redesign under way', value: service.redesignUnderWay ? 'Yes' : 'No' },
    ...office('Front office', service.frontOffice),
    ...office('Middle office', service.middleOffice),
    ...office('Back office', service.backOffice),
    ...(evidenceUrl ? [{ key: 'Link to evidence', value: evidenceUrl }] : []),
  ];
}
