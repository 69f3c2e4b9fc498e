import { Component, computed, input } from '@angular/core';
import type { Counts } from '@headway/domain';
import { Chart } from './chart';
import { stagesChart } from './portfolio.charts';

/** The recorded services of one count as a bar of stages. */
@Component({
  selector: 'hw-stages-picture',
  imports: [Chart],
  template: `<hw-chart [draw]="draw()" [described]="described()" />`,
})
export class StagesPicture {
  readonly heading = input.required<string>();
  readonly counts = input.required<Counts>();
  /** Off where the page says the same in words just above. */
  readonly described = input(true);
  protected readonly draw = computed(() => {
    const [heading, counts] = [this.heading(), this.counts()];
    return (width: number) => stagesChart(heading, counts, width);
  });
}
