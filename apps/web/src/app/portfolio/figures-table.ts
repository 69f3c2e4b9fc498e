import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type StageOrNone, liveOrBeyond, percent, stageLabels, stagesOrNone } from '@headway/domain';
import type { Figures } from './figures';
import { type PortfolioView, servicesParams } from './portfolio.view';

const beyond: readonly StageOrNone[] = ['live', 'redesigned'];
const columns = [
  { heading: 'Services', stages: [] },
  ...stagesOrNone.map((stage) => ({ heading: stageLabels[stage], stages: [stage] })),
] satisfies { heading: string; stages: StageOrNone[] }[];

/** Lines of figures, each figure a link to the list of services whose total it is. */
@Component({
  selector: 'hw-figures-table',
  imports: [RouterLink],
  templateUrl: './figures-table.html',
})
export class FiguresTable {
  readonly caption = input.required<string>();
  readonly heading = input.required<string>();
  readonly figures = input.required<readonly Figures[]>();
  readonly view = input.required<PortfolioView>();
  protected readonly columns = columns;
  protected readonly lines = computed(() =>
    this.figures().map((line) => ({
      ...line,
      cells: columns.map(({ heading, stages }) => {
        const value = valueOf(line, stages).toLocaleString('en-GB');
        const said = `${value} ${heading.toLowerCase()}, ${line.label}`;
        return { value, said, params: servicesParams(this.view(), line.narrowing, stages) };
      }),
      share: percent(liveOrBeyond(line.counts), line.counts),
      shareParams: servicesParams(this.view(), line.narrowing, beyond),
    })),
  );
}

function valueOf({ counts }: Figures, stages: readonly StageOrNone[]): number {
  return stages.length === 0 ? counts.services : stages.reduce((sum, stage) => sum + counts[stage], 0);
}
