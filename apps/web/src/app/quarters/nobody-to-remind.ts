import { Component, computed, input } from '@angular/core';
import type { UnreachableReturn } from '@headway/contract';
import { GovLink } from '@headway/govuk';

const lacking: Readonly<Record<UnreachableReturn['waitsFor'], string>> = {
  digital_lead: 'has no digital lead to make its return',
  approver: 'has nobody who can sign its return off',
};

/** Organisations whose return waits for a role that nobody holds: no reminder reaches them. */
@Component({
  selector: 'hw-nobody-to-remind',
  imports: [GovLink],
  template: `
    <h2 class="govuk-heading-m">Nobody to remind</h2>
    <p class="govuk-body">
      Nobody gets reminders about these returns until an admin gives somebody the role.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      @for (row of rows(); track row.slug) {
        <li>
          <a class="govuk-link govuk-link--no-visited-state" [govHref]="'/departments/' + row.slug">{{
            row.name
          }}</a>
          {{ row.lacks }}
        </li>
      }
    </ul>
  `,
})
export class NobodyToRemind {
  readonly unreachable = input.required<readonly UnreachableReturn[]>();
  protected readonly rows = computed(() =>
    this.unreachable().map(({ slug, name, waitsFor }) => ({ slug, name, lacks: lacking[waitsFor] })),
  );
}
