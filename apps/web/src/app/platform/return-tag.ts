import { Component, input } from '@angular/core';
import { type ReturnState, returnStateLabels } from '@headway/domain';
import { Tag, type TagColour } from '@headway/govuk';

const colours: Readonly<Record<ReturnState, TagColour>> = {
  not_started: 'grey',
  draft: 'turquoise',
  submitted: 'blue',
  changes_requested: 'orange',
  signed_off: 'green',
  excused: 'purple',
};

/** How far a return has got, as a tag. */
@Component({
  selector: 'hw-return-tag',
  imports: [Tag],
  template: `<gov-tag [colour]="colours[state()]">{{ labels[state()] }}</gov-tag>`,
})
export class ReturnTag {
  readonly state = input.required<ReturnState>();
  protected readonly labels = returnStateLabels;
  protected readonly colours = colours;
}
