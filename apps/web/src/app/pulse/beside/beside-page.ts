import { Component, computed, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { formatDate } from '@headway/domain';
import { Details } from '@headway/govuk';
import { forkJoin, map } from 'rxjs';
import { Announcer } from '../../platform/announcer';
import { Page } from '../../platform/page';
import { CodeMissing } from '../../platform/part-failed';
import { Chart } from '../../portfolio/chart';
import { closedWave } from '../closed-wave';
import { besideChart } from '../pulse.charts';
import { PulseClient } from '../pulse.client';
import { type PulseView, organisationsQuery, paramsOf, viewFrom } from '../pulse.view';
import { topicLabels, waveWords } from '../pulse-words';
import { PulseFilter } from '../results/pulse-filter';
import { ResultsTable } from '../results/results-table';
import { type BesideTopic, besideOf, besideTopics } from './beside.view';

/** Where what leads recorded and what the staff say are far apart. */
@Component({
  selector: 'hw-beside-page',
  imports: [CodeMissing, Chart, Details, Page, PulseFilter, ResultsTable, RouterLink],
  templateUrl: './beside-page.html',
})
export class BesidePage {
  private readonly client = inject(PulseClient);
  private readonly router = inject(Router);
  protected readonly labels = topicLabels;
  protected readonly waveWords = waveWords;
  protected readonly formatDate = formatDate;
  protected changing = false;

  protected readonly view = toSignal(inject(ActivatedRoute).queryParamMap.pipe(map(viewFrom)), {
    requireSync: true,
  });
  /** Leads are not asked how digital affects work. */
  protected readonly topic = computed(
    (): BesideTopic => besideTopics.find((one) => one === this.view().question) ?? 'online',
  );
  protected readonly read = closedWave(
    () => this.view().wave,
    (wave) => organisationsQuery({ ...this.view(), grade: null, question: this.topic() }, wave),
    (query) =>
      forkJoin({
        results: this.client.results(query),
        recorded: this.client.recorded({ wave: query.wave }),
      }),
  );
  protected readonly both = this.read.found;

  protected readonly topics = computed(() =>
    besideTopics.map((topic) => ({
      ...{ topic, label: topicLabels[topic] },
      params: paramsOf({ ...this.view(), question: topic }),
    })),
  );
  protected readonly beside = computed(() => {
    const { audience, organisation } = this.view();
    return besideOf(this.topic(), this.both()!, audience, organisation);
  });
  protected readonly draw = computed(() => {
    const { sentence, labels, groups, table } = this.beside()!;
    const about = { title: table.caption, description: sentence, rowHeading: table.heading };
    return (width: number) => besideChart({ ...about, width }, labels, groups);
  });
  protected readonly file = computed(
    () => `headway-record-and-belief-${this.topic()}-${this.both()!.results.wave.closesOn}`,
  );

  constructor() {
    const announcer = inject(Announcer);
    effect(() => {
      if (this.both()) announcer.say(this.beside()?.sentence ?? '');
    });
  }

  protected show(view: PulseView): void {
    void this.router.navigate(['/pulse/record-and-belief'], { queryParams: paramsOf(view) });
  }
}
