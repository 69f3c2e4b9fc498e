import { Component, computed, input } from '@angular/core';
import type { Service } from '@headway/contract';
import { type PastChoice, present } from '@headway/domain';
import { canPerson } from '../platform/session/can-person';
import { BarrierList } from './barrier-list';

/** What holds back one service. */
@Component({
  selector: 'hw-service-barriers',
  imports: [BarrierList],
  template: `
    <hw-barrier-list kind="service" [key]="service().reference" [mayChange]="mayChange()" [view]="view()" />
  `,
})
export class ServiceBarriers {
  private readonly can = canPerson();
  readonly service = input.required<Service>();
  /** Which past the service is shown in; then nothing can be changed. */
  readonly view = input<Pick<PastChoice, 'on' | 'asKnownAt'>>(present);
  protected readonly mayChange = computed(() => this.can('changeBarrier', this.service().organisation.id));
}
