import { Component, computed, effect, inject } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { formatDate, londonDate, quarterLabel } from '@headway/domain';
import { GovLink, Pagination, pageLinks } from '@headway/govuk';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { auditTime, filter, map } from 'rxjs';
import { Events } from '../platform/events';
import { Outdated, lasting } from '../platform/outdated';
import { Page } from '../platform/page';
import { canPerson } from '../platform/session/can-person';
import { OwnReturns } from './own-returns';
import { aboutQuarters } from './quarter-events';
import { QuarterTag } from './quarter-tag';
import { QuartersApi, QuartersPage } from './quarters.actions';
import { quartersFeature } from './quarters.feature';
import { quarterPath, reviewPath } from './returns-choice';

/** Every quarter from the next one back, what was expected and signed off, and what was frozen. */
@Component({
  selector: 'hw-quarters-page',
  imports: [GovLink, OwnReturns, Outdated, Page, Pagination, QuarterTag],
  templateUrl: './quarters-page.html',
})
export class QuartersPageView {
  protected readonly lasting = lasting;
  private readonly store = inject(Store);
  private readonly can = canPerson();
  private readonly page = toSignal(
    inject(ActivatedRoute).queryParamMap.pipe(map((params) => Math.trunc(Number(params.get('page'))) || 1)),
    { requireSync: true },
  );
  protected readonly list = this.store.selectSignal(quartersFeature.selectListed);
  protected readonly problem = this.store.selectSignal(quartersFeature.selectProblem);
  private readonly returns = this.store.selectSignal(quartersFeature.selectReturns);

  protected readonly rows = computed(() =>
    this.list()!.items.map((quarter) => ({
      quarter,
      label: quarterLabel(quarter),
      href: quarterPath(quarter.id),
      due: quarter.dueOn ? formatDate(quarter.dueOn) : '–',
      signedOff: quarter.state === 'planned' ? '–' : signedOff(quarter.returns),
      revisions: quarter.revisions
        .map(({ revision, frozenAt }) => ({
          revision,
          href: reviewPath(quarter.id, revision),
          frozen: formatDate(londonDate(new Date(frozenAt))),
        }))
        .reverse(),
    })),
  );
  /** Only who prepares or signs off returns has any of their own. */
  private readonly hasOwn = computed(() => this.can('prepareReturn') || this.can('signOffReturn'));
  protected readonly own = computed(() =>
    this.list()!
      .items.filter(({ id, state }) => this.hasOwn() && state === 'open' && this.returns()[id])
      .map((quarter) => ({ quarter, returns: this.returns()[quarter.id]!.items })),
  );
  protected readonly pages = computed(() => {
    const list = this.list();
    const pages = list ? Math.ceil(list.total / list.pageSize) : 1;
    return pages > 1 ? pageLinks(list!.page, pages, (page) => `/quarters?page=${page}`) : null;
  });

  constructor() {
    effect(() => this.load());
    inject(Actions)
      .pipe(ofType(QuartersApi.listLoaded), takeUntilDestroyed())
      .subscribe(({ list }) => {
        const open = list.items.filter(({ state }) => this.hasOwn() && state === 'open');
        for (const { id } of open) this.store.dispatch(QuartersPage.opened({ id }));
      });
    inject(Events)
      .changes.pipe(filter(aboutQuarters), auditTime(2000), takeUntilDestroyed())
      .subscribe(() => this.load());
  }

  protected load(): void {
    this.store.dispatch(QuartersPage.listOpened({ page: this.page() }));
  }
}

function signedOff({ expected, signed_off }: { expected: number; signed_off: number }): string {
  return `${signed_off.toLocaleString('en-GB')} of ${expected.toLocaleString('en-GB')}`;
}
