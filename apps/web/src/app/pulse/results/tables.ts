import type { Table } from '@headway/charts';
import type { PulseResult } from '@headway/contract';
import { type PulseMeasureId, pulseMeasures, pulseQuestionsOf } from '@headway/domain';
import type { LinesTable } from '../../portfolio/lines-table';
import { baseWords, changeWords, notShown, shareWords } from '../pulse-words';

/** A group whose answers are shown, by name. */
export interface Group {
  readonly key: string;
  readonly label: string;
  /** 1 and more for a part of the line above. */
  readonly level: number;
  /** Slug, where it is an organisation. */
  readonly organisation: string | null;
  readonly result: PulseResult;
}

/** As a page shows it, and as a file holds it. */
export interface ResultsTable extends LinesTable {
  readonly hasHidden: boolean;
  readonly file: Table;
}

const number = (text: string) => ({ text, numeric: true });

/** The options of what answers a topic, in the order of the question. @throws RangeError where there is no such version */
export function optionsOf(measure: PulseMeasureId, version: number) {
  const { questions } = pulseMeasures.find(({ id }) => id === measure)!;
  return pulseQuestionsOf(version).find(({ id }) => id === questions[0])?.options ?? [];
}

/** An answer a row, a group a column; how the first group's answers changed stands at the end. */
export function answersTable(
  measure: PulseMeasureId,
  version: number,
  groups: readonly Group[],
  since: string | null,
): ResultsTable {
  const { label } = pulseMeasures.find(({ id }) => id === measure)!;
  const [first] = groups;
  const asked = optionsOf(measure, version);
  const change = since ? [{ text: `${first!.label}: change since ${since}`, numeric: false }] : [];
  const row = (key: string, label: string, figure: (result: PulseResult) => string, changed: string) => ({
    ...{ key, label, level: 0, organisation: null },
    cells: [...groups.map(({ result }) => figure(result)), ...(since ? [changed] : [])],
  });
  return {
    caption: label,
    heading: 'Answer',
    columns: [...groups.map(({ label }) => number(label)), ...change],
    rows: [
      row('base', 'People who answered', baseWords, ''),
      ...asked.map(({ id, label }) =>
        row(id, label, (result) => shareWords(result, id), changeWords(first!.result, id)),
      ),
    ],
    hasHidden: someHidden(groups),
    file: fileOf('Group', measure, version, groups),
  };
}

/** A group a row, an answer a column; the change is of one answer. */
export function groupsTable(
  heading: string,
  measure: PulseMeasureId,
  version: number,
  groups: readonly Group[],
  changing: { readonly option: string; readonly since: string } | null,
): ResultsTable {
  const { label } = pulseMeasures.find(({ id }) => id === measure)!;
  const asked = optionsOf(measure, version);
  const changed = asked.find(({ id }) => id === changing?.option);
  return {
    caption: `${label}, by ${heading.toLowerCase()}`,
    heading,
    columns: [
      number('People who answered'),
      ...asked.map(({ label }) => number(label)),
      ...(changed ? [{ text: `“${changed.label}”: change since ${changing!.since}`, numeric: false }] : []),
    ],
    rows: groups.map(({ key, label, level, organisation, result }) => ({
      ...{ key, label, level, organisation },
      cells: [
        baseWords(result),
        ...asked.map(({ id }) => shareWords(result, id)),
        ...(changed ? [changeWords(result, changed.id).split(':')[0]!] : []),
      ],
    })),
    hasHidden: someHidden(groups),
    file: fileOf(heading, measure, version, groups),
  };
}

function someHidden(groups: readonly Group[]): boolean {
  return groups.some(({ result }) => result.status === 'suppressed');
}

/** Every answer on a line of its own, figures as numbers, which a program reads better than a wide table. */
function fileOf(heading: string, measure: PulseMeasureId, version: number, groups: readonly Group[]): Table {
  const asked = optionsOf(measure, version);
  const tenth = (value: number | undefined) => (value === undefined ? '' : Math.round(value * 10) / 10);
  return {
    columns: [
      ...[heading, 'People who answered', 'Answer', 'Answers', 'Share (%)'],
      ...['Change (percentage points)', 'Margin of the change (percentage points, 95% confidence)'],
    ],
    rows: groups.flatMap(({ label, result }) =>
      asked.map(({ id, label: answer }) => {
        if (result.status === 'suppressed')
          return [label, notShown, answer, notShown, notShown, notShown, notShown];
        const found = result.options.find(({ option }) => option === id);
        const { change } = found ?? {};
        return [
          ...[label, result.base ?? 0, answer, found?.count ?? 0],
          ...[tenth(found?.share), tenth(change?.points), tenth(change?.margin)],
        ];
      }),
    ),
  };
}
