import { Component, DOCUMENT, DestroyRef, computed, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { Table } from '@headway/charts';
import {
  type StageOrNone,
  coverageSentence,
  formatDate,
  headline,
  londonDate,
  recorded,
  scopeOf,
  stageSentences,
} from '@headway/domain';
import { Button, Details } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { map } from 'rxjs';
import { Announcer } from '../platform/announcer';
import { Page } from '../platform/page';
import { canPerson } from '../platform/session/can-person';
import { sessionFeature } from '../platform/session/session.feature';
import { Chart } from './chart';
import { csvOf, saveCsv } from '../platform/csv';
import { type Figures, audienceFigures, organisationFigures } from './figures';
import { FiguresTable } from './figures-table';
import { PortfolioPage } from './portfolio.actions';
import { figuresTable, organisationsChart, stagesChart } from './portfolio.charts';
import { portfolioFeature } from './portfolio.feature';
import { paramsOf, servicesParams, viewFrom } from './portfolio.view';
import { ViewForm } from './view-form';

/** How far services have got: on a date, in words, pictures and figures that open the services behind them. */
@Component({
  selector: 'hw-portfolio-page',
  imports: [Button, Chart, Details, FiguresTable, Page, RouterLink, ViewForm],
  templateUrl: './portfolio-page.html',
})
export class PortfolioPageView {
  private readonly store = inject(Store);
  private readonly document = inject(DOCUMENT);
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
  protected readonly total = computed(() => this.shown()?.portfolio.total ?? null);

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
    const { on } = this.shown()!.portfolio;
    const { audience } = this.view();
    const day = on === this.today ? 'Today' : `On ${formatDate(on)}`;
    return audience ? `${day}, ${audience} services only` : day;
  });
  protected readonly said = computed(() => {
    const total = this.total();
    if (!total) return null;
    return {
      headline: headline(total),
      headlineParams: this.behind(['live', 'redesigned']),
      coverage: coverageSentence(total),
      coverageParams: this.behind(total.not_recorded > 0 ? ['not_recorded'] : []),
      stages: stageSentences(total).map((one) => ({ ...one, params: this.behind([one.stage]) })),
      anythingRecorded: recorded(total) > 0,
    };
  });

  protected readonly byAudience = computed(() => {
    const shown = this.shown();
    return shown ? audienceFigures(shown.portfolio, shown.view) : [];
  });
  protected readonly byOrganisation = computed(() => {
    const shown = this.shown();
    return shown ? organisationFigures(shown.portfolio) : [];
  });
  protected readonly whole = computed((): Figures[] => {
    const total = this.total();
    return total ? [{ key: 'all', label: 'All services', level: 0, counts: total, narrowing: {} }] : [];
  });
  protected readonly allOrganisations = computed(() => paramsOf({ ...this.view(), organisation: [] }));
  protected readonly onlyNames = computed(() => {
    const chosen = this.view().organisation;
    const known = new Map(this.byOrganisation().map(({ key, label }) => [key, label]));
    return inWords(chosen.map((slug) => known.get(slug) ?? slug));
  });

  protected readonly drawWhole = computed(() => this.bar('Services by stage', this.whole()[0]));
  protected readonly drawAudiences = computed(() =>
    this.byAudience().map((line) => ({ key: line.key, draw: this.bar(line.label, line) })),
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

  protected save(heading: string, figures: readonly Figures[]): void {
    const on = this.shown()?.portfolio.on ?? this.today;
    const table: Table = figuresTable(heading, figures, on);
    saveCsv(this.document, `headway-${heading.toLowerCase()}-${on}.csv`, csvOf(table));
  }

  private bar(title: string, line: Figures | undefined) {
    return (width: number) => stagesChart(title, line!.counts, width);
  }

  private behind(stages: readonly StageOrNone[]) {
    return servicesParams(this.view(), {}, stages);
  }
}

function same(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function inWords(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format([...new Set(names)]);
}
