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

/** Of the services that stood at each stage, the share that stood at each stage later; no row for a stage of none. */
export function movementsChart(matrix: readonly Movement[], width: number): Chart {
  const from = (before: Standing) => matrix.filter((one) => one.before === before);
  const rows = standingsIn(matrix, 'before').filter((before) => addedUp(onFirst(from(before))) > 0);
  const after = standingsIn(matrix, 'after');
  return heatMap({
    title: 'Where the services of each stage stood on the second date',
    description: movementsDescription(matrix),
    rowHeading: 'On the first date',
    columns: after.map(standingLabel),
    rows: rows.map((before) => {
      const whole = addedUp(from(before));
      return {
        label: standingLabel(before),
        cells: after.map((after) => ({
          part: addedUp(from(before).filter((one) => one.after === after)),
          whole,
        })),
      };
    }),
    width,
  });
}

/** Those of services that counted on the first date: without any there is nothing to draw. */
export function onFirst(matrix: readonly Movement[]): Movement[] {
  return matrix.filter(({ before }) => before !== 'absent');
}

/** "74 of the 394 services on the first date stood elsewhere on the second, or no longer counted." */
function movementsDescription(matrix: readonly Movement[]): string {
  const all = addedUp(onFirst(matrix));
  const moved = addedUp(onFirst(matrix).filter(({ before, after }) => before !== after));
  const [total, some] = [all, moved].map((services) => services.toLocaleString('en-GB'));
  const alike = moved === 0 || moved === all;
  const who =
    all === 1 ? 'The only service' : alike ? `All ${total} services` : `${some} of the ${total} services`;
  const stood =
    moved === 0 ? 'at the same stage on the second' : 'elsewhere on the second, or no longer counted';
  return `${who} on the first date stood ${stood}.`;
}
