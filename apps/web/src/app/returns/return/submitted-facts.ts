import { Component, computed, input } from '@angular/core';
import type { Service, SubmittedReturn } from '@headway/contract';
import { countOf, quarterBefore, quarterName, quarterOf, stageLabels } from '@headway/domain';
import { Details, GovLink } from '@headway/govuk';
import { MovedServices } from '../../portfolio/compare/moved-services';
import { servicePath } from '../../services/list-choice';
import { momentWords } from './return-words';
import { ReviewedFacts } from './reviewed-facts';
import type { SubmittedReview } from './submitted-review';

/** What the lead saw: what moved, what was confirmed, claims, barriers and targets, and what changed since last time. */
@Component({
  selector: 'hw-submitted-facts',
  imports: [Details, GovLink, MovedServices, ReviewedFacts],
  template: `
    @if (review().changes; as changes) {
      <h2 class="govuk-heading-m">What changed since it was submitted before</h2>
      @if (submitted().before; as before) {
        <p class="govuk-body">Against {{ before.reference }}, {{ moment(before.submittedAt) }}.</p>
      }
      @if (changes.length) {
        <ul class="govuk-list govuk-list--bullet">
          @for (line of changes; track $index) {
            <li class="hw-break">{{ line }}</li>
          }
        </ul>
      } @else {
        <p class="govuk-body">Nothing: it says the same.</p>
      }
    }
    <h2 class="govuk-heading-m">What moved since {{ last() }}</h2>
    @if (review().facts.moved.length) {
      <hw-moved-services [services]="review().facts.moved" />
    } @else {
      <p class="govuk-body">No service moved to another stage.</p>
    }
    @for (list of lists(); track list.summary) {
      <gov-details [summary]="list.summary">
        <ul class="govuk-list govuk-list--bullet hw-columns">
          @for (line of list.lines; track line.path) {
            <li>
              <a class="govuk-link" [govHref]="line.path">{{ line.name }}</a>{{ line.stage }}
            </li>
          }
        </ul>
      </gov-details>
    }
    <h2 class="govuk-heading-m">Claims</h2>
    @if (claims().length) {
      <p class="govuk-body">
        {{ count(claims().length, 'claim') }} without evidence, or further than the offices behind it:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        @for (line of claims(); track line.path) {
          <li>
            <a class="govuk-link" [govHref]="line.path">{{ line.name }}</a>{{ line.stage }}
          </li>
        }
      </ul>
    } @else {
      <p class="govuk-body">Every service that is live or redesigned has evidence.</p>
    }
    <h2 class="govuk-heading-m">Barriers and targets</h2>
    <hw-reviewed-facts [facts]="review().facts" [organisation]="submitted().organisation" />
  `,
})
export class SubmittedFacts {
  readonly submitted = input.required<SubmittedReturn>();
  readonly review = input.required<SubmittedReview>();
  protected readonly count = countOf;
  protected readonly moment = momentWords;
  protected readonly last = computed(() =>
    quarterName(quarterBefore(quarterOf(this.submitted().quarter)!).id),
  );
  protected readonly claims = computed(() => this.review().facts.claims.map(line));
  protected readonly lists = computed(() => {
    const { confirmed, unrecorded } = this.review().facts;
    return [
      { summary: `Show the ${countOf(confirmed.length)} confirmed as they were`, lines: confirmed.map(line) },
      {
        summary: `Show the ${countOf(unrecorded.length)} with no stage recorded`,
        lines: unrecorded.map(line),
      },
    ].filter(({ lines }) => lines.length > 0);
  });
}

function line({ name, reference, stage }: Service) {
  const words = stage === 'not_recorded' ? '' : `: ${stageLabels[stage]}`;
  return { name, path: servicePath(reference), stage: words };
}
