import { Component, computed, effect, inject } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { countOf, isPast, pastWords, present } from '@headway/domain';
import { Button, GovLink, Pagination, pageLinks } from '@headway/govuk';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { auditTime, filter, map } from 'rxjs';
import { Announcer } from '../platform/announcer';
import { Events } from '../platform/events';
import { Outdated, lasting } from '../platform/outdated';
import { Page } from '../platform/page';
import { canPerson } from '../platform/session/can-person';
import { Today } from '../platform/today';
import { organisationsToChoose } from './chosen-organisations';
import { choiceFrom, everything, listPath } from './list-choice';
import { ServicesApi, ServicesPage } from './services.actions';
import { servicesFeature } from './services.feature';
import { ServicesDownloads } from './services-downloads';
import { ServicesFilter } from './services-filter';
import { ServicesTable } from './services-table';

@Component({
  selector: 'hw-services-page',
  imports: [Button, GovLink, Outdated, Page, Pagination, ServicesDownloads, ServicesFilter, ServicesTable],
  templateUrl: './services-page.html',
})
export class ServicesPageView {
  protected readonly lasting = lasting;
  private readonly store = inject(Store);
  private readonly announcer = inject(Announcer);
  protected readonly can = canPerson();
  protected readonly pastWords = pastWords;
  protected readonly today = inject(Today).date;

  protected readonly choice = toSignal(inject(ActivatedRoute).queryParamMap.pipe(map(choiceFrom)), {
    initialValue: everything,
  });
  protected readonly list = this.store.selectSignal(servicesFeature.selectList);
  protected readonly organisations = organisationsToChoose(() => this.choice().organisation);
  protected readonly problem = this.store.selectSignal(servicesFeature.selectProblem);

  private readonly listOf = this.store.selectSignal(servicesFeature.selectListOf);
  /** Where what was chosen cannot be had, the list stays as what it is. */
  protected readonly shown = computed(() => (this.problem() && this.listOf()) || this.choice());
  protected readonly shows = computed(() =>
    JSON.stringify(this.shown()) === JSON.stringify(this.choice()) ? 'this' : 'former',
  );

  protected readonly count = computed(() => {
    const total = this.list()?.total ?? 0;
    const closed = this.shown().closed ? 'closed ' : '';
    return countOf(total, `${closed}service`);
  });
  protected readonly past = computed(() => isPast(this.shown()));
  protected readonly todayPath = computed(() => listPath({ ...this.shown(), ...present, page: 1 }));
  protected readonly pages = computed(() => {
    const list = this.list();
    const pages = list ? Math.ceil(list.total / list.pageSize) : 1;
    return pages > 1 ? pageLinks(list!.page, pages, (page) => listPath({ ...this.shown(), page })) : null;
  });

  constructor() {
    effect(() => this.load());
    inject(Actions)
      .pipe(ofType(ServicesApi.listLoaded), takeUntilDestroyed())
      .subscribe(() => this.announcer.say(this.count()));
    inject(Events)
      .changes.pipe(
        // What was known then stays as it was.
        filter(() => this.choice().asKnownAt === null),
        auditTime(2000),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.load());
  }

  protected load(): void {
    this.store.dispatch(ServicesPage.listOpened({ choice: this.choice() }));
  }
}
