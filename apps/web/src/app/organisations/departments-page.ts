import { Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { organisationKindLabels } from '@headway/domain';
import { Button, GovLink } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { auditTime, filter } from 'rxjs';
import { Events } from '../platform/events';
import { Outdated, lasting } from '../platform/outdated';
import { Page } from '../platform/page';
import { canPerson } from '../platform/session/can-person';
import { organisationTree } from './organisation-tree';
import { OrganisationsPage } from './organisations.actions';
import { organisationsFeature } from './organisations.feature';

@Component({
  selector: 'hw-departments-page',
  imports: [Button, GovLink, Outdated, Page],
  template: `
    <hw-page
      pageTitle="Departments"
      [problem]="lasting(problem(), listed())"
      [loading]="!listed()"
      (retry)="load()"
    >
      <hw-outdated [problem]="problem()" (retry)="load()" />
      <div class="hw-heading-row">
        <h1 class="govuk-heading-xl">Departments</h1>
        <div class="govuk-button-group">
          @if (can('createOrganisation')) {
            <a gov-button variant="secondary" govHref="/departments/new">Add an organisation</a>
          }
          @if (can('reorganise')) {
            <a gov-button variant="secondary" govHref="/departments/reorganise"
              >Merge, split, rename or transfer</a
            >
          }
        </div>
      </div>
      @if (rows().length) {
        <table class="govuk-table hw-cards">
          <caption class="govuk-visually-hidden">
            Departments, each followed by the organisations below it
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">Organisation</th>
              <th scope="col" class="govuk-table__header">Kind</th>
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                Services, including those below it
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            @for (row of rows(); track row.organisation.slug) {
              <tr class="govuk-table__row">
                <th
                  scope="row"
                  class="govuk-table__header"
                  [class.hw-below]="row.depth > 0"
                  [class.hw-below--further]="row.depth > 1"
                >
                  <a class="govuk-link" [govHref]="'/departments/' + row.organisation.slug">{{
                    row.organisation.name
                  }}</a>
                  @if (row.depth > 0) {
                    <span class="govuk-visually-hidden">, part of {{ row.organisation.parent?.name }}</span>
                  }
                </th>
                <td class="govuk-table__cell" data-label="Kind">{{ kinds[row.organisation.kind] }}</td>
                <td class="govuk-table__cell govuk-table__cell--numeric" data-label="Services">
                  <a
                    class="govuk-link govuk-link--no-visited-state"
                    [govHref]="'/services?organisation=' + row.organisation.slug"
                    >{{ row.services.toLocaleString('en-GB')
                    }}<span class="govuk-visually-hidden"> services of {{ row.organisation.name }}</span></a
                  >
                </td>
              </tr>
            }
          </tbody>
        </table>
      } @else if (listed()) {
        <p class="govuk-body">There are no organisations that you can see yet.</p>
      }
      @if (listed()) {
        <p class="govuk-body">
          <a class="govuk-link" govHref="/departments/ended">Organisations that have ended</a>
        </p>
      }
    </hw-page>
  `,
})
export class DepartmentsPage {
  protected readonly lasting = lasting;
  private readonly store = inject(Store);
  protected readonly can = canPerson();
  protected readonly kinds = organisationKindLabels;
  protected readonly listed = this.store.selectSignal(organisationsFeature.selectListed);
  protected readonly problem = this.store.selectSignal(organisationsFeature.selectProblem);
  private readonly all = this.store.selectSignal(organisationsFeature.selectAll);
  protected readonly rows = computed(() => (this.listed() ? organisationTree(this.all()) : []));

  constructor() {
    this.load();
    inject(Events)
      .changes.pipe(
        filter(({ kind }) => kind !== 'service.changed'),
        auditTime(2000),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.load());
  }

  protected load(): void {
    this.store.dispatch(OrganisationsPage.listOpened());
  }
}
