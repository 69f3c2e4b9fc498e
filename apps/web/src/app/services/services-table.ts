import { Component, computed, input } from '@angular/core';
import type { Closure, Service, ServiceSort } from '@headway/contract';
import { type CalendarDate, audienceLabels, closedOn, formatDate } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { ClosedTag } from '../platform/closed-tag';
import { StageTag } from '../platform/stage-tag';
import { type ListChoice, listPath, servicePathIn } from './list-choice';

const columns: readonly { sort: ServiceSort; text: string }[] = [
  { sort: 'name', text: 'Service' },
  { sort: 'organisation', text: 'Organisation' },
  { sort: 'stage', text: 'Stage' },
  { sort: 'stageSince', text: 'Since' },
];

/** Each column heading is a link to the same list in another order; on a narrow screen rows become cards. */
@Component({
  selector: 'hw-services-table',
  imports: [ClosedTag, GovLink, StageTag],
  template: `
    <table class="govuk-table hw-cards">
      <caption class="govuk-visually-hidden">
        Services, sorted by
        {{
          sorted()
        }}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          @for (column of headings(); track column.sort) {
            <th scope="col" class="govuk-table__header" [attr.aria-sort]="column.direction">
              <a class="govuk-link govuk-link--no-visited-state hw-sort" [govHref]="column.href"
                >{{ column.text }}<span class="govuk-visually-hidden">, sort {{ column.next }}</span>
                @if (column.mark) {
                  <span class="hw-sort__mark" aria-hidden="true"> {{ column.mark }}</span>
                }
              </a>
            </th>
          }
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        @for (service of services(); track service.reference) {
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header hw-plain hw-wide">
              <a class="govuk-link" [govHref]="path(service.reference)">{{ service.name }}</a>
              <span class="hw-quiet hw-second-line"
                >{{ service.reference }} · {{ audienceLabels[service.audience] }}</span
              >
            </th>
            <td class="govuk-table__cell" data-label="Organisation">{{ service.organisation.name }}</td>
            @if (closed(service); as closed) {
              <td class="govuk-table__cell" data-label="Stage">
                <hw-closed-tag [closure]="closed" [inTable]="true" />
              </td>
              <td class="govuk-table__cell hw-no-wrap" data-label="Since">
                {{ formatDate(closed.closedOn) }}
              </td>
            } @else {
              <td class="govuk-table__cell hw-no-wrap" data-label="Stage">
                <hw-stage-tag [stage]="service.stage" />
              </td>
              <td class="govuk-table__cell hw-no-wrap" data-label="Since">
                {{ service.stageSince ? formatDate(service.stageSince) : '–' }}
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class ServicesTable {
  readonly services = input.required<readonly Service[]>();
  readonly choice = input.required<ListChoice>();
  readonly today = input.required<CalendarDate>();
  protected readonly audienceLabels = audienceLabels;
  protected readonly formatDate = formatDate;

  protected readonly headings = computed(() => {
    const choice = this.choice();
    return columns.map(({ sort, text }) => {
      const direction = choice.sort === sort ? 'ascending' : choice.sort === `-${sort}` ? 'descending' : null;
      return {
        sort,
        text,
        direction,
        next: direction === 'ascending' ? 'descending' : 'ascending',
        mark: direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : '',
        href: listPath({ ...choice, sort: direction === 'ascending' ? `-${sort}` : sort, page: 1 }),
      };
    });
  });
  protected readonly sorted = computed(() => {
    const by = this.headings().find(({ direction }) => direction);
    return by ? `${by.text.toLowerCase()}, ${by.direction}` : this.choice().sort;
  });

  /** The service in the same past. */
  protected path(reference: string): string {
    return servicePathIn(this.choice(), reference);
  }

  /** How it ended, where it is closed on the date shown. */
  protected closed({ closures }: Service): Closure | null {
    return closedOn(closures, this.choice().on ?? this.today());
  }
}
