import { Component, input, model } from '@angular/core';
import type { Organisation } from '@headway/contract';
import { countOf } from '@headway/domain';
import { Checkboxes, GovLink, WarningText } from '@headway/govuk';
import { typedDateText } from '../platform/typed-date-text';
import { type OrganisationInput, inputOf } from './organisation-form';

/** What saving does to the past of an organisation, in sentences; nothing where it leaves that as it is. */
export function pastChanges(
  organisation: Organisation,
  typed: Pick<OrganisationInput, 'parent' | 'existsFrom'>,
  all: readonly Organisation[],
): string[] {
  const opened = inputOf(organisation);
  const services = countOf(servicesWithin(organisation.slug, all));
  const nameOf = (slug: string) => all.find((one) => one.slug === slug)?.name ?? slug;
  const from = typedDateText(typed.existsFrom);
  return [
    ...(typed.parent === opened.parent
      ? []
      : [
          [
            `${services} of ${organisation.name} and of what is below it`,
            typed.parent
              ? `will count with ${nameOf(typed.parent)} on every date`
              : 'will stand alone on every date',
            ...(opened.parent ? [`and with ${nameOf(opened.parent)} on none`] : []),
          ].join(' ') + ', those of years ago too.',
        ]),
    ...(from === typedDateText(opened.existsFrom)
      ? []
      : [
          `${organisation.name}, with ${services}, will ${from ? `have existed from ${from} only` : 'always have existed'}.`,
        ]),
  ];
}

/** That count today, of an organisation and of all below it. */
function servicesWithin(slug: string, all: readonly Organisation[]): number {
  const own = all.find((one) => one.slug === slug)?.services ?? 0;
  return all
    .filter(({ parent }) => parent?.slug === slug)
    .reduce((sum, below) => sum + servicesWithin(below.slug, all), own);
}

/** Warns that a correction changes the past, before it is saved, and asks whether it was always so. */
@Component({
  selector: 'hw-past-change',
  host: { '[attr.id]': 'null' },
  imports: [Checkboxes, GovLink, WarningText],
  template: `
    <div role="status">
      @if (lines().length) {
        <gov-warning-text>
          This changes the past.
          @for (line of lines(); track line) {
            {{ line }}
          }
          Open quarters ask again who owes a return.
        </gov-warning-text>
        <p class="govuk-body">
          Did it change on a date?
          <a class="govuk-link" [govHref]="'/departments/reorganise?organisation=' + organisation().slug"
            >Record a reorganisation</a
          >
          instead: the past then stays as it is.
        </p>
      }
    </div>
    @if (lines().length) {
      <gov-checkboxes
        id="always"
        legend="Was it always so?"
        legendClasses="govuk-fieldset__legend--s"
        [items]="items"
        [error]="error()"
        [(value)]="always"
      />
    }
  `,
})
export class PastChange {
  readonly organisation = input.required<Organisation>();
  readonly lines = input.required<readonly string[]>();
  readonly error = input<string>();
  /** `yes` once somebody says so. */
  readonly always = model<readonly string[]>([]);
  protected readonly items = [{ value: 'yes', text: 'Yes, what Headway says now was always wrong' }];
}
