import { Component, input } from '@angular/core';
import { type ReturnState, returnStateLabels } from '@headway/domain';
import { Tag, type TagColour } from '@headway/govuk';

const colours: Readonly<Record<ReturnState, TagColour>> = {
  not_started: 'grey',
  draft: 'yellow',
  submitted: 'blue',
  changes_requested: 'orange',
  signed_off: 'green',
  excused: 'purple',
};

/** How far an organisation has got with its return, as a tag. */
@Component({
  selector: 'hw-return-state-tag',
  imports: [Tag],
  template: `<gov-tag [colour]="colours[state()]">{{ labels[state()] }}</gov-tag>`,
})
export class ReturnStateTag {
  readonly state = input.required<ReturnState>();
  protected readonly labels = returnStateLabels;
  protected readonly colours = colours;
}
