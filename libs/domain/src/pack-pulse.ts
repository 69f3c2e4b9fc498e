import { noCounts } from './counts.js';
import { organisationFigures } from './figures.js';
import {
  type PackFigure,
  marginColumn,
  numberColumn,
  pointsColumn,
  rowOfFigures,
  shareColumn,
  suppressed,
  tableOf,
  textColumn,
  toOneDecimal,
} from './pack-columns.js';
import { pulseSentences } from './pack-pulse-sentences.js';
import type { PackColumn, PackTable } from './pack.js';
import { type Grade, gradePhrases, grades, pulseQuestionsOf } from './pulse-questions.js';
import { type PulseMeasureId, type PulseResult, pulseMeasures, pulseResultIn } from './pulse-results.js';
import type { Snapshot, SnapshotPulse } from './snapshot.js';
import { capitalised } from './text.js';

/** Of those who answered; it does not apply where nobody did. */
export const staffColumn = (key: string, header: string): PackColumn =>
  shareColumn(key, header, { blank: 'z', notes: ['pulse_shares'] });
const peopleColumn = (key: string, header: string): PackColumn =>
  numberColumn(key, header, 'people', { notes: ['pulse_people'] });

/** What is shown of a result; null where nobody answered. */
export function figureOf(result: PulseResult, of: (shown: PulseResult) => number | null): PackFigure {
  if (result.status === 'suppressed') return suppressed;
  return result.status === 'nobody' ? null : toOneDecimal(of(result));
}

/** The share of those who gave any of some answers that exclude each other. */
export const shareOf =
  (...ids: readonly string[]) =>
  ({ options }: PulseResult): number =>
    options.filter(({ option }) => ids.includes(option)).reduce((sum, { share }) => sum + share, 0);

const baseOf = ({ status, base }: PulseResult): PackFigure => (status === 'suppressed' ? suppressed : base);

/** Everyone, then each grade. */
const groups = [null, ...grades] as const;
const groupKey = (grade: Grade | null) => grade ?? 'everyone';
const groupLabel = (grade: Grade | null) => (grade ? capitalised(gradePhrases[grade]) : 'Everyone');

/** A row for each answer to each question, in all of government, by grade. */
export function pulseTable(snapshot: Snapshot, pulse: SnapshotPulse): PackTable {
  const share = (grade: Grade | null) => staffColumn(groupKey(grade), groupLabel(grade));
  const columns = [
    textColumn('question', 'Question'),
    textColumn('answer', 'Answer'),
    share(null),
    ...(pulse.before ? changeColumns : []),
    ...grades.map(share),
  ];
  return tableOf({
    ...{ key: 'pulse', name: 'Pulse survey', title: 'What civil servants answered, by grade' },
    ...{ headers: 2, lines: pulseSentences(snapshot), columns },
    rows: pulseMeasures.flatMap(({ id, label, questions }) => {
      const of = (grade: Grade | null) => pulseResultIn(pulse.results, id, null, grade)!;
      const asked = pulseQuestionsOf(pulse.wave.questionsVersion).find((one) => one.id === questions[0])!;
      return asked.options.map((option) => {
        const among = (grade: Grade | null): PackFigure => figureOf(of(grade), shareOf(option.id));
        const change = (part: 'points' | 'margin'): PackFigure =>
          figureOf(
            of(null),
            ({ options }) => options.find((one) => one.option === option.id)?.change?.[part] ?? null,
          );
        return rowOfFigures(`${id} ${option.id}`, columns, [
          label,
          option.label,
          among(null),
          ...(pulse.before ? (['points', 'margin'] as const).map(change) : []),
          ...grades.map(among),
        ]);
      });
    }),
  });
}

const changeColumns = [
  pointsColumn('change', 'Change since the survey before, everyone'),
  marginColumn('margin', 'Margin of error of the change, either way', { notes: ['pulse_margin'] }),
];

/** How many people each of those shares is of. */
export function pulseBasesTable(pulse: SnapshotPulse): PackTable {
  const columns = [
    textColumn('question', 'Question'),
    ...groups.map((grade) => peopleColumn(groupKey(grade), groupLabel(grade))),
  ];
  return tableOf({
    ...{ key: 'pulse_bases', name: 'Pulse survey, who answered', columns },
    title: 'How many civil servants answered each question, by grade',
    rows: pulseMeasures.map(({ id, label }) =>
      rowOfFigures(id, columns, [
        label,
        ...groups.map((grade) => baseOf(pulseResultIn(pulse.results, id, null, grade)!)),
      ]),
    ),
  });
}

