import { Component, computed, effect, inject } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { countOf } from '@headway/domain';
import { Details, GovLink, Pagination, pageLinks } from '@headway/govuk';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { map } from 'rxjs';
import { Announcer } from '../platform/announcer';
import { Outdated, lasting } from '../platform/outdated';
import { Page } from '../platform/page';
import { auditPath, choiceFrom, everything } from './audit-choice';
import { AuditFilter } from './audit-filter';
import { AuditTable } from './audit-table';
import { AuditApi, AuditPage } from './audit.actions';
import { auditFeature } from './audit.feature';

@Component({
  selector: 'hw-audit-page',
  imports: [AuditFilter, AuditTable, Details, GovLink, Outdated, Page, Pagination],
  templateUrl: './audit-page.html',
})
export class AuditPageView {
  protected readonly lasting = lasting;
  private readonly store = inject(Store);
  private readonly announcer = inject(Announcer);

  protected readonly choice = toSignal(inject(ActivatedRoute).queryParamMap.pipe(map(choiceFrom)), {
    initialValue: everything,
  });
  protected readonly list = this.store.selectSignal(auditFeature.selectList);
  protected readonly organisations = this.store.selectSignal(auditFeature.selectOrganisations);
  protected readonly problem = this.store.selectSignal(auditFeature.selectProblem);

  private readonly listOf = this.store.selectSignal(auditFeature.selectListOf);
  /** Where what was chosen cannot be had, the list stays as what it is. */
  private readonly shown = computed(() => (this.problem() && this.listOf()) || this.choice());
  protected readonly shows = computed(() =>
    JSON.stringify(this.shown()) === JSON.stringify(this.choice()) ? 'this' : 'former',
  );

  protected readonly count = computed(() => entries(this.list()?.total ?? 0));
  protected readonly pages = computed(() => {
    const list = this.list();
    const pages = list ? Math.ceil(list.total / list.pageSize) : 1;
    return pages > 1 ? pageLinks(list!.page, pages, (page) => auditPath({ ...this.shown(), page })) : null;
  });
  /** The chain of each organisation chosen: how long it is, and the hash of its last entry. */
  protected readonly chains = computed(() =>
    (this.list()?.heads ?? []).map(({ organisation, position, hash }) => ({
      name: organisation?.name ?? 'all of government',
      length: entries(position),
      hash: hash.slice(0, 12),
    })),
  );

  constructor() {
    effect(() => this.load());
    this.store.dispatch(AuditPage.organisationsWanted());
    inject(Actions)
      .pipe(ofType(AuditApi.loaded), takeUntilDestroyed())
      .subscribe(() => this.announcer.say(this.count()));
  }

  protected load(): void {
    this.store.dispatch(AuditPage.opened({ choice: this.choice() }));
  }
}

function entries(count: number): string {
  return countOf(count, 'entry', 'entries');
}
