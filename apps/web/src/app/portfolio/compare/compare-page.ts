import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { MovedService, Movements } from '@headway/contract';
import {
  type MovementKind,
  type Problem,
  addedUp,
  disagreement,
  formatDate,
  headlineChange,
  listChange,
  movementKind,
  movementKinds,
  pastWords,
  sameServices,
  sameServicesSentence,
  yearsBefore,
} from '@headway/domain';
import { Details, Pagination, WarningText, pageLinks } from '@headway/govuk';
import { catchError, combineLatest, map, of, switchMap } from 'rxjs';
import { Announcer } from '../../platform/announcer';
import { Outdated, lasting } from '../../platform/outdated';
import { Page } from '../../platform/page';
import { CodeMissing } from '../../platform/part-failed';
import { Today } from '../../platform/today';
import { OnlySome } from '../only-some';
import { PortfolioClient } from '../portfolio.client';
import { addressOf, leavesOut, paramsOf, servicesParams } from '../portfolio.view';
import { CompareForm } from './compare-form';
import { kindLabels, listWords } from './compare-words';
import { type CompareView, compareFrom, compareParams, listing, secondDate } from './compare.view';
import { MovedServices } from './moved-services';
import { MovementMatrix } from './movement-matrix';
import { StageChanges } from './stage-changes';

/** Two dates beside each other: what changed, and how much of that is a changed list of services. */
@Component({
  selector: 'hw-compare-page',
  imports: [
    CodeMissing,
    CompareForm,
    Details,
    MovedServices,
    MovementMatrix,
    OnlySome,
    Outdated,
    Page,
    Pagination,
    RouterLink,
    StageChanges,
    WarningText,
  ],
  templateUrl: './compare-page.html',
})
export class ComparePage {
  protected readonly lasting = lasting;
  private readonly client = inject(PortfolioClient);
  private readonly router = inject(Router);
  protected readonly today = inject(Today).date;
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly view = computed(() => compareFrom(this.params(), this.today()));
  protected readonly leavesOut = leavesOut;
  protected readonly dateParams = computed(() => ({ from: this.view().from, to: this.view().to }));
  protected readonly changing = signal(false);
  protected readonly form = viewChild<CompareForm>('form');
  private readonly again = signal(0);
  protected readonly read = signal<{ readonly view: CompareView; readonly movements: Movements } | null>(
    null,
  );
  protected readonly problem = signal<Problem | null>(null);
  /** Figures of other dates would be read as these. */
  protected readonly movements = computed(() => {
    const read = this.read();
    return read && sameDates(read.view, this.view()) ? read.movements : null;
  });

  protected readonly shows = computed(() => {
    if (!this.movements()) return 'nothing';
    return JSON.stringify(this.read()!.view) === JSON.stringify(this.view()) ? 'this' : 'former';
  });

  protected readonly second = computed(() => secondDate(this.view(), this.today()));
  protected readonly breadcrumbs = computed(() => {
    const { from, to } = this.view();
    const shown = { ...this.second(), compareWith: from === yearsBefore(to, 1) ? null : from };
    return [
      { text: 'Portfolio', href: addressOf('/portfolio', paramsOf(shown)) },
      { text: 'Compare two dates' },
    ];
  });
  protected readonly dates = computed(() => {
    const second = pastWords(this.second()).replace(/^on /, '');
    return `${formatDate(this.view().from)} and ${second}`;
  });
  protected readonly knownNow = computed(() => {
    const view = this.view();
    return listing({ ...view, chosen: { ...view.chosen, asKnownAt: null } }, {});
  });
  /** What has left by the second date is seen on the first. */
  protected readonly pastOf = ({ after }: MovedService) =>
    after === 'absent' ? { ...this.second(), on: this.view().from } : this.second();
  protected readonly said = computed(() => {
    const { comparison } = this.movements()!;
    return {
      headline: headlineChange(comparison),
      headlineParams: servicesParams(this.second(), { stage: ['live', 'redesigned'] }),
      warning: disagreement(comparison),
      same: sameServicesSentence(comparison),
      sameParams: listing(this.view(), { kind: sameServices }),
      list: listChange(comparison),
      listParams: listing(this.view(), { kind: ['entered', 'left'] }),
    };
  });
  protected readonly kinds = computed(() => {
    const { matrix } = this.movements()!;
    const { kind: chosen, before: first, after: second } = this.read()!.view;
    return movementKinds.map((kind: MovementKind) => ({
      kind,
      label: kindLabels[kind],
      services: addedUp(matrix.filter(({ before, after }) => movementKind(before, after) === kind)),
      params: listing(this.view(), { kind: [kind] }),
      current: !first && !second && chosen.length === 1 && chosen[0] === kind,
    }));
  });
  protected readonly listed = computed(() => listWords(this.read()!.view, this.movements()!.services.total));
  protected readonly pages = computed(() => {
    const { page, pageSize, total } = this.movements()!.services;
    const pages = Math.ceil(total / pageSize);
    return pages > 1 ? pageLinks(page, pages, (to) => this.path({ ...this.view(), page: to })) : null;
  });

  constructor() {
    const announcer = inject(Announcer);
    combineLatest([toObservable(this.view), toObservable(this.again)])
      .pipe(
        switchMap(([view]) =>
          this.client.movements(view).pipe(
            map((movements) => ({ view, movements })),
            catchError((problem: Problem) => of(problem)),
          ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe((answer) => {
        this.problem.set('code' in answer ? answer : null);
        if ('code' in answer) return;
        this.read.set(answer);
        announcer.say(this.listed());
      });
  }

  protected retry(): void {
    this.again.update((times) => times + 1);
  }

  private path(view: CompareView): string {
    const tree = this.router.createUrlTree(['/portfolio/compare'], {
      queryParams: compareParams(view),
      fragment: 'services',
    });
    return this.router.serializeUrl(tree);
  }
}

function sameDates(a: CompareView, b: CompareView): boolean {
  return JSON.stringify(listing(a, {})) === JSON.stringify(listing(b, {}));
}
