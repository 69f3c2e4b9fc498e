import { Component, computed, input } from '@angular/core';
import type { Return } from '@headway/contract';
import { countOf, formatDate, quarterBefore, quarterName, quarterOf } from '@headway/domain';
import { Details, GovLink } from '@headway/govuk';
import { MovedServices } from '../../portfolio/compare/moved-services';
import { servicePath } from '../../services/list-choice';
import type { Facts } from './facts';

/** How many services are spoken of, what moved since last quarter, and which have no stage at all. */
@Component({
  selector: 'hw-services-facts',
  imports: [Details, GovLink, MovedServices],
  template: `
    <h2 class="govuk-heading-m">Services</h2>
    <p class="govuk-body">
      <strong>{{ said() }} of {{ total() }}</strong> recorded or confirmed this quarter.
      @if (mayRecord()) {
        <a class="govuk-link govuk-link--no-visited-state" [govHref]="'/return/' + found().quarter"
          >Change stages in a table</a
        >
      }
    </p>
    @if (facts(); as facts) {
      <h3 class="govuk-heading-s">What changed since {{ before() }}</h3>
      @if (facts.moved.length > few) {
        <gov-details [summary]="'Show the ' + count(facts.moved.length) + ' that changed'">
          <hw-moved-services [services]="facts.moved" />
        </gov-details>
      } @else if (facts.moved.length) {
        <hw-moved-services [services]="facts.moved" />
      } @else {
        <p class="govuk-body">No service has changed its stage since {{ lastDay() }}.</p>
      }
      @if (facts.unrecorded.length) {
        <h3 class="govuk-heading-s">{{ count(facts.unrecorded.length) }} with no stage recorded</h3>
        <p class="govuk-body">
          {{ facts.unrecorded.length === 1 ? 'It' : 'They' }} cannot be confirmed, and
          {{ facts.unrecorded.length === 1 ? 'is' : 'are' }} left out of percentages.
        </p>
        <ul class="govuk-list govuk-list--bullet hw-columns">
          @for (service of facts.unrecorded; track service.reference) {
            <li>
              @if (mayRecord()) {
                <a class="govuk-link" [govHref]="path(service.reference, 'record')"
                  ><span class="govuk-visually-hidden">Record a stage of </span>{{ service.name }}</a
                >
              } @else {
                <a class="govuk-link" [govHref]="path(service.reference)">{{ service.name }}</a>
              }
            </li>
          }
        </ul>
      }
    }
  `,
})
export class ServicesFacts {
  readonly found = input.required<Return>();
  readonly facts = input.required<Facts | null>();
  readonly mayRecord = input(false);
  /** More would push what is to be answered out of sight. */
  protected readonly few = 10;
  protected readonly path = servicePath;
  protected readonly count = countOf;
  protected readonly total = computed(() => countOf(this.found().services.total));
  protected readonly said = computed(() => this.found().services.said.toLocaleString('en-GB'));
  private readonly last = computed(() => quarterBefore(quarterOf(this.found().quarter)!));
  protected readonly before = computed(() => quarterName(this.last().id));
  protected readonly lastDay = computed(() => formatDate(this.last().to));
}
