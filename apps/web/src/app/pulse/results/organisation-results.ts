import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { type Problem, formatDate, pulseMeasures } from '@headway/domain';
import { Details } from '@headway/govuk';
import { catchError, of, switchMap } from 'rxjs';
import { Chart } from '../../portfolio/chart';
import { PulseClient } from '../pulse.client';
import { groupsChart } from '../pulse.charts';
import { type PulseView, measureOf, organisationsQuery } from '../pulse.view';
import { gradeWords, leadingOption, shareWords } from '../pulse-words';
import { type Group, groupsTable, optionsOf } from './tables';
import { organisationGroups } from './groups';
import { ResultsTable } from './results-table';

/** One question in every organisation, beside each other on one scale. */
@Component({
  selector: 'hw-organisation-results',
  imports: [Chart, Details, ResultsTable],
  template: `
    @if (shown(); as shown) {
      <p class="govuk-body-l">{{ shown.description }}</p>
      <hw-chart [draw]="shown.draw" [described]="false" />
      <p class="govuk-body">
        A department’s answers include its agencies’, which are shown beneath it as “of which”.
      </p>
      <gov-details [summary]="'Show every organisation as a table'">
        <hw-results-table [table]="shown.table" [name]="shown.file" />
      </gov-details>
    } @else if (failed()) {
      <p class="govuk-body">The organisations could not be shown just now. Load the page to try again.</p>
    } @else {
      <p class="govuk-body hw-loading" role="status">Loading the organisations</p>
    }
  `,
})
export class OrganisationResults {
  private readonly client = inject(PulseClient);
  readonly view = input.required<PulseView>();
  /** Id of the wave shown. */
  readonly wave = input.required<string>();
  private readonly asked = computed(() => organisationsQuery(this.view(), this.wave()), {
    // Whose answers are shown above makes no difference here.
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  private readonly answer = toSignal(
    toObservable(this.asked).pipe(
      switchMap((query) => this.client.results(query).pipe(catchError((problem: Problem) => of(problem)))),
    ),
  );
  protected readonly failed = computed(() => 'code' in (this.answer() ?? {}));
  protected readonly shown = computed(() => {
    const answer = this.answer();
    if (!answer || 'code' in answer) return null;
    const { question, audience, grade } = this.view();
    const measure = measureOf(question, audience);
    const groups = organisationGroups(answer, measure, grade);
    const { wave, before } = answer;
    const { label } = pulseMeasures.find(({ id }) => id === measure)!;
    const option = leadingOption(measure, groups[0]?.result ?? null);
    const name = optionsOf(measure, wave.questionsVersion).find(({ id }) => id === option)?.label ?? '';
    const description = spread(groups, option, name);
    const title = `${label}, by organisation: ${gradeWords(grade).toLowerCase()}`;
    const about = { title, description, rowHeading: 'Organisation' };
    return {
      description,
      table: groupsTable(
        ...(['Organisation', measure, wave.questionsVersion, groups] as const),
        before && { option, since: formatDate(before.closesOn) },
      ),
      file: `headway-pulse-${measure.replaceAll('_', '-')}-${wave.closesOn}-by-organisation`,
      draw: (width: number) => groupsChart({ ...about, width }, measure, wave.questionsVersion, groups),
    };
  });
}

/** "“Live” goes from 5% in HM Treasury to 31% in HMRC." Parts of another line are counted there. */
function spread(groups: readonly Group[], option: string, name: string): string {
  const share = ({ result }: Group) => result.options.find((one) => one.option === option)?.share ?? 0;
  const whole = groups.filter(
    ({ level, organisation, result }) => organisation && level === 0 && result.status === 'shown',
  );
  const ranked = whole.toSorted((a, b) => share(a) - share(b));
  const [lowest, highest] = [ranked[0], ranked.at(-1)];
  if (!lowest || !highest) return 'No organisation has answers that can be shown.';
  const said = (one: Group) => `${shareWords(one.result, option)} in ${one.label}`;
  if (lowest === highest) return `“${name}” is the answer of ${said(lowest)}.`;
  return `“${name}” goes from ${said(lowest)} to ${said(highest)}.`;
}
