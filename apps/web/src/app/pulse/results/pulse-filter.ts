import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { PulseResults, PulseWave } from '@headway/contract';
import { audienceLabels, audiences, grades } from '@headway/domain';
import { Button, Select } from '@headway/govuk';
import type { PulseView } from '../pulse.view';
import { gradeWords, waveWords } from '../pulse-words';
import { inTree } from './groups';

/** Which wave and whose answers are shown; the page puts the choice into its address, and follows that. */
@Component({
  selector: 'hw-pulse-filter',
  imports: [Button, Select],
  template: `
    <form novalidate (submit)="apply($event)">
      <gov-select
        [id]="'wave'"
        label="Wave"
        labelClasses="govuk-label--s"
        [items]="waveItems()"
        [(value)]="wave"
      />
      <gov-select
        [id]="'organisation'"
        label="Whose answers"
        labelClasses="govuk-label--s"
        [hint]="'With those of the organisations below it'"
        classes="hw-shrinks"
        [items]="organisationItems()"
        [(value)]="organisation"
      />
      @if (withGrade()) {
        <gov-select
          [id]="'grade'"
          label="Grade"
          labelClasses="govuk-label--s"
          [items]="gradeItems"
          [(value)]="grade"
        />
      }
      <gov-select
        [id]="'audience'"
        label="Services asked about"
        labelClasses="govuk-label--s"
        [items]="audienceItems"
        [(value)]="audience"
      />
      <button gov-button variant="secondary">Show</button>
    </form>
  `,
})
export class PulseFilter {
  readonly view = input.required<PulseView>();
  /** Closed, newest first. */
  readonly waves = input.required<readonly PulseWave[]>();
  readonly organisations = input.required<PulseResults['organisations']>();
  readonly withGrade = input(true);
  readonly chosen = output<PulseView>();

  protected readonly wave = linkedSignal(() => this.view().wave ?? this.waves()[0]?.id ?? '');
  protected readonly organisation = linkedSignal(() => this.view().organisation ?? '');
  protected readonly grade = linkedSignal((): string => this.view().grade ?? '');
  protected readonly audience = linkedSignal((): string => this.view().audience ?? '');

  protected readonly waveItems = computed(() =>
    this.waves().map((wave) => ({ value: wave.id, text: waveWords(wave) })),
  );
  protected readonly organisationItems = computed(() => [
    { value: '', text: 'All of government' },
    ...inTree(this.organisations()).map(({ one: { slug, name }, level }) => ({
      ...{ value: slug, text: `${'– '.repeat(level)}${name}` },
    })),
  ]);
  protected readonly gradeItems = [
    { value: '', text: 'Everyone' },
    ...grades.map((value) => ({ value, text: gradeWords(value) })),
  ];
  protected readonly audienceItems = [
    { value: '', text: 'External and internal' },
    ...audiences.map((value) => ({ value, text: audienceLabels[value] })),
  ];

  protected apply(event: Event): void {
    event.preventDefault();
    this.chosen.emit({
      ...this.view(),
      // The last one is shown unless another is chosen, and goes on being the last.
      wave: this.wave() === this.waves()[0]?.id ? null : this.wave(),
      organisation: this.organisation() || null,
      grade: grades.find((one) => one === this.grade()) ?? null,
      audience: audiences.find((one) => one === this.audience()) ?? null,
    });
  }
}
