import { Component, input } from '@angular/core';
import { type QuarterState, quarterStateLabels } from '@headway/domain';
import { Tag, type TagColour } from '@headway/govuk';

const colours: Readonly<Record<QuarterState, TagColour>> = { planned: 'grey', open: 'blue', closed: 'green' };

/** Whether a quarter is still to come, takes returns, or is frozen. */
@Component({
  selector: 'hw-quarter-tag',
  imports: [Tag],
  template: `<gov-tag [colour]="colours[state()]">{{ labels[state()] }}</gov-tag>`,
})
export class QuarterTag {
  readonly state = input.required<QuarterState>();
  protected readonly labels = quarterStateLabels;
  protected readonly colours = colours;
}
