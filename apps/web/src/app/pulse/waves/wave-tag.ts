import { Component, computed, input } from '@angular/core';
import { type PulseWaveState, pulseWaveStateLabels } from '@headway/domain';
import { Tag, type TagColour } from '@headway/govuk';

const colours: Readonly<Record<PulseWaveState, TagColour>> = {
  planned: 'grey',
  open: 'blue',
  closed: 'green',
};

@Component({
  selector: 'hw-wave-tag',
  imports: [Tag],
  template: `<gov-tag [colour]="colour()">{{ label() }}</gov-tag>`,
})
export class WaveTag {
  readonly state = input.required<PulseWaveState>();
  protected readonly colour = computed(() => colours[this.state()]);
  protected readonly label = computed(() => pulseWaveStateLabels[this.state()]);
}
