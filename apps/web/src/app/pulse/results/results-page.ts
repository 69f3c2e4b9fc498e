import { Component, computed, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import {
  formatDate,
  pulseAnonymity,
  pulseMarginNote,
  pulseTopics,
  smallestPulseGroup,
} from '@headway/domain';
import { Details } from '@headway/govuk';
import { map } from 'rxjs';
import { Announcer } from '../../platform/announcer';
import { Page } from '../../platform/page';
import { CodeMissing } from '../../platform/part-failed';
import { canPerson } from '../../platform/session/can-person';
import { closedWave } from '../closed-wave';
import { PulseClient } from '../pulse.client';
import { type PulseView, filePath, groupQuery, paramsOf, viewFrom } from '../pulse.view';
import { gradeWords, topicLabels, waveWords } from '../pulse-words';
import { Headlines } from './headlines';
import { PulseFilter } from './pulse-filter';
import { ResultsBelow } from './results-below';

/** What civil servants said in a wave that has closed: in sentences, then one question in full. */
@Component({
  selector: 'hw-results-page',
  imports: [CodeMissing, Details, Headlines, Page, PulseFilter, ResultsBelow, RouterLink],
  templateUrl: './results-page.html',
})
export class ResultsPage {
  private readonly client = inject(PulseClient);
  private readonly router = inject(Router);
  protected readonly can = canPerson();
  protected readonly anonymity = pulseAnonymity;
  protected readonly margin = pulseMarginNote;
  protected readonly smallest = smallestPulseGroup;
  protected readonly topics = topicLabels;
  protected readonly waveWords = waveWords;
  protected readonly formatDate = formatDate;
  protected changing = false;

  protected readonly view = toSignal(inject(ActivatedRoute).queryParamMap.pipe(map(viewFrom)), {
    requireSync: true,
  });
  protected readonly read = closedWave(
    () => this.view().wave,
    (wave) => groupQuery(this.view(), wave),
    (query) => this.client.results(query),
  );
  protected readonly results = this.read.found;

  protected readonly openWaves = computed(() => this.read.waves()!.filter(({ state }) => state === 'open'));
  protected readonly whose = computed(() => {
    const { organisation, grade } = this.view();
    const name = this.results()!.organisations.find(({ slug }) => slug === organisation)?.name;
    const who = grade ? `${gradeWords(grade)} in ` : '';
    return `${who}${name ?? organisation ?? (grade ? 'all of government' : 'All of government')}`;
  });
  protected readonly questions = computed(() =>
    pulseTopics.map((topic) => ({
      ...{ topic, label: topicLabels[topic] },
      params: paramsOf({ ...this.view(), question: topic }),
    })),
  );
  protected readonly besideParams = computed(() =>
    paramsOf({ ...this.view(), grade: null, question: 'impact' }),
  );
  protected readonly file = computed(() => filePath(this.view(), this.results()!.wave.id));

  constructor() {
    const announcer = inject(Announcer);
    effect(() => {
      const results = this.results();
      if (results) announcer.say(`${this.whose()}, ${waveWords(results.wave)}`);
    });
  }

  protected show(view: PulseView): void {
    void this.router.navigate(['/pulse'], { queryParams: paramsOf(view) });
  }
}
