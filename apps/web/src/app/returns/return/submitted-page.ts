import { Component, computed, input } from '@angular/core';
import { GovLink, Panel } from '@headway/govuk';
import { Page } from '../../platform/page';
import { openedReturn } from './opened';
import { returnPath } from './return-path';
import { standingWords } from './return-words';

/** That a return was submitted, its reference, and what happens next. */
@Component({
  selector: 'hw-submitted-page',
  imports: [GovLink, Page, Panel],
  template: `
    <hw-page
      [pageTitle]="title()"
      [section]="'Return for ' + opened.name()"
      [problem]="opened.state().problem"
      (retry)="opened.open()"
      [loading]="!opened.found()"
    >
      @if (opened.found(); as found) {
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            @if (opened.locked()) {
              <gov-panel title="Return submitted">
                Your reference<br /><strong>{{ found.reference }}</strong>
              </gov-panel>
              <p class="govuk-body">
                <a class="govuk-link" [govHref]="path(opened.at(), 'record')"
                  >Print or save a record of what was submitted</a
                >
              </p>
              @if (opened.isOpen() && found.state === 'submitted') {
                <h2 class="govuk-heading-m">What happens next</h2>
                <p class="govuk-body">
                  An approver of {{ found.organisation.name }} signs the return off. It cannot be somebody who
                  saved or submitted part of it.
                </p>
                <p class="govuk-body">
                  Until then, and once it is signed off, what counts up to the end of {{ opened.name() }} is
                  locked. Approvers and central oversight can request changes. If they do, you will see their
                  comments on the return and on the services that they concern.
                </p>
              } @else {
                <h2 class="govuk-heading-m">How it stands now</h2>
                @for (sentence of standing(); track sentence) {
                  <p class="govuk-body">{{ sentence }}</p>
                }
              }
            } @else {
              <h1 class="govuk-heading-l">{{ title() }}</h1>
            }
            <p class="govuk-body">
              <a class="govuk-link" [govHref]="opened.home()">Go to the return</a> or
              <a class="govuk-link" govHref="/portfolio">see the portfolio</a>.
            </p>
          </div>
        </div>
      }
    </hw-page>
  `,
})
export class SubmittedPage {
  readonly id = input.required<string>();
  readonly slug = input.required<string>();
  protected readonly opened = openedReturn(this.id, this.slug);
  protected readonly path = returnPath;
  protected readonly standing = computed(() =>
    standingWords(this.opened.found()!, this.opened.state().quarter!),
  );
  protected readonly title = computed(() =>
    this.opened.locked() ? 'Return submitted' : 'This return is not submitted',
  );
}
