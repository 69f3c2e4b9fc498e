import { Component, computed, input, output } from '@angular/core';
import type { Service } from '@headway/contract';
import { type CalendarDate, type Stage, formatDate, stageLabels } from '@headway/domain';
import { Button, SummaryList, SummaryRow } from '@headway/govuk';
import { type Answers, recordFrom } from './answers';
import type { Step } from './steps';

interface Line {
  readonly key: string;
  readonly value: string;
  readonly step: Step;
}

@Component({
  selector: 'hw-check-answers',
  imports: [Button, SummaryList, SummaryRow],
  template: `
    <span class="govuk-caption-l">{{ service().name }}</span>
    <h1 class="govuk-heading-l">Check your answers</h1>
    <dl gov-summary-list>
      @for (line of lines(); track line.key) {
        <div
          gov-summary-row
          [key]="line.key"
          [actions]="[{ text: 'Change', href: address()(line.step, '1'), hidden: line.key.toLowerCase() }]"
        >
          {{ line.value }}
        </div>
      }
    </dl>
    <p class="govuk-body">
      What is recorded stays in the service’s history. A later record can change the stage.
    </p>
    <button gov-button buttonType="button" [attr.aria-disabled]="sending()" (click)="sent.emit()">
      Record this stage
    </button>
  `,
})
export class CheckAnswers {
  readonly service = input.required<Service>();
  readonly answers = input.required<Answers>();
  readonly today = input.required<CalendarDate>();
  readonly address = input.required<(step: Step, change: string) => string>();
  readonly sending = input(false);
  readonly sent = output();

  protected readonly lines = computed((): Line[] => {
    const record = recordFrom(this.answers(), this.today());
    const stage = (value: Stage | '' | null) => (value ? stageLabels[value] : 'Not said');
    return [
      { key: 'Stage', value: stage(this.answers().stage), step: 'stage' },
      {
        key: 'Date reached',
        value: record.effectiveOn ? formatDate(record.effectiveOn) : 'Not said',
        step: 'date',
      },
      { key: 'Redesign under way', value: record.redesignUnderWay ? 'Yes' : 'No', step: 'offices' },
      { key: 'Front office', value: stage(record.frontOffice), step: 'offices' },
      { key: 'Middle office', value: stage(record.middleOffice), step: 'offices' },
      { key: 'Back office', value: stage(record.backOffice), step: 'offices' },
      { key: 'Note', value: record.note ?? 'None', step: 'note' },
      { key: 'Link to evidence', value: record.evidenceUrl ?? 'None', step: 'evidence' },
    ];
  });
}
