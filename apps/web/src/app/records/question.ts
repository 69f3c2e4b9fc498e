import { Component, computed, input, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { Service, StageRecord } from '@headway/contract';
import { type CalendarDate, formatDate, mayBeUnderRedesign, stageLabels } from '@headway/domain';
import {
  Button,
  Checkboxes,
  DateInput,
  InsetText,
  Radios,
  Select,
  TextInput,
  Textarea,
} from '@headway/govuk';
import { typedFrom } from '../platform/typed-date';
import { type Answers, correctedOver, goesBackFrom, recordFrom } from './answers';
import type { Wrong } from './check';
import { officeChoices, officeQuestions, redesignChoice, stageChoices } from './choices';
import { correctedWords } from './conflict-rows';
import { type Field, type Step, correctionHeading } from './steps';

/** One question of a record, with what helps to answer it. */
@Component({
  selector: 'hw-question',
  imports: [Button, Checkboxes, DateInput, FormField, InsetText, Radios, Select, TextInput, Textarea],
  templateUrl: './question.html',
})
export class Question {
  readonly step = input.required<Step>();
  readonly service = input.required<Service>();
  readonly records = input.required<readonly StageRecord[]>();
  readonly today = input.required<CalendarDate>();
  /** Of the draft: set where it is kept over what others wrote after this instant. */
  readonly over = input<string | null | undefined>();
  readonly form = input.required<FieldTree<Answers>>();
  readonly errors = input.required<readonly Wrong[]>();
  readonly answered = output();

  protected readonly stageChoices = stageChoices;
  protected readonly officeChoices = officeChoices;
  protected readonly offices = officeQuestions;
  protected readonly redesignChoice = redesignChoice;

  protected readonly now = computed(() => {
    const { stage, stageSince } = this.service();
    if (stage === 'not_recorded') return 'No stage has been recorded yet.';
    return `It is recorded as ${stageLabels[stage]}${stageSince ? `, since ${formatDate(stageSince)}` : ''}.`;
  });
  protected readonly stage = computed(() => this.form()().value().stage);
  protected readonly stageLabel = computed(() => (this.stage() ? stageLabels[this.stage() as never] : ''));
  protected readonly mayBeRedesigned = computed(() => {
    const stage = this.stage();
    return stage !== '' && mayBeUnderRedesign(stage);
  });
  /** Whose records it corrects; null where it corrects none. */
  protected readonly corrects = computed(() => {
    const said = recordFrom(this.form()().value(), this.today());
    const wrong = correctedOver(said, this.records(), this.over());
    return wrong.length > 0 ? correctedWords(wrong) : null;
  });
  protected readonly correctionHeading = correctionHeading;
  protected readonly backFrom = computed(() => {
    const from = goesBackFrom(this.form()().value(), this.records(), this.today());
    return from && stageLabels[from];
  });

  protected error(field: Field): string | undefined {
    return this.errors().find((one) => one.field === field)?.message;
  }

  protected useToday(): void {
    this.form().date().value.set(typedFrom(this.today()));
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.answered.emit();
  }
}
