import { Component, computed, input, output } from '@angular/core';
import type { PostedRecord, Service, StageRecord } from '@headway/contract';
import { type CalendarDate, type Stage, contradictionWords, formatDate, stageLabels } from '@headway/domain';
import { Button, SummaryList, SummaryRow, WarningText } from '@headway/govuk';
import { type Answers, recordFrom } from './answers';
import { outcomeFor } from './outcome';
import type { Step } from './steps';

interface Line {
  readonly key: string;
  readonly value: string;
  readonly step: Step;
}

@Component({
  selector: 'hw-check-answers',
  imports: [Button, SummaryList, SummaryRow, WarningText],
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
    @if (outcome(); as outcome) {
      @if (outcome.kind === 'confirmation') {
        <p class="govuk-body">
          This says nothing new, so it is kept as a confirmation of what is recorded already.
        </p>
      } @else if (outcome.willBe; as willBe) {
        <p class="govuk-body">
          Once you record this, the service will be <strong>{{ stageLabels[willBe.stage] }}</strong> since
          {{ formatDate(willBe.since) }}.
        </p>
      }
      @for (one of outcome.contradicted; track one.confirmation.id) {
        <gov-warning-text>{{ contradictionWords(one) }}.</gov-warning-text>
      }
    }
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
  /** As it will be sent. */
  readonly said = input.required<PostedRecord>();
  readonly records = input.required<readonly StageRecord[]>();
  readonly today = input.required<CalendarDate>();
  readonly address = input.required<(step: Step, change: string) => string>();
  readonly sending = input(false);
  readonly sent = output();

  protected readonly stageLabels = stageLabels;
  protected readonly formatDate = formatDate;
  protected readonly contradictionWords = contradictionWords;
  protected readonly outcome = computed(() =>
    outcomeFor({ change: 'record', ...this.said() }, this.service(), this.records(), this.today()),
  );

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
