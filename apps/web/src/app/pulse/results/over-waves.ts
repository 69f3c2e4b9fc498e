import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { PulseResults, PulseWave } from '@headway/contract';
import { type Problem, formatDate, pointsWords, pulseMeasures, pulseResultIn } from '@headway/domain';
import { Details } from '@headway/govuk';
import { catchError, forkJoin, of, switchMap } from 'rxjs';
import { Chart } from '../../portfolio/chart';
import { PulseClient } from '../pulse.client';
import { wavesChart } from '../pulse.charts';
import { type PulseView, measureOf, organisationsQuery } from '../pulse.view';
import { leadingOption, notShown, shareWords } from '../pulse-words';
import { organisationGroups } from './groups';
import { ResultsTable } from './results-table';
import { type ResultsTable as Table, optionsOf } from './tables';

/** Waves that are looked back on at most. */
const most = 8;

/** The share of one answer over the waves, in all of government and in each department. Waves are never added up. */
@Component({
  selector: 'hw-over-waves',
  imports: [Chart, Details, ResultsTable],
  template: `
    @if (past().length < 2) {
      <p class="govuk-body">One wave has closed. Changes show from the next.</p>
    } @else if (shown(); as shown) {
      <hw-chart [draw]="shown.draw" />
      @if (shown.left) {
        <p class="govuk-body">{{ shown.left }}</p>
      }
      <gov-details [summary]="'Show every wave as a table'">
        <hw-results-table [table]="shown.table" [name]="shown.file" />
      </gov-details>
    } @else if (failed()) {
      <p class="govuk-body">The waves could not be shown just now. Load the page to try again.</p>
    } @else {
      <p class="govuk-body hw-loading" role="status">Loading the waves</p>
    }
  `,
})
export class OverWaves {
  private readonly client = inject(PulseClient);
  readonly view = input.required<PulseView>();
  /** Closed, newest first. */
  readonly waves = input.required<readonly PulseWave[]>();
  readonly wave = input.required<string>();
  /** Up to the wave that is shown, oldest first. */
  protected readonly past = computed(() => {
    const until = this.waves().findIndex(({ id }) => id === this.wave());
    return this.waves()
      .slice(until, until + most)
      .toReversed();
  });
  private readonly asked = computed(() => this.past().map(({ id }) => organisationsQuery(this.view(), id)), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  private readonly answer = toSignal(
    toObservable(this.asked).pipe(
      switchMap((queries) =>
        queries.length < 2
          ? of(null)
          : forkJoin(queries.map((query) => this.client.results(query))).pipe(
              catchError((problem: Problem) => of(problem)),
            ),
      ),
    ),
  );
  protected readonly failed = computed(() => 'code' in (this.answer() ?? {}));
  protected readonly shown = computed(() => {
    const all = this.answer();
    if (!all || 'code' in all) return null;
    const { question, audience, grade } = this.view();
    const measure = measureOf(question, audience);
    const now = all.at(-1)!;
    const groups = organisationGroups(now, measure, grade).filter(({ level }) => level === 0);
    const option = leadingOption(measure, groups[0]?.result ?? null);
    const name = optionsOf(measure, now.wave.questionsVersion).find(({ id }) => id === option)?.label ?? '';
    const { label } = pulseMeasures.find(({ id }) => id === measure)!;
    const lines = groups.map(({ key, label: group, organisation }) => {
      const results = all.map(({ items }) => pulseResultIn(items, measure, organisation, grade));
      const shares = results.map((result) => shareOf(result, option));
      return { key, label: group, organisation, results, values: shares, text: lineWords(shares) };
    });
    const pictured = lines.filter(({ values }) => values.some((share) => share !== null));
    const periods = all.map(({ wave }) => monthOf(wave));
    const title = `${label}: share who say “${name.toLowerCase()}”, wave by wave`;
    const description = lines[0] ? `All of government: ${lines[0].text} since the first of these waves.` : '';
    const about = { title, description, rowHeading: 'Organisation' };
    return {
      table: tableOf(title, all, lines, option),
      file: `headway-pulse-${measure.replaceAll('_', '-')}-${now.wave.closesOn}-waves`,
      left: leftOut(lines.length - pictured.length),
      draw: (width: number) => wavesChart({ ...about, width }, measure, periods, pictured),
    };
  });
}

type Result = PulseResults['items'][number] | null;

function shareOf(result: Result, option: string): number | null {
  return result?.options.find((one) => one.option === option)?.share ?? null;
}

/** "17%, 3 points up": since the first of the waves that shows it. */
function lineWords(shares: readonly (number | null)[]): string {
  const there = shares.filter((share) => share !== null);
  const [first, last] = [there[0], shares.at(-1)];
  if (last === null || last === undefined) return 'not shown in the last wave';
  const now = `${Math.round(last)}%`;
  return there.length < 2 ? now : `${now}, ${pointsWords(last - first!)}`;
}

function leftOut(organisations: number): string {
  if (organisations === 0) return '';
  const who = organisations === 1 ? '1 organisation is' : `${organisations} organisations are`;
  return `${who} not in the picture, as no wave shows ${organisations === 1 ? 'its' : 'their'} answers.`;
}

/** "Nov 2026": short, as it stands under a small chart. */
function monthOf({ closesOn }: PulseWave): string {
  const [, month, year] = formatDate(closesOn).split(' ');
  return `${month!.slice(0, 3)} ${year}`;
}

function tableOf(
  caption: string,
  all: readonly PulseResults[],
  lines: readonly { key: string; label: string; organisation: string | null; results: readonly Result[] }[],
  option: string,
): Table {
  const said = (result: Result) => (result ? shareWords(result, option) : 'Not part of it');
  const columns = all.map(({ wave }) => `Closed ${formatDate(wave.closesOn)}`);
  const rows = lines.map(({ key, label, organisation, results }) => ({
    ...{ key, label, organisation, level: 0, cells: results.map(said) },
  }));
  return {
    ...{ caption, heading: 'Organisation', rows },
    columns: columns.map((text) => ({ text, numeric: true })),
    hasHidden: rows.some(({ cells }) => cells.includes(notShown)),
    file: {
      columns: ['Organisation', ...columns.flatMap((text) => [`${text}: share (%)`, `${text}: people`])],
      rows: lines.map(({ label, results }) => [
        label,
        ...results.flatMap((result) => [
          result?.status === 'suppressed' ? notShown : roundedShare(shareOf(result, option)),
          result?.status === 'suppressed' ? notShown : (result?.base ?? ''),
        ]),
      ]),
    },
  };
}

function roundedShare(share: number | null): number | string {
  return share === null ? '' : Math.round(share * 10) / 10;
}
