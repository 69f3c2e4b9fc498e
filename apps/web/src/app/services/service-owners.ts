import { Component, computed, input } from '@angular/core';
import type { Ownership } from '@headway/contract';
import { formatDate } from '@headway/domain';
import { GovLink } from '@headway/govuk';

/** Who owned a service when, newest first, each organisation by the name it had then. */
@Component({
  selector: 'hw-service-owners',
  imports: [GovLink],
  template: `
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-visually-hidden">
        Owners of this service
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">Owner</th>
          <th scope="col" class="govuk-table__header">When</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        @for (one of periods(); track one.when) {
          <tr class="govuk-table__row">
            <td class="govuk-table__cell">
              <a class="govuk-link" [govHref]="'/departments/' + one.organisation.slug">{{
                one.organisation.name
              }}</a>
            </td>
            <td class="govuk-table__cell">{{ one.when }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class ServiceOwners {
  readonly ownership = input.required<Ownership['items']>();
  protected readonly periods = computed(() =>
    this.ownership()
      .toReversed()
      .map(({ organisation, fromOn, toOn }) => ({ organisation, when: whenOf(fromOn, toOn) })),
  );
}

function whenOf(fromOn: string | null, toOn: string | null): string {
  if (fromOn && toOn) return `${formatDate(fromOn)} until ${formatDate(toOn)}`;
  if (fromOn) return `Since ${formatDate(fromOn)}`;
  return toOn ? `Until ${formatDate(toOn)}` : 'Always';
}
