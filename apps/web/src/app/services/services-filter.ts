import { Component, computed, inject, input, linkedSignal, signal as state } from '@angular/core';
import { Router } from '@angular/router';
import type { Organisation } from '@headway/contract';
import {
  type CalendarDate,
  audiences,
  barrierCategories,
  barrierCategoryLabels,
  isPast,
  officeLabels,
  offices,
  redesignLabels,
  redesignStates,
  signalLabels,
  signals,
  stageLabels,
  stagesOrNone,
} from '@headway/domain';
import { Button, Checkboxes, Details, Select, TextInput } from '@headway/govuk';
import { Filter } from '../platform/forms/filter';
import { ErrorsOnSubmit } from '../platform/forms/submission';
import { PastFields } from '../platform/past/past-fields';
import { type TypedPast, pastTyped, typedPast, wrongDate } from '../platform/past/typed-past';
import { type ListChoice, listPath } from './list-choice';
import { clearedPath, selectedFilters } from './selected-filters';
import { WhoseFields } from './whose-fields';

@Component({
  selector: 'hw-services-filter',
  imports: [Button, Checkboxes, Details, Filter, PastFields, Select, TextInput, WhoseFields],
  templateUrl: './services-filter.html',
})
export class ServicesFilter {
  private readonly router = inject(Router);
  readonly choice = input.required<ListChoice>();
  readonly organisations = input.required<readonly Organisation[] | null | undefined>();
  readonly today = input.required<CalendarDate>();

  protected readonly stageItems = stagesOrNone.map((value) => ({ value, text: stageLabels[value] }));
  protected readonly redesignItems = redesignStates.map((value) => ({ value, text: redesignLabels[value] }));
  protected readonly offices = offices.map((office) => ({ office, label: officeLabels[office] }));
  protected readonly barrierItems = [
    { value: '', text: 'Anything or nothing' },
    ...barrierCategories.map((value) => ({ value, text: barrierCategoryLabels[value] })),
  ];
  protected readonly signalItems = [
    { value: '', text: 'Signals or none' },
    ...signals.map((value) => ({ value, text: signalLabels[value] })),
  ];
  protected readonly closedItems = [
    { value: 'true', text: 'Show closed services instead', hint: 'Those that are closed on the date shown.' },
  ];
  protected readonly selected = computed(() => selectedFilters(this.choice(), this.organisations() ?? []));
  protected readonly cleared = computed(() => clearedPath(this.choice()));

  protected readonly open = state(false);
  protected readonly behind = linkedSignal(() =>
    [this.choice().redesign, ...offices.map((office) => this.choice()[office])].some((all) => all.length > 0),
  );
  protected readonly lookBack = linkedSignal(
    () => isPast(this.choice()) || this.choice().boundaries === 'today',
  );

  /** What is typed but not applied starts again from the address whenever that changes. */
  protected readonly typed = linkedSignal(() => asTyped(this.choice()));
  readonly submission = new ErrorsOnSubmit(this.typed, (typed) =>
    (['on', 'asKnownAt'] as const).flatMap((field) => {
      const wrong = wrongDate(field, typed[field], this.today());
      return wrong ? { field, text: wrong.message } : [];
    }),
  );
  protected readonly pastError = (field: keyof TypedPast) => this.submission.error(field);

  protected type<F extends keyof Typed>(field: F, value: Typed[F]): void {
    this.typed.update((typed) => ({ ...typed, [field]: value }));
  }

  protected apply(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return this.lookBack.set(true);
    this.submission.done();
    const { q, organisation, audience, barrier, signal, closed, ...typed } = this.typed();
    const choice: ListChoice = {
      ...this.choice(),
      ...pastTyped(typed, this.choice(), this.today()),
      q,
      organisation,
      audience: audiences.find((one) => one === audience) ?? null,
      barrier: barrierCategories.find((one) => one === barrier) ?? null,
      signal: signals.find((one) => one === signal) ?? null,
      stage: ticked(stagesOrNone, typed.stage),
      redesign: ticked(redesignStates, typed.redesign),
      frontOffice: ticked(stagesOrNone, typed.frontOffice),
      middleOffice: ticked(stagesOrNone, typed.middleOffice),
      backOffice: ticked(stagesOrNone, typed.backOffice),
      closed: closed.length > 0,
      page: 1,
    };
    this.open.set(false);
    void this.router.navigateByUrl(listPath(choice));
  }
}

type Ticked = readonly string[];
type Typed = ReturnType<typeof asTyped>;

/** The choice as the fields hold it. */
function asTyped(choice: ListChoice) {
  return {
    q: choice.q,
    organisation: choice.organisation as Ticked,
    audience: (choice.audience ?? '') as string,
    barrier: (choice.barrier ?? '') as string,
    signal: (choice.signal ?? '') as string,
    stage: choice.stage as Ticked,
    redesign: choice.redesign as Ticked,
    frontOffice: choice.frontOffice as Ticked,
    middleOffice: choice.middleOffice as Ticked,
    backOffice: choice.backOffice as Ticked,
    closed: (choice.closed ? ['true'] : []) as Ticked,
    ...typedPast(choice),
  };
}

function ticked<T extends string>(all: readonly T[], values: Ticked): T[] {
  return all.filter((one) => values.includes(one));
}
