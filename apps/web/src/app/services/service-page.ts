import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import {
  absentWords,
  audienceDefinitions,
  audienceLabels,
  closedOn,
  closeReasonLabels,
  formatDate,
  lastReopened,
  isPast,
  londonDate,
  notOpenYet,
  officeLabels,
  offices,
  pastWords,
  stageLabels,
} from '@headway/domain';
import {
  Button,
  Details,
  GovLink,
  InsetText,
  type SummaryError,
  SummaryList,
  SummaryRow,
} from '@headway/govuk';
import { Store } from '@ngrx/store';
import { auditTime, filter, map } from 'rxjs';
import { ClosedTag } from '../platform/closed-tag';
import { Events } from '../platform/events';
import { Outdated, lasting } from '../platform/outdated';
import { Page } from '../platform/page';
import { canPerson } from '../platform/session/can-person';
import { StageTag } from '../platform/stage-tag';
import { ServiceBarriers } from '../barriers/service-barriers';
import { ServiceSignals } from '../portfolio/signals/service-signals';
import { OwedReturns } from '../returns/return/owed-returns';
import { ServiceMessages } from '../returns/return/service-messages';
import { ServiceTargets } from '../targets/service-targets';
import { everything, listPath, servicePath } from './list-choice';
import { ServiceOwners } from './service-owners';
import { ServiceTimeline } from './service-timeline';
import { ServiceViewForm } from './service-view-form';
import { pastFrom } from '../platform/past/past-choice';
import { Today } from '../platform/today';
import { ServicesPage } from './services.actions';
import { selectHistory, selectOwnership, selectService, servicesFeature } from './services.feature';

/** Where one understands a service in ten seconds: how far it is, since when, what holds it back, and how it came there. */
@Component({
  selector: 'hw-service-page',
  imports: [
    Button,
    ClosedTag,
    Details,
    GovLink,
    InsetText,
    Outdated,
    Page,
    ServiceBarriers,
    OwedReturns,
    ServiceMessages,
    ServiceOwners,
    ServiceSignals,
    ServiceTargets,
    ServiceTimeline,
    ServiceViewForm,
    StageTag,
    SummaryList,
    SummaryRow,
  ],
  templateUrl: './service-page.html',
})
export class ServicePage {
  protected readonly lasting = lasting;
  private readonly store = inject(Store);
  protected readonly can = canPerson();
  readonly reference = input.required<string>();
  protected readonly past = toSignal(
    inject(ActivatedRoute).queryParamMap.pipe(map((params) => pastFrom(params))),
    {
      requireSync: true,
    },
  );
  protected readonly now = computed(() => !isPast(this.past()));
  protected readonly pastWords = computed(() => pastWords(this.past()));

  protected readonly service = computed(() =>
    this.store.selectSignal(selectService(this.reference(), this.past()))(),
  );
  protected readonly history = computed(() =>
    this.store.selectSignal(selectHistory(this.reference(), this.past()))(),
  );
  protected readonly ownership = computed(() => this.store.selectSignal(selectOwnership(this.reference()))());
  protected readonly problem = this.store.selectSignal(servicesFeature.selectProblem);

  private readonly listWanted = this.store.selectSignal(servicesFeature.selectListWanted);
  /** The list as it was last looked at, filters and page too, whatever was looked at in between. */
  private readonly list = computed(() => listPath(this.listWanted() ?? everything));
  protected readonly breadcrumbs = computed(() => [
    { text: 'Services', href: this.list() },
    ...(this.service() ? [{ text: this.service()!.name }] : []),
  ]);
  protected readonly unanswered = signal<readonly SummaryError[]>([]);
  protected readonly path = servicePath;
  protected readonly listPath = listPath;
  protected readonly formatDate = formatDate;
  protected readonly lastReopened = lastReopened;
  protected readonly audienceLabels = audienceLabels;
  protected readonly audienceDefinitions = audienceDefinitions;
  protected readonly closeReasonLabels = closeReasonLabels;
  protected readonly today = inject(Today).date;
  protected readonly offices = computed(() => {
    const service = this.service();
    if (!service || offices.every((office) => service[office] === null)) return [];
    return offices.map((office) => ({ label: officeLabels[office], stage: service[office] }));
  });
  /** The closure that is in force on the date shown, or still to come. */
  protected readonly closure = computed(() => {
    const closures = this.service()?.closures ?? [];
    const open = closures.at(-1)?.reopenedOn === null ? closures.at(-1)! : null;
    return closedOn(closures, this.past().on ?? this.today()) ?? (this.now() ? open : null);
  });
  /** Where it is closed on the date shown: its stage, targets and barriers then count no longer. */
  protected readonly closed = computed(() =>
    closedOn(this.service()?.closures ?? [], this.past().on ?? this.today()),
  );
  /** Where it is not open yet on the date shown: it counts nowhere, and no stage or barrier is taken. */
  protected readonly opensLater = computed(() => {
    const service = this.service();
    const on = this.past().on ?? this.today();
    return service && notOpenYet(service, on) ? absentWords(service, on) : null;
  });
  protected readonly before = computed(() => {
    const { stage, stageSince } = this.service()!;
    const since = stageSince ? ` from ${formatDate(stageSince)}` : '';
    return stage === 'not_recorded'
      ? 'no stage was recorded'
      : `it was ${stageLabels[stage].toLowerCase()}${since}`;
  });
  protected readonly may = computed(() => {
    const owner = this.service()?.organisation.id;
    const may = (policy: Parameters<typeof this.can>[0]) =>
      this.now() && owner !== undefined && this.can(policy, owner);
    return {
      record: may('recordStage') && !this.closed() && this.opensLater() === null,
      change: may('changeService'),
      close: may('closeService'),
      transfer: may('transferService'),
    };
  });
  protected readonly correctAt = computed(() => {
    const base = servicePath(this.reference());
    return this.now() && this.can('recordStage', this.service()?.organisation.id)
      ? (id: string) => `${base}/records/${id}/correct`
      : null;
  });

  constructor() {
    effect(() => this.load());
    inject(Events)
      .changes.pipe(
        filter(
          ({ kind, subject }) =>
            subject === null || subject === this.reference() || kind.startsWith('organisation'),
        ),
        auditTime(500),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.load(true));
  }

  protected load(again = false): void {
    const [reference, past] = [this.reference(), this.past()];
    this.store.dispatch(
      isPast(past)
        ? ServicesPage.pastOpened({ reference, past, again })
        : ServicesPage.opened({ reference, again }),
    );
    this.store.dispatch(ServicesPage.historyOpened({ reference, past }));
    this.store.dispatch(ServicesPage.ownershipOpened({ reference }));
  }

  protected dateOf(instant: string): string {
    return formatDate(londonDate(new Date(instant)));
  }
}
