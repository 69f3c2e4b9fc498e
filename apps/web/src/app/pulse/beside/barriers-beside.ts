import { barriersBeside as besideEachOther, percent } from '@headway/domain';
import { instead, notShown, shareWords } from '../pulse-words';
import { type Beside, type Line, number, tenth } from './lines';

/** Barriers that are recorded and not resolved, and how many of the staff name them. */
export function barriersBeside({ label, recorded: { openBarriers }, result }: Line): Beside {
  const open = Object.values(openBarriers).reduce((sum, n) => sum + n, 0);
  const both = besideEachOther(openBarriers, result);
  const labels = ['Share of the barriers recorded', 'Staff who name it'] satisfies [string, string];
  const shareOf = (count: number) => (open === 0 ? null : (100 * count) / open);
  const named = both.toSorted((a, b) => (b.believed ?? 0) - (a.believed ?? 0))[0]!;
  const belief =
    named.believed === null
      ? `what staff name is not shown`
      : `staff name ${named.label.toLowerCase()} most (${shareWords(result, named.category)})`;
  return {
    sentence: `${recordWords(open, both)}; ${belief}.`,
    labels,
    groups: both.map((one) => ({
      label: one.label,
      values: [shareOf(one.recorded) ?? 'nothing recorded', one.believed ?? instead(result)],
    })),
    table: {
      caption: `Barriers in ${label === 'All of government' ? 'all of government' : label}: recorded, and named by staff`,
      heading: 'Barrier',
      columns: [number('Open barriers recorded'), ...labels.map(number)],
      rows: both.map((one) => ({
        ...{ key: one.category, label: one.label, level: 0, organisation: null },
        cells: [
          one.recorded.toLocaleString('en-GB'),
          open === 0 ? '' : percent(one.recorded, { services: open, not_recorded: 0 }),
          shareWords(result, one.category),
        ],
      })),
      hasHidden: result.status === 'suppressed',
      file: {
        columns: ['Barrier', 'Open barriers recorded', ...labels.map((one) => `${one} (%)`)],
        rows: both.map((one) => [
          ...[one.label, one.recorded, tenth(shareOf(one.recorded))],
          result.status === 'suppressed' ? notShown : tenth(one.believed),
        ]),
      },
    },
  };
}

/** "4 open barriers are recorded, skills the most frequent (3)" */
function recordWords(open: number, kinds: readonly { label: string; recorded: number }[]): string {
  if (open === 0) return 'No open barrier is recorded';
  const most = Math.max(...kinds.map(({ recorded }) => recorded));
  const [first, ...others] = kinds.filter(({ recorded }) => recorded === most);
  const kind = first!.label.toLowerCase();
  if (open === 1) return `1 open barrier is recorded: ${kind}`;
  const which =
    others.length > 0
      ? 'no kind more frequent than the others'
      : `${kind} the most frequent (${most.toLocaleString('en-GB')})`;
  return `${open.toLocaleString('en-GB')} open barriers are recorded, ${which}`;
}
