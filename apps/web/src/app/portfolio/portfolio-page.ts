import {
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import {
  type StageOrNone,
  capitalised,
  coverageSentence,
  disagreement,
  headline,
  headlineChange,
  isPast,
  listed,
  pastWords,
  present,
  recorded,
  scopeOf,
  stageChanges,
  stageSentences,
  wholeTable,
} from '@headway/domain';
import { Details, WarningText } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { map } from 'rxjs';
import { Announcer } from '../platform/announcer';
import { Page } from '../platform/page';
import { CodeMissing } from '../platform/part-failed';
import { canPerson } from '../platform/session/can-person';
import { sessionFeature } from '../platform/session/session.feature';
import { Today } from '../platform/today';
import { compareParams, comparing } from './compare/compare.view';
import { FiguresBelow } from './figures-below';
import { FiguresTable } from './figures-table';
import { OnlySome } from './only-some';
import { PortfolioPage } from './portfolio.actions';
import { portfolioFeature } from './portfolio.feature';
import {
  type PortfolioView,
  comparedWith,
  leavesOut,
  paramsOf,
  servicesParams,
  viewFrom,
} from './portfolio.view';
import { StagesPicture } from './stages-picture';
import { trendFrom, trendParams } from './trend.view';
import { ViewDownloads } from './view-downloads';
import { ViewForm } from './view-form';

/** How far services have got: on a date, in words, pictures and figures that open the services behind them. */
@Component({
  selector: 'hw-portfolio-page',
  imports: [
    CodeMissing,
    Details,
    FiguresBelow,
    FiguresTable,
    OnlySome,
    Page,
    RouterLink,
    StagesPicture,
    ViewDownloads,
    ViewForm,
    WarningText,
  ],
  templateUrl: './portfolio-page.html',
})
export class PortfolioPageView {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  protected readonly leavesOut = leavesOut;
  private readonly session = this.store.selectSignal(sessionFeature.selectSession);
  private readonly updates = this.store.selectSignal(portfolioFeature.selectUpdates);
  protected readonly can = canPerson();
  protected readonly today = inject(Today).date;
  private readonly route = inject(ActivatedRoute);
  protected readonly view = toSignal(this.route.queryParamMap.pipe(map(viewFrom)), {
    requireSync: true,
    // What is chosen further down the page is no other view.
    equal: same,
  });
  protected readonly problem = this.store.selectSignal(portfolioFeature.selectProblem);
  private readonly stored = this.store.selectSignal(portfolioFeature.selectShown);
  /** Figures of another view would be read as this one's. */
  protected readonly shown = computed(() => {
    const shown = this.stored();
    return shown && same(shown.view, this.view()) ? shown : null;
  });
  protected readonly portfolio = computed(() => this.shown()?.portfolio ?? null);
  protected readonly total = computed(() => this.portfolio()?.total ?? null);

  protected readonly organisations = computed(() => {
    const session = this.session();
    if (!session || scopeOf(session, 'readPortfolio') === 'all') return null;
    const names = session.grants.flatMap(({ organisation }) => organisation?.name ?? []);
    return [...new Set(names)];
  });
  protected readonly heading = computed(() => {
    const names = this.organisations();
    return names ? `Portfolio of ${listed(names)}` : 'Portfolio';
  });

  protected readonly position = computed(() => {
    const [{ on }, view] = [this.portfolio()!, this.view()];
    return capitalised(pastWords({ ...view, on: on === this.today() ? null : on }));
  });
  protected readonly past = computed(() => isPast(this.view()));
  protected readonly changing = linkedSignal(() => {
    const { boundaries, audience, compareWith } = this.view();
    return this.past() || boundaries === 'today' || audience !== null || compareWith !== null;
  });
  /** Fetched once it is wanted: what draws a form is a tenth of all the script. */
  protected readonly form = viewChild<ViewForm>('form');
  protected readonly compareParams = computed(() =>
    compareParams(comparing(this.view(), comparedWith(this.view(), this.today()), this.portfolio()!.on)),
  );
  protected readonly signalsParams = computed(() => paramsOf({ ...this.view(), compareWith: null }));
  protected readonly presentParams = computed(() => paramsOf({ ...this.view(), ...present }));
  protected readonly said = computed(() => {
    const total = this.total();
    if (!total) return null;
    const comparison = this.portfolio()!.comparison;
    return {
      headline: comparison ? headlineChange(comparison) : headline(total),
      warning: comparison ? disagreement(comparison) : '',
      headlineParams: this.behind(['live', 'redesigned']),
      coverage: coverageSentence(total),
      coverageParams: this.behind(total.not_recorded > 0 ? ['not_recorded'] : []),
      stages: (comparison ? stageChanges(comparison) : stageSentences(total)).map((one) => ({
        ...one,
        params: this.behind([one.stage]),
      })),
      anythingRecorded: recorded(total) > 0,
    };
  });

  protected readonly whole = computed(() => wholeTable(this.portfolio()!));

  constructor() {
    const announcer = inject(Announcer);
    effect(() => this.store.dispatch(PortfolioPage.opened({ view: this.view() })));
    const answered = computed(() => this.shown()?.view);
    effect(() => {
      if (answered()) announcer.say(untracked(this.said)!.headline);
    });
    effect(() => {
      const times = this.updates();
      // A live region speaks only of what differs, so every second time ends in a space.
      if (times > 0) announcer.say(`Figures updated${times % 2 ? '' : ' '}`);
    });
    inject(DestroyRef).onDestroy(() => this.store.dispatch(PortfolioPage.closed()));
  }

  protected show(view: PortfolioView): void {
    const trend = trendParams(trendFrom(this.route.snapshot.queryParamMap));
    void this.router.navigate(['/portfolio'], { queryParams: { ...paramsOf(view), ...trend } });
  }

  protected retry(): void {
    this.store.dispatch(PortfolioPage.retried());
  }

  private behind(stage: readonly StageOrNone[]) {
    return servicesParams(this.view(), stage.length > 0 ? { stage } : {});
  }
}

function same(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
