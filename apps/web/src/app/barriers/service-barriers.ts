import { Component, computed, inject, input } from '@angular/core';
import type { Service } from '@headway/contract';
import { type PastChoice, closedOn, notOpenYet, present } from '@headway/domain';
import { canPerson } from '../platform/session/can-person';
import { Today } from '../platform/today';
import { BarrierList } from './barrier-list';

/** What holds back one service. */
@Component({
  selector: 'hw-service-barriers',
  imports: [BarrierList],
  template: `
    <hw-barrier-list
      kind="service"
      [key]="service().reference"
      [mayChange]="mayChange()"
      [mayAdd]="!opensLater()"
      [view]="view()"
      [closure]="closure()"
    />
  `,
})
export class ServiceBarriers {
  private readonly can = canPerson();
  private readonly today = inject(Today).date;
  readonly service = input.required<Service>();
  /** Which past the service is shown in; then nothing can be changed. */
  readonly view = input<Pick<PastChoice, 'on' | 'asKnownAt'>>(present);
  protected readonly closure = computed(() =>
    closedOn(this.service().closures, this.view().on ?? this.today()),
  );
  protected readonly opensLater = computed(() => notOpenYet(this.service(), this.today()));
  protected readonly mayChange = computed(() => this.can('changeBarrier', this.service().organisation.id));
}
