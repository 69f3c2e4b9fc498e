import { type Chart, heatMap } from '@headway/charts';
import type { Signals } from '@headway/contract';
import { type Movement, type Standing, addedUp, signalLabels, signals } from '@headway/domain';
import { standingLabel, standingsIn } from './compare/compare-words';

type Row = Signals['byOrganisation'][number];

/** Of each organisation’s services, the share that shows each signal. */
export function signalsChart(rows: readonly Row[], width: number): Chart {
  return heatMap({
    title: 'Share of services that show each signal',
    description: signalsDescription(rows),
    rowHeading: 'Organisation',
    columns: signals.map((signal) => signalLabels[signal]),
    rows: rows.map(({ organisation: { name }, counts }) => ({
      label: name,
      cells: signals.map((signal) =>
        counts.services > 0 ? { part: counts[signal], whole: counts.services } : null,
      ),
    })),
    width,
  });
}

/** "The largest share is in HM Treasury: 8 of 12 services show no data." */
function signalsDescription(rows: readonly Row[]): string {
  const cells = rows.flatMap(({ organisation, counts }) =>
    signals.map((signal) => ({
      name: organisation.name,
      signal,
      part: counts[signal],
      whole: counts.services,
    })),
  );
  const [most] = cells
    .filter(({ part }) => part > 0)
    .toSorted((a, b) => b.part / b.whole - a.part / a.whole || b.part - a.part);
  if (!most) return 'No service shows a signal.';
  const { name, signal, part, whole } = most;
  const services = `${part.toLocaleString('en-GB')} of ${whole.toLocaleString('en-GB')}`;
  return `The largest share is in ${name}, ${signalLabels[signal].toLowerCase()}: ${services}.`;
}

/** Of the services that stood at each stage, the share that stood at each stage later. */
export function movementsChart(matrix: readonly Movement[], width: number): Chart {
  const from = (before: Standing) => matrix.filter((one) => one.before === before);
  const rows = standingsIn(matrix, 'before').filter((before) => before !== 'absent');
  const after = standingsIn(matrix, 'after');
  const moved = addedUp(matrix.filter(({ before, after }) => before !== 'absent' && before !== after));
  const all = addedUp(matrix.filter(({ before }) => before !== 'absent'));
  return heatMap({
    title: 'Where the services of each stage stood on the second date',
    description: `${moved.toLocaleString('en-GB')} of the ${all.toLocaleString('en-GB')} services on the first date stood elsewhere on the second, or no longer counted.`,
    rowHeading: 'On the first date',
    columns: after.map(standingLabel),
    rows: rows.map((before) => {
      const whole = addedUp(from(before));
      return {
        label: standingLabel(before),
        cells: after.map((after) =>
          whole > 0 ? { part: addedUp(from(before).filter((one) => one.after === after)), whole } : null,
        ),
      };
    }),
    width,
  });
}
