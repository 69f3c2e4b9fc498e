import {
  type Audience,
  type Counts,
  capitalised,
  liveOrBeyond,
  percent,
  pointsApart,
  recordAndBelief,
  recordAndBeliefSentence,
  recorded,
} from '@headway/domain';
import { baseWords, instead, notShown, shareWords } from '../pulse-words';
import { type Beside, type Line, hidden, number, tenth, words } from './lines';

/** How many services are recorded as live, or redesigned, and how many of the staff say that they are. */
export function stageBeside(
  of: 'online' | 'redesign',
  lines: readonly Line[],
  one: Line,
  audience: Audience | null,
): Beside {
  const countsOf = ({ recorded: { total, byAudience } }: Line) => (audience ? byAudience[audience] : total);
  const part = (counts: Counts) => (of === 'online' ? liveOrBeyond(counts) : counts.redesigned);
  const labels = (
    of === 'online'
      ? ['Services recorded as live or beyond', 'Staff who say services are live']
      : ['Services recorded as redesigned', 'Staff who say redesign is complete']
  ) satisfies [string, string];
  const option = of === 'online' ? 'live' : 'complete';
  const figures = lines.map((line) => ({
    line,
    counts: countsOf(line),
    ...recordAndBelief(of, countsOf(line), line.result),
  }));
  return {
    sentence: recordAndBeliefSentence(of, countsOf(one), one.result),
    labels,
    groups: figures.map(({ line, recorded: is, believed }) => ({
      ...{ label: line.label, level: line.level },
      values: [is ?? 'nothing recorded', believed ?? instead(line.result)],
    })),
    table: {
      caption: of === 'online' ? 'Online: record and belief' : 'Redesign: record and belief',
      heading: 'Organisation',
      columns: [...labels.map(number), number('People who answered'), words('How far apart')],
      rows: figures.map(({ line, counts, gap }) => ({
        ...line,
        cells: [
          recorded(counts) === 0
            ? 'Nothing recorded'
            : `${percent(part(counts), counts)} of ${recorded(counts)}`,
          shareWords(line.result, option),
          baseWords(line.result),
          gap === null ? '' : gapWords(gap),
        ],
      })),
      hasHidden: hidden(lines),
      file: {
        columns: [
          ...['Organisation', 'Services recorded', `${labels[0]} (%)`, 'People who answered'],
          ...[`${labels[1]} (%)`, 'Belief above the record (percentage points)'],
        ],
        rows: figures.map(({ line: { label, result }, counts, recorded: is, believed, gap }) => [
          ...[label, recorded(counts), tenth(is), baseWords(result)],
          ...(result.status === 'suppressed' ? [notShown, notShown] : [tenth(believed), tenth(gap)]),
        ]),
      },
    },
  };
}

/** "12 points apart: staff say less" */
function gapWords(gap: number): string {
  const apart = pointsApart(Math.abs(gap));
  if (apart === 'no points apart') return 'The same';
  return `${capitalised(apart)}: staff say ${gap > 0 ? 'more' : 'less'}`;
}
