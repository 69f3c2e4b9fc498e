import { Component, computed, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import {
  type Comparison,
  type Counts,
  type StageOrNone,
  formatDate,
  percent,
  pointsChange,
  pointsWords,
  sameServices as sameKinds,
} from '@headway/domain';
import { TableDownload } from '../../platform/table-download';
import { servicesParams } from '../portfolio.view';
import { type StageLine, compareFileName, stageLines, stagesFile } from './compare-files';
import { type CompareView, listing } from './compare.view';

/** Each stage on both dates, of all services and of the same ones, with the change in points. */
@Component({
  selector: 'hw-stage-changes',
  imports: [RouterLink, TableDownload],
  template: `
    <div class="hw-scroll" role="region" tabindex="0" aria-label="Stages on both dates">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s">
          Stages on both dates
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <td class="govuk-table__header"></td>
            <th scope="colgroup" colspan="3" class="govuk-table__header">All services</th>
            <th scope="colgroup" colspan="3" class="govuk-table__header">The same services</th>
          </tr>
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">Stage</th>
            @for (group of ['all', 'same']; track group) {
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">{{ first() }}</th>
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">{{ second() }}</th>
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">Change of share</th>
            }
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          @for (row of rows(); track row.label) {
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">{{ row.label }}</th>
              @for (cell of row.cells; track $index) {
                <td class="govuk-table__cell govuk-table__cell--numeric hw-no-wrap">
                  @if (cell.params) {
                    <a
                      class="govuk-link"
                      [routerLink]="cell.path"
                      [fragment]="cell.fragment"
                      [queryParams]="cell.params"
                      >{{ cell.text }}</a
                    >
                  } @else {
                    {{ cell.text }}
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    <hw-table-download caption="Stages on both dates" [name]="fileName()" [file]="file" />
  `,
})
export class StageChanges {
  readonly comparison = input.required<Comparison>();
  readonly view = input.required<CompareView>();
  protected readonly fileName = computed(() => compareFileName('stages', this.view()));
  protected readonly file = () => stagesFile(this.comparison(), this.view());
  protected readonly first = computed(() => formatDate(this.view().from));
  protected readonly second = computed(() => formatDate(this.view().to));
  protected readonly rows = computed(() => {
    const { overall, sameServices } = this.comparison();
    const { from, to, chosen } = this.view();
    const behind = (on: string, stage: readonly StageOrNone[]): Behind => ({
      path: '/services',
      params: servicesParams({ ...chosen, on }, { stage }),
    });
    const listed = (when: 'before' | 'after', [stage, more]: readonly StageOrNone[]): Behind => ({
      path: '/portfolio/compare',
      fragment: 'services',
      // A list is of one stage.
      ...(more ? {} : { params: listing(this.view(), { kind: sameKinds, [when]: stage! }) }),
    });
    return stageLines.map(({ label, of, part }) => ({
      label,
      cells: [
        cell(part, overall.before, behind(from, of)),
        cell(part, overall.after, behind(to, of)),
        change(part, overall),
        cell(part, sameServices.before, listed('before', of)),
        cell(part, sameServices.after, listed('after', of)),
        change(part, sameServices),
      ],
    }));
  });
}

interface Behind {
  readonly path?: string;
  readonly fragment?: string;
  readonly params?: Params;
}
interface Cell extends Behind {
  readonly text: string;
}

function cell(part: StageLine['part'], counts: Counts, behind: Behind): Cell {
  return { text: `${part(counts).toLocaleString('en-GB')} (${percent(part(counts), counts)})`, ...behind };
}

function change(part: StageLine['part'], { before, after }: { before: Counts; after: Counts }): Cell {
  const points = pointsChange(part, before, after);
  return { text: points === null ? 'Nothing to compare' : pointsWords(points) };
}
