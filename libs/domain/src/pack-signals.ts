import { organisationFigures } from './figures.js';
import { noCounts } from './counts.js';
import {
  dateColumn,
  numberColumn,
  rowOf,
  shareColumn,
  tableOf,
  textColumn,
  toOneDecimal,
} from './pack-columns.js';
import type { PackTable } from './pack.js';
import { type FoundSignal, signals } from './signal.js';
import { signalDefinition, signalLabels, signalSentence } from './signal-words.js';
import type { Snapshot } from './snapshot.js';
import { stageLabels } from './stage.js';

/** How many services show each signal, with what it means and the threshold it was worked out with. */
export function signalsTable({ signals: { total }, thresholds }: Snapshot): PackTable {
  const part = (services: number) =>
    total.services === 0 ? null : toOneDecimal((100 * services) / total.services);
  return tableOf({
    ...{ key: 'signals', name: 'Signals', title: 'Services that show a signal' },
    columns: [
      textColumn('signal', 'Signal'),
      numberColumn('services', 'Number', 'services'),
      shareColumn('share', 'Share of all services', { notes: [] }),
      textColumn('meaning', 'Meaning'),
    ],
    rows: [
      rowOf('any', [
        'Any signal',
        total.any,
        part(total.any),
        'At least one of the signals below; each service once.',
      ]),
      ...signals.map((signal) =>
        rowOf(signal, [
          signalLabels[signal],
          total[signal],
          part(total[signal]),
          signalDefinition(signal, thresholds),
        ]),
      ),
    ],
  });
}

export function organisationSignalsTable({ signals: { byOrganisation } }: Snapshot): PackTable {
  const counts = new Map(byOrganisation.map((one) => [one.organisation.slug, one.counts]));
  const names = new Map(byOrganisation.map(({ organisation: { slug, name } }) => [slug, name]));
  const parents = new Map(byOrganisation.map(({ organisation: { slug, parent } }) => [slug, parent]));
  const lines = organisationFigures(
    byOrganisation.map(({ organisation }) => ({ organisation, counts: noCounts() })),
  );
  return tableOf({
    ...{
      key: 'organisation_signals',
      name: 'Signals by organisation',
      title: 'Services that show a signal, by organisation',
    },
    notes: ['agencies'],
    columns: [
      textColumn('organisation', 'Organisation'),
      textColumn('part_of', 'Part of'),
      numberColumn('services', 'All', 'services'),
      numberColumn('any', 'Any signal', 'services'),
      ...signals.map((signal) => numberColumn(signal, signalLabels[signal], 'services')),
    ],
    rows: lines.map(({ key, label, level }) => {
      const tally = counts.get(key)!;
      const figures = [tally.services, tally.any, ...signals.map((signal) => tally[signal])];
      return rowOf(key, [label, names.get(parents.get(key) ?? '') ?? null, ...figures], level);
    }),
  });
}

/** A row for each signal of each service, with the dates that caused it. */
export function signalledTable({ signals: { services } }: Snapshot): PackTable {
  return tableOf({
    ...{ key: 'signalled', name: 'Services with signals', headers: 2 },
    title: 'Services that show a signal, with what caused it',
    columns: [
      textColumn('reference', 'Reference'),
      textColumn('service', 'Service'),
      textColumn('organisation', 'Organisation'),
      textColumn('stage', 'Stage'),
      textColumn('signal', 'Signal'),
      dateColumn('since', 'Since'),
      textColumn('cause', 'Cause'),
      textColumn('owner', 'Senior responsible owner'),
    ],
    rows: services.flatMap(({ reference, name, organisation, owner, stage, signals: found }) =>
      found.map((one) =>
        rowOf(`${reference} ${one.signal}${targetOf(one)}`, [
          ...[reference, name, organisation, stageLabels[stage], signalLabels[one.signal]],
          ...[one.began, signalSentence(one), owner],
        ]),
      ),
    ),
  });
}

function targetOf(found: FoundSignal): string {
  return found.signal === 'slipped' ? ` ${found.target}` : '';
}
