import { Component, DOCUMENT, computed, inject, input, model, output } from '@angular/core';
import type { Service } from '@headway/contract';
import { type Quarter, formatDate } from '@headway/domain';
import { type Days, type EditChange, type Edits, isLockedOn } from './edits';
import { GridRow } from './grid-row';
import { moved } from './keys';
import { type Wrong, idOf } from './wrong';

/** Not an id that a service's tick box could have. */
const allTicks = 'all-ticks';

/** The services to choose from, each with what is said of it; the arrow keys go from tick box to tick box. */
@Component({
  selector: 'hw-grid-table',
  host: { '(keydown)': 'keyed($event)' },
  imports: [GridRow],
  template: `
    <table class="govuk-table hw-grid">
      <caption class="govuk-table__caption govuk-table__caption--m">
        {{
          caption()
        }}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <td class="govuk-table__header hw-grid__tick">
            <div class="govuk-checkboxes govuk-checkboxes--small">
              <div class="govuk-checkboxes__item">
                <input
                  #all
                  type="checkbox"
                  class="govuk-checkboxes__input"
                  [id]="allTicks"
                  [checked]="allTicked()"
                  [disabled]="free().length === 0"
                  [indeterminate]="ticked().size > 0 && !allTicked()"
                  (change)="tickAll(all.checked)"
                />
                <label class="govuk-label govuk-checkboxes__label" [attr.for]="allTicks">
                  <span class="hw-grid__all-words">Tick all shown</span>
                </label>
              </div>
            </div>
          </td>
          <th scope="col" class="govuk-table__header">Service</th>
          <th scope="col" class="govuk-table__header">{{ stageHeading() }}</th>
          <th scope="col" class="govuk-table__header">Last confirmed</th>
          <th scope="col" class="govuk-table__header">New stage</th>
          <th scope="col" class="govuk-table__header">Date reached</th>
          <td class="govuk-table__header"></td>
        </tr>
      </thead>
      @for (service of services(); track service.reference) {
        <tbody
          hw-grid-row
          [service]="service"
          [edit]="edits()[service.reference]"
          [wrong]="wrong()[service.reference]"
          [ticked]="ticked().has(service.reference)"
          [days]="days()"
          [quarter]="quarter()"
          [ofSeveral]="ofSeveral()"
          (tick)="tick(service.reference, $event)"
          (said)="said.emit({ reference: service.reference, change: $event })"
        ></tbody>
      }
    </table>
  `,
})
export class GridTable {
  private readonly document = inject(DOCUMENT);
  readonly caption = input.required<string>();
  readonly services = input.required<readonly Service[]>();
  readonly edits = input.required<Edits>();
  readonly wrong = input.required<Readonly<Record<string, readonly Wrong[]>>>();
  readonly days = input.required<Days>();
  readonly quarter = input.required<Quarter>();
  readonly ofSeveral = input.required<boolean>();
  readonly ticked = model.required<ReadonlySet<string>>();
  readonly said = output<{ reference: string; change: EditChange }>();
  readonly actionsWanted = output();

  protected readonly allTicks = allTicks;
  protected readonly stageHeading = computed(() => {
    const { today, day } = this.days();
    return day < today ? `Stage on ${formatDate(day)}` : 'Stage now';
  });
  /** What can be said anything of. */
  protected readonly free = computed(() => this.services().filter((one) => !isLockedOn(one, this.days())));
  protected readonly allTicked = computed(
    () => this.free().length > 0 && this.free().every(({ reference }) => this.ticked().has(reference)),
  );

  protected tickAll(on: boolean): void {
    this.ticked.set(new Set(on ? this.free().map(({ reference }) => reference) : []));
  }

  protected tick(reference: string, on: boolean): void {
    const ticked = new Set(this.ticked());
    if (on) ticked.add(reference);
    else ticked.delete(reference);
    this.ticked.set(ticked);
  }

  /** With a modifier a key is the browser's or the screen reader's. */
  protected keyed(event: KeyboardEvent): void {
    const box = event.target as HTMLElement;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const ids = this.free().map(({ reference }) => idOf('tick', reference));
    const from = ids.indexOf(box.id);
    if (from === -1 && box.id !== allTicks) return;
    const to = moved(event.key, from, ids.length);
    if (to === null) return;
    event.preventDefault();
    if (to === 'actions') this.actionsWanted.emit();
    else this.document.getElementById(ids[to] ?? allTicks)?.focus();
  }
}
