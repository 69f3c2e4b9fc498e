import { Component, DestroyRef, computed, effect, inject, linkedSignal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import {
  type Counts,
  type StageOrNone,
  coverageSentence,
  disagreement,
  headline,
  headlineChange,
  isPast,
  londonDate,
  pastWords,
  present,
  recorded,
  scopeOf,
  stageChanges,
  stageSentences,
} from '@headway/domain';
import { Details, WarningText } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { map } from 'rxjs';
import { Announcer } from '../platform/announcer';
import { Page } from '../platform/page';
import { canPerson } from '../platform/session/can-person';
import { sessionFeature } from '../platform/session/session.feature';
import { Chart } from './chart';
import { compareParams } from './compare/compare.view';
import { byStage } from './figure-table';
import { audienceFigures, organisationFigures, wholeFigures } from './figures';
import { FiguresTable } from './figures-table';
import { Measures } from './measures';
import { Offices } from './offices';
import { PortfolioPage } from './portfolio.actions';
import { organisationsChart, stagesChart } from './portfolio.charts';
import { portfolioFeature } from './portfolio.feature';
import { comparedWith, paramsOf, servicesParams, viewFrom } from './portfolio.view';
import { Trend } from './trend';
import { ViewForm } from './view-form';

/** How far services have got: on a date, in words, pictures and figures that open the services behind them. */
@Component({
  selector: 'hw-portfolio-page',
  imports: [Chart, Details, FiguresTable, Measures, Offices, Page, RouterLink, Trend, ViewForm, WarningText],
  templateUrl: './portfolio-page.html',
})
export class PortfolioPageView {
  private readonly store = inject(Store);
  private readonly session = this.store.selectSignal(sessionFeature.selectSession);
  private readonly updates = this.store.selectSignal(portfolioFeature.selectUpdates);
  protected readonly can = canPerson();
  protected readonly today = londonDate(new Date());
  protected readonly view = toSignal(inject(ActivatedRoute).queryParamMap.pipe(map(viewFrom)), {
    requireSync: true,
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
    return session.grants.flatMap(({ organisation }) => (organisation ? [organisation.name] : []));
  });
  protected readonly heading = computed(() => {
    const names = this.organisations();
    return names ? `Portfolio of ${inWords(names)}` : 'Portfolio';
  });

  protected readonly position = computed(() => {
    const [{ on }, view] = [this.portfolio()!, this.view()];
    const words = pastWords({ ...view, on: on === this.today ? null : on });
    const said = `${words[0]!.toUpperCase()}${words.slice(1)}`;
    return view.audience ? `${said}, ${view.audience} services only` : said;
  });
  protected readonly past = computed(() => isPast(this.view()));
  protected readonly changing = linkedSignal(() => {
    const { boundaries, audience, compareWith } = this.view();
    return this.past() || boundaries === 'today' || audience !== null || compareWith !== null;
  });
  /** Fetched once it is wanted: what draws a form is a tenth of all the script. */
  protected readonly form = viewChild<ViewForm>('form');
  protected readonly compareParams = computed(() => {
    const view = this.view();
    const to = this.portfolio()!.on;
    return compareParams({
      ...{ from: comparedWith(view, this.today), to, chosen: { ...view, on: null, compareWith: null } },
      ...{ kind: [], before: null, after: null, page: 1 },
    });
  });
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

  protected readonly byAudience = computed(() => {
    const shown = this.shown();
    return shown ? audienceFigures(shown.portfolio, shown.view) : [];
  });
  protected readonly byOrganisation = computed(() => {
    const portfolio = this.portfolio();
    return portfolio ? organisationFigures(portfolio) : [];
  });
  /** The tables of the page, with what each is of. */
  protected readonly tables = computed(() => ({
    whole: byStage('Total', wholeFigures(this.portfolio()!)),
    audiences: byStage('Audience', this.byAudience()),
    organisations: byStage('Organisation', this.byOrganisation()),
  }));
  protected readonly allOrganisations = computed(() => paramsOf({ ...this.view(), organisation: [] }));
  protected readonly onlyNames = computed(() => {
    const chosen = this.view().organisation;
    const known = new Map(this.byOrganisation().map(({ key, label }) => [key, label]));
    return inWords(chosen.map((slug) => known.get(slug) ?? slug));
  });

  protected readonly drawWhole = computed(() => bar('Services by stage', this.total()!));
  protected readonly drawAudiences = computed(() =>
    this.byAudience().map(({ key, label, counts }) => ({ key, draw: bar(label, counts) })),
  );
  protected readonly drawOrganisations = computed(() => {
    const lines = this.byOrganisation();
    return (width: number) => organisationsChart('Organisations by stage', lines, width);
  });

  constructor() {
    const announcer = inject(Announcer);
    effect(() => this.store.dispatch(PortfolioPage.opened({ view: this.view() })));
    effect(() => {
      const times = this.updates();
      // A live region speaks only of what differs, so every second time ends in a space.
      if (times > 0) announcer.say(`Figures updated${times % 2 ? '' : ' '}`);
    });
    inject(DestroyRef).onDestroy(() => this.store.dispatch(PortfolioPage.closed()));
  }

  protected retry(): void {
    this.store.dispatch(PortfolioPage.retried());
  }

  private behind(stage: readonly StageOrNone[]) {
    return servicesParams(this.view(), stage.length > 0 ? { stage } : {});
  }
}

function bar(title: string, counts: Counts) {
  return (width: number) => stagesChart(title, counts, width);
}

function same(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function inWords(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format([...new Set(names)]);
}
