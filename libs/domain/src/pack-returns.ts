import { londonDate } from './calendar.js';
import { confidenceLabels } from './confidence.js';
import { dateColumn, numberColumn, rowOf, tableOf, textColumn, yesNo } from './pack-columns.js';
import type { PackTable } from './pack.js';
import { quarterName } from './quarter.js';
import { returnStateLabels } from './return.js';
import type { Snapshot } from './snapshot.js';

/** How confident each organisation is that planned transformation will be completed. */
export function confidenceTable({ returns }: Snapshot): PackTable {
  return tableOf({
    ...{ key: 'confidence', name: 'Confidence' },
    title: 'Confidence that planned transformation will be completed',
    columns: [
      textColumn('organisation', 'Organisation'),
      textColumn('confidence', 'Confidence', { blank: 'x' }),
      textColumn('before', 'In the last return before'),
      textColumn('before_quarter', 'Quarter of that return'),
      textColumn('fell', 'Lower than before', { blank: 'x' }),
      textColumn('summary', 'What has changed', { blank: 'x' }),
    ],
    rows: returns.map(
      ({ organisation: { slug, name }, confidence, confidenceBefore: before, fell, summary }) =>
        rowOf(slug, [
          name,
          confidence && confidenceLabels[confidence],
          before && confidenceLabels[before.confidence],
          before && quarterName(before.quarter),
          confidence && before ? yesNo(fell) : null,
          summary,
        ]),
    ),
  });
}

/** How far each organisation had got with its return, and who stands for it. */
export function returnsTable({ returns }: Snapshot): PackTable {
  const day = (instant: string | null) => instant && londonDate(new Date(instant));
  return tableOf({
    ...{ key: 'returns', name: 'Return status', title: 'Returns when the quarter was closed' },
    notes: ['agencies'],
    columns: [
      textColumn('organisation', 'Organisation'),
      textColumn('state', 'State'),
      dateColumn('submitted_on', 'Submitted on'),
      textColumn('submitted_by', 'Submitted by'),
      dateColumn('signed_off_on', 'Signed off on'),
      textColumn('signed_off_by', 'Signed off by'),
      textColumn('excused', 'Why excused'),
      numberColumn('services', 'Services', 'services', { blank: 'x' }),
      numberColumn('not_recorded', 'Without a stage', 'services', { blank: 'x' }),
    ],
    rows: returns.map((one) =>
      rowOf(one.organisation.slug, [
        one.organisation.name,
        returnStateLabels[one.state],
        ...[day(one.submittedAt), one.submittedBy, day(one.signedOffAt), one.signedOffBy],
        one.excused,
        ...[one.counts?.services ?? null, one.counts?.not_recorded ?? null],
      ]),
    ),
  });
}
