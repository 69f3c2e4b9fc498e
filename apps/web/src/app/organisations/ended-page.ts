import { Component, inject } from '@angular/core';
import { formatDate } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { Page } from '../platform/page';
import { OrganisationsPage } from './organisations.actions';
import { organisationsFeature, selectEnded } from './organisations.feature';

/** Organisations that are no more, and what they became. */
@Component({
  selector: 'hw-ended-page',
  imports: [GovLink, Page],
  template: `
    <hw-page
      pageTitle="Organisations that have ended"
      section="Departments"
      back="/departments"
      [problem]="problem()"
      [loading]="!listed()"
      (retry)="load()"
    >
      <h1 class="govuk-heading-xl">Organisations that have ended</h1>
      @if (ended().length) {
        <table class="govuk-table hw-cards">
          <caption class="govuk-visually-hidden">
            Organisations that have ended, by name
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">Organisation</th>
              <th scope="col" class="govuk-table__header">Ended on</th>
              <th scope="col" class="govuk-table__header">Became</th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            @for (one of ended(); track one.slug) {
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header hw-plain">
                  <a class="govuk-link" [govHref]="'/departments/' + one.slug">{{ one.name }}</a>
                </th>
                <td class="govuk-table__cell" data-label="Ended on">{{ formatDate(one.existsTo!) }}</td>
                <td class="govuk-table__cell" data-label="Became">
                  <ul class="govuk-list hw-flush">
                    @for (successor of one.successors; track successor.slug) {
                      <li>
                        <a class="govuk-link" [govHref]="'/departments/' + successor.slug">{{
                          successor.name
                        }}</a>
                      </li>
                    }
                  </ul>
                </td>
              </tr>
            }
          </tbody>
        </table>
      } @else if (listed()) {
        <p class="govuk-body">No organisation that you can see has ended.</p>
      }
    </hw-page>
  `,
})
export class EndedPage {
  private readonly store = inject(Store);
  protected readonly formatDate = formatDate;
  protected readonly listed = this.store.selectSignal(organisationsFeature.selectEndedListed);
  protected readonly problem = this.store.selectSignal(organisationsFeature.selectProblem);
  protected readonly ended = this.store.selectSignal(selectEnded);

  constructor() {
    this.load();
  }

  protected load(): void {
    this.store.dispatch(OrganisationsPage.endedOpened());
  }
}
