import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { Organisation } from '@headway/contract';
import {
  type Audience,
  type StageOrNone,
  audienceLabels,
  audiences,
  stageLabels,
  stagesOrNone,
} from '@headway/domain';
import { Button, Checkboxes, DateInput, GovLink, Radios, TextInput } from '@headway/govuk';
import { readTypedDate, typedFrom } from '../platform/typed-date';
import { type ListChoice, listPath } from './list-choice';
import { clearedPath, selectedFilters } from './selected-filters';

const dateWords = 'The date to show services on';

@Component({
  selector: 'hw-services-filter',
  imports: [Button, Checkboxes, DateInput, FormField, GovLink, Radios, TextInput],
  templateUrl: './services-filter.html',
})
export class ServicesFilter {
  private readonly router = inject(Router);
  readonly choice = input.required<ListChoice>();
  readonly organisations = input.required<readonly Organisation[]>();
  readonly today = input.required<string>();

  protected readonly stageItems = stagesOrNone.map((value) => ({ value, text: stageLabels[value] }));
  protected readonly audienceItems = [
    { value: '', text: 'Everyone', id: 'audience' },
    ...audiences.map((value) => ({ value, text: audienceLabels[value] })),
  ];
  protected readonly organisationItems = computed(() =>
    this.organisations().map(({ slug, name }) => ({ value: slug, text: name })),
  );
  protected readonly selected = computed(() => selectedFilters(this.choice(), this.organisations()));
  protected readonly cleared = computed(() => clearedPath(this.choice()));
  protected readonly dateError = signal<string | undefined>(undefined);

  /** On a narrow screen only: elsewhere the filter is always there. */
  protected readonly open = signal(false);

  /** What is typed but not applied starts again from the address whenever that changes. */
  private readonly model = linkedSignal(() => ({
    q: this.choice().q,
    stage: this.choice().stage as readonly string[],
    audience: (this.choice().audience ?? '') as string,
    organisation: this.choice().organisation,
    on: typedFrom(this.choice().on),
  }));
  protected readonly form = form(this.model);

  protected apply(event: Event): void {
    event.preventDefault();
    const { on: typed, stage, audience, ...rest } = this.model();
    const on = readTypedDate(typed, dateWords, { latest: this.today() });
    const wrong = on !== null && typeof on === 'object';
    this.dateError.set(wrong ? on.message : undefined);
    if (wrong) return document.getElementById(`on-${on.part}`)?.focus();
    const choice: ListChoice = {
      ...this.choice(),
      ...rest,
      on,
      stage: stage as readonly StageOrNone[],
      audience: (audience || null) as Audience | null,
      page: 1,
    };
    this.open.set(false);
    void this.router.navigateByUrl(listPath(choice));
  }
}
