import { Component, computed, input } from '@angular/core';

export type TagColour =
  | 'grey'
  | 'turquoise'
  | 'green'
  | 'purple'
  | 'pink'
  | 'magenta'
  | 'red'
  | 'orange'
  | 'yellow'
  | 'blue'
  | 'teal';

@Component({
  selector: 'gov-tag',
  template: `<strong class="govuk-tag" [class]="colourClass()"><ng-content /></strong>`,
})
export class Tag {
  readonly colour = input<TagColour>();
  protected readonly colourClass = computed(() => (this.colour() ? `govuk-tag--${this.colour()}` : ''));
}
