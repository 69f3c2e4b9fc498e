import { Component, computed, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { audienceLabels, listed } from '@headway/domain';
import { organisationsToChoose } from '../services/chosen-organisations';
import { type PortfolioView, paramsOf } from './portfolio.view';

/** Says whose services are left out, and leads to all of them. */
@Component({
  selector: 'hw-only-some',
  imports: [RouterLink],
  template: `
    <p class="govuk-body">
      Only {{ words() }}.
      <a class="govuk-link govuk-link--no-visited-state" [routerLink]="path()" [queryParams]="params()"
        >Show all services</a
      >
    </p>
  `,
})
export class OnlySome {
  readonly chosen = input.required<PortfolioView>();
  readonly path = input.required<string>();
  /** What the address holds besides the choice. */
  readonly besides = input<Params>({});
  private readonly organisations = organisationsToChoose(() => this.chosen().organisation);
  protected readonly words = computed(() => {
    const { organisation, audience } = this.chosen();
    const all = this.organisations();
    const none = all ? ' (there is no such organisation)' : '';
    const whose = listed(
      organisation.map((slug) => all?.find((one) => one.slug === slug)?.name ?? `${slug}${none}`),
    );
    const services = audience ? `${audienceLabels[audience].toLowerCase()} services` : '';
    return [services, whose].filter(Boolean).join(' of ');
  });
  protected readonly params = computed(() => ({
    ...this.besides(),
    ...paramsOf({ ...this.chosen(), organisation: [], audience: null }),
  }));
}
