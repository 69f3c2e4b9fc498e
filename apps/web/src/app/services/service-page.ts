import { Component, computed, effect, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { audienceDefinitions, audienceLabels, formatDate, londonDate } from '@headway/domain';
import { Button, GovLink, SummaryList, SummaryRow } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { auditTime, filter } from 'rxjs';
import { Events } from '../platform/events';
import { Page } from '../platform/page';
import { canPerson } from '../platform/session/can-person';
import { StageTag } from '../platform/stage-tag';
import { listPath, servicePath } from './list-choice';
import { ServiceTimeline } from './service-timeline';
import { ServicesPage } from './services.actions';
import { selectHistory, selectService, servicesFeature } from './services.feature';

@Component({
  selector: 'hw-service-page',
  imports: [Button, GovLink, Page, ServiceTimeline, StageTag, SummaryList, SummaryRow],
  templateUrl: './service-page.html',
})
export class ServicePage {
  private readonly store = inject(Store);
  protected readonly can = canPerson();
  readonly reference = input.required<string>();

  protected readonly service = computed(() => this.store.selectSignal(selectService(this.reference()))());
  protected readonly history = computed(() => this.store.selectSignal(selectHistory(this.reference()))());
  protected readonly problem = this.store.selectSignal(servicesFeature.selectProblem);

  protected readonly breadcrumbs = computed(() => [
    { text: 'Services', href: '/services' },
    ...(this.service() ? [{ text: this.service()!.name }] : []),
  ]);
  protected readonly path = servicePath;
  protected readonly listPath = listPath;
  protected readonly formatDate = formatDate;
  protected readonly audienceLabels = audienceLabels;
  protected readonly audienceDefinitions = audienceDefinitions;
  protected readonly offices = computed(() => {
    const { frontOffice = null, middleOffice = null, backOffice = null } = this.service() ?? {};
    return [
      { label: 'Front office', stage: frontOffice },
      { label: 'Middle office', stage: middleOffice },
      { label: 'Back office', stage: backOffice },
    ].filter(({ stage }) => stage !== null);
  });
  protected readonly change = computed(() => {
    const service = this.service();
    return service && this.can('changeService', service.organisation.id);
  });

  constructor() {
    effect(() => this.load());
    inject(Events)
      .changes.pipe(
        filter(({ kind, subject }) => kind === 'services.imported' || subject === this.reference()),
        auditTime(500),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.load());
  }

  protected load(): void {
    const reference = this.reference();
    this.store.dispatch(ServicesPage.opened({ reference }));
    this.store.dispatch(ServicesPage.historyOpened({ reference }));
  }

  protected dateOf(instant: string): string {
    return formatDate(londonDate(new Date(instant)));
  }
}
