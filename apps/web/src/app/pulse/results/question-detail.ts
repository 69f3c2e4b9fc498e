import { Component, computed, input } from '@angular/core';
import type { PulseResults } from '@headway/contract';
import { formatDate, pulseMeasures, pulseQuestionsOf, pulseSentence, pulseBase } from '@headway/domain';
import { Chart } from '../../portfolio/chart';
import { barriersChart, groupsChart } from '../pulse.charts';
import { type PulseView, measuresOf } from '../pulse.view';
import { gradeGroups } from './groups';
import { ResultsTable } from './results-table';
import { answersTable } from './tables';

/** One question in full: every answer, the grades beside everyone, and what has changed since the wave before. */
@Component({
  selector: 'hw-question-detail',
  imports: [Chart, ResultsTable],
  template: `
    @for (one of measures(); track one.id) {
      @if (measures().length > 1) {
        <h3 class="govuk-heading-m">{{ one.label }}</h3>
      }
      @for (text of one.asked; track text) {
        <p class="govuk-body">Asked: “{{ text }}”</p>
      }
      @if (one.shown) {
        <hw-chart [draw]="one.draw" />
      } @else {
        <p class="govuk-body">{{ one.description }}</p>
      }
      <hw-results-table [table]="one.table" [name]="one.file" />
    }
  `,
})
export class QuestionDetail {
  readonly results = input.required<PulseResults>();
  readonly view = input.required<PulseView>();
  protected readonly measures = computed(() => {
    const { items, wave, before } = this.results();
    const { question, audience, organisation } = this.view();
    const version = wave.questionsVersion;
    const since = before && formatDate(before.closesOn);
    return measuresOf(question, audience).flatMap((id) => {
      const groups = gradeGroups(items, id, organisation);
      const [first] = groups;
      if (!first) return [];
      const { label, questions } = pulseMeasures.find((one) => one.id === id)!;
      const description =
        first.result.status === 'shown'
          ? `${pulseSentence(first.result)} ${pulseBase(first.result)}`
          : pulseSentence(first.result);
      const about = { title: `${label}, by grade`, description, rowHeading: 'Group' };
      return [
        {
          ...{ id, label, description },
          asked: questions.length === 1 ? [textOf(version, questions[0]!)] : [],
          shown: groups.some(({ result }) => result.status === 'shown'),
          table: answersTable(id, version, groups, since),
          file: `headway-pulse-${id.replaceAll('_', '-')}-${wave.closesOn}-by-grade`,
          draw: (width: number) =>
            id === 'barriers'
              ? barriersChart({ ...about, width }, version, groups)
              : groupsChart({ ...about, width }, id, version, groups),
        },
      ];
    });
  });
}

function textOf(version: number, question: string): string {
  return pulseQuestionsOf(version).find(({ id }) => id === question)?.text ?? '';
}
