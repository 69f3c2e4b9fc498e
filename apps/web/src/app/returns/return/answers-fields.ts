import { Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { Return } from '@headway/contract';
import {
  confidenceLabels,
  confidences,
  countOf,
  quarterBefore,
  quarterName,
  quarterOf,
} from '@headway/domain';
import { Checkboxes, Radios, Textarea } from '@headway/govuk';
import { type Answers, confidenceWords } from './answers';
import type { Facts } from './facts';
import { unsaidOf } from './return-words';
import { ReviewedFacts } from './reviewed-facts';

/** What a lead answers beside the stages. */
@Component({
  selector: 'hw-answers-fields',
  imports: [Checkboxes, FormField, Radios, ReviewedFacts, Textarea],
  template: `
    @if (unsaid()) {
      <gov-checkboxes
        id="restUnchanged"
        legend="The services that nothing was said of this quarter"
        legendClasses="govuk-fieldset__legend--s"
        [items]="rest()"
        [error]="error()('restUnchanged')"
        [formField]="form().restUnchanged"
      />
    }
    <gov-radios
      id="confidence"
      legend="How confident are you that planned transformation will be completed?"
      legendClasses="govuk-fieldset__legend--m"
      [hint]="lastTime()"
      [items]="confidences"
      [error]="error()('confidence')"
      [formField]="form().confidence"
    />
    <gov-textarea
      id="summary"
      label="What changed, in words (optional)"
      labelClasses="govuk-label--m"
      [hint]="summaryHint()"
      [rows]="5"
      [error]="error()('summary')"
      [formField]="form().summary"
    />
    <h2 class="govuk-heading-m">Barriers and targets</h2>
    @if (facts(); as facts) {
      <hw-reviewed-facts [facts]="facts" [organisation]="found().organisation" />
    }
    <gov-checkboxes
      id="reviewed"
      legend="Barriers and targets"
      legendClasses="govuk-visually-hidden"
      [items]="reviewed"
      [error]="error()('reviewed')"
      [formField]="form().reviewed"
    />
  `,
})
export class AnswersFields {
  readonly form = input.required<FieldTree<Answers>>();
  readonly error = input.required<(field: keyof Answers) => string | undefined>();
  readonly found = input.required<Return>();
  readonly facts = input.required<Facts | null>();
  protected readonly summaryHint = computed(() => {
    const drafted = this.form().summary().value().trim() === this.found().draftedSummary;
    const hint = 'Those who read the quarterly review see this. Do not include personal details';
    return drafted
      ? `${hint}. Headway wrote this from what moved, and writes it afresh until you change it`
      : hint;
  });
  protected readonly unsaid = computed(() => unsaidOf(this.found()));
  protected readonly rest = computed(() => {
    const number = this.unsaid();
    const others = number === 1 ? 'the other service as it is' : `the other ${countOf(number)} as they are`;
    return [{ value: 'yes', text: `Nothing else has changed: confirm ${others}` }];
  });
  protected readonly confidences = confidences.map((value) => ({ value, text: confidenceLabels[value] }));
  protected readonly lastTime = computed(() => {
    const { confidenceBefore: before, quarter } = this.found();
    if (!before) return undefined;
    const last = before.quarter === quarterBefore(quarterOf(quarter)!).id;
    return `${last ? 'Last quarter' : quarterName(before.quarter)}: ${confidenceWords(before.confidence)}`;
  });
  protected readonly reviewed = [{ value: 'yes', text: 'I have reviewed barriers and targets' }];
}
