import { Component, input } from '@angular/core';
import { type Stage, type StageOrNone, stageLabels } from '@headway/domain';
import { Tag, type TagColour } from '@headway/govuk';

const colours: Readonly<Record<Stage, TagColour>> = {
  not_started: 'grey',
  in_progress: 'blue',
  live: 'green',
  redesigned: 'purple',
};

/** A stage as a tag; "not recorded" is no stage and stays plain text. */
@Component({
  selector: 'hw-stage-tag',
  imports: [Tag],
  template: `
    @let value = stage();
    @if (value === 'not_recorded') {
      <span class="hw-quiet">{{ labels[value] }}</span>
    } @else {
      <gov-tag [colour]="colours[value]">{{ labels[value] }}</gov-tag>
    }
  `,
})
export class StageTag {
  readonly stage = input.required<StageOrNone>();
  protected readonly labels = stageLabels;
  protected readonly colours = colours;
}
