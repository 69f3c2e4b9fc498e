import { Component, computed, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { type Movement, type Standing, formatDate, movementKind } from '@headway/domain';
import { TableDownload } from '../../platform/table-download';
import { Chart } from '../chart';
import { movementsChart, onFirst } from '../heat.charts';
import { compareFileName, matrixFile } from './compare-files';
import { listing, type CompareView } from './compare.view';
import { standingLabel, standingsIn } from './compare-words';

/** From where to where services went: each number opens the list of those services below. */
@Component({
  selector: 'hw-movement-matrix',
  imports: [Chart, RouterLink, TableDownload],
  template: `
    @if (anyBefore()) {
      <hw-chart [draw]="draw()" />
    }
    <div class="hw-scroll" role="region" tabindex="0" aria-label="Who went from where to where">
      <table class="govuk-table hw-matrix">
        <caption class="govuk-table__caption govuk-table__caption--s">
          Who went from where to where
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <td class="govuk-table__header"></td>
            <th scope="colgroup" class="govuk-table__header" [attr.colspan]="after().length">
              {{ second() }}
            </th>
          </tr>
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">{{ first() }}</th>
            @for (standing of after(); track standing) {
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                {{ label(standing) }}
              </th>
            }
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          @for (row of rows(); track row.before) {
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">{{ label(row.before) }}</th>
              @for (cell of row.cells; track cell.after) {
                <td
                  class="govuk-table__cell govuk-table__cell--numeric"
                  [class.hw-matrix__stayed]="cell.kind === 'stayed'"
                  [class.hw-matrix__down]="cell.kind === 'down' && cell.services > 0"
                >
                  @if (cell.kind === null) {
                    <span aria-hidden="true">–</span>
                  } @else if (cell.services === 0) {
                    <span class="hw-quiet">0</span>
                  } @else {
                    <a
                      class="govuk-link"
                      routerLink="/portfolio/compare"
                      fragment="services"
                      [queryParams]="cell.params"
                      [attr.aria-label]="cell.said"
                      >{{ cell.services.toLocaleString('en-GB') }}</a
                    >
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    <p class="govuk-body-s">
      Services in shaded or dotted cells stayed at their stage. Those with a thick line to the left of their
      number went back.
    </p>
    <hw-table-download caption="Who went from where to where" [name]="fileName()" [file]="file" />
  `,
})
export class MovementMatrix {
  readonly matrix = input.required<readonly Movement[]>();
  readonly view = input.required<CompareView>();
  protected readonly label = standingLabel;
  protected readonly fileName = computed(() => compareFileName('movements', this.view()));
  protected readonly file = () => matrixFile(this.matrix(), this.view());
  protected readonly anyBefore = computed(() => onFirst(this.matrix()).length > 0);
  protected readonly draw = computed(() => {
    const matrix = this.matrix();
    return (width: number) => movementsChart(matrix, width);
  });
  protected readonly first = computed(() => `On ${formatDate(this.view().from)}`);
  protected readonly second = computed(() => `On ${formatDate(this.view().to)}`);
  protected readonly after = computed(() => standingsIn(this.matrix(), 'after'));
  protected readonly rows = computed(() =>
    standingsIn(this.matrix(), 'before').map((before) => ({
      before,
      cells: this.after().map((after) => this.cell(before, after)),
    })),
  );

  private cell(before: Standing, after: Standing) {
    const services = this.matrix().find((one) => one.before === before && one.after === after)?.services ?? 0;
    const params: Params = listing(this.view(), { before, after });
    const said = `${services.toLocaleString('en-GB')}, from ${standingLabel(before)} to ${standingLabel(after)}`;
    return { after, services, params, said, kind: movementKind(before, after) };
  }
}