interface Shown {
  readonly key: string;
  readonly header: string;
  readonly measure: PulseMeasureId;
  readonly grade?: Grade;
  readonly options: readonly string[];
}

/** What is compared between organisations. */
const compared: readonly Shown[] = [
  { key: 'impact', header: 'Feel an impact', measure: 'impact', options: ['significant', 'some'] },
  {
    ...{ key: 'significant', header: 'Feel a significant impact', measure: 'impact' },
    options: ['significant'],
  },
  { key: 'live', header: 'Services live', measure: 'online', options: ['live'] },
  { key: 'in_progress', header: 'Services in progress', measure: 'online', options: ['in_progress'] },
  { key: 'complete', header: 'Redesign complete', measure: 'redesign', options: ['complete'] },
  {
    ...{ key: 'under_way', header: 'Redesign in progress', measure: 'redesign' },
    options: ['in_progress'],
  },
  {
    ...{ key: 'very_confident', header: 'Very confident', measure: 'confidence' },
    options: ['very_confident'],
  },
  {
    ...{ key: 'senior_very_confident', header: 'Very confident, senior civil servants' },
    ...{ measure: 'confidence', grade: 'senior_civil_servant', options: ['very_confident'] },
  },
];

export function pulseOrganisationsTable(pulse: SnapshotPulse): PackTable {
  return byOrganisation(
    pulse,
    {
      ...{ key: 'pulse_organisations', name: 'Pulse survey by organisation' },
      title: 'What civil servants answered, by organisation',
    },
    compared.map(({ key, header, measure, grade, options }) => ({
      column: staffColumn(key, header),
      figure: (slug) => figureOf(pulseResultIn(pulse.results, measure, slug, grade)!, shareOf(...options)),
    })),
  );
}

/** How many people each of those shares is of. */
export function pulseOrganisationBasesTable(pulse: SnapshotPulse): PackTable {
  const asked: readonly (readonly [key: string, header: string, PulseMeasureId, grade?: Grade])[] = [
    ['impact', 'Impact', 'impact'],
    ['online', 'Services online', 'online'],
    ['redesign', 'Redesign', 'redesign'],
    ['confidence', 'Confidence', 'confidence'],
    ['senior_confidence', 'Confidence, senior civil servants', 'confidence', 'senior_civil_servant'],
  ];
  return byOrganisation(
    pulse,
    {
      ...{ key: 'pulse_organisation_bases', name: 'Pulse by organisation, answered' },
      title: 'How many civil servants answered, by organisation',
    },
    asked.map(([key, header, measure, grade]) => ({
      column: peopleColumn(key, header),
      figure: (slug) => baseOf(pulseResultIn(pulse.results, measure, slug, grade)!),
    })),
  );
}

/** A row for all of government, and for each organisation of the wave, beneath the one that it is part of. */
function byOrganisation(
  { organisations }: SnapshotPulse,
  table: Pick<PackTable, 'key' | 'name' | 'title'>,
  figures: readonly {
    readonly column: PackColumn;
    readonly figure: (slug: string | null) => PackFigure;
  }[],
): PackTable {
  const names = new Map(organisations.map(({ slug, name }) => [slug, name]));
  const wholes = new Map(organisations.map(({ slug, parent }) => [slug, names.get(parent ?? '') ?? null]));
  const columns = [
    textColumn('organisation', 'Organisation'),
    textColumn('part_of', 'Part of'),
    ...figures.map(({ column }) => column),
  ];
  const row = (slug: string | null, label: string, level: number) =>
    rowOfFigures(
      slug ?? allOfGovernmentRow,
      columns,
      [label, wholes.get(slug ?? '') ?? null, ...figures.map(({ figure }) => figure(slug))],
      level,
    );
  const all = organisationFigures(
    organisations.map((organisation) => ({ organisation, counts: noCounts() })),
  );
  return tableOf({
    ...{ ...table, notes: ['agencies'], columns },
    rows: [row(null, 'All of government', 0), ...all.map(({ key, label, level }) => row(key, label, level))],
  });
}

/** No slug has spaces in it. */
export const allOfGovernmentRow = 'all of government';
