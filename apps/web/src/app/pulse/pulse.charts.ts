import { type Chart, groupedBars, heatMap, smallMultiples, stackedBars } from '@headway/charts';
import type { PulseResult } from '@headway/contract';
import { type PulseMeasureId, pulseMeasures } from '@headway/domain';
import { instead, leadingOption } from './pulse-words';
import { type Group, optionsOf } from './results/tables';

/** Colours that GOV.UK's analysts use, and grey for those who do not know. */
const [blue, teal, plum, orange, grey] = ['#12436D', '#28A197', '#801650', '#F46A25', '#767A7D'] as const;
/** Nothing done, being done and done look here as they do for what is recorded. */
const colours: Readonly<Record<string, string>> = {
  ...{ not_started: blue, in_progress: teal, live: plum, complete: orange },
  ...{ significant: blue, some: teal, none: plum },
  ...{ very_confident: blue, fairly_confident: teal, not_very_confident: orange, not_at_all_confident: plum },
  dont_know: grey,
};

/** The answers of groups as parts of a whole each, on one scale; of barriers, of which each may name several, by share. */
export function groupsChart(
  about: { title: string; description: string; rowHeading: string; width: number },
  measure: PulseMeasureId,
  version: number,
  groups: readonly Group[],
): Chart {
  const asked = optionsOf(measure, version);
  if (measure === 'barriers' && about.width < roomForAll) return leadingChart(about, version, groups);
  if (measure === 'barriers')
    return heatMap({
      ...about,
      columns: asked.map(({ label }) => label),
      rows: groups.map(({ label, result }) => ({
        label: result.status === 'shown' ? label : `${label}: ${instead(result)}`,
        cells: asked.map(({ id }) => cellOf(result, id)),
      })),
    });
  return stackedBars({
    ...about,
    unit: 'Answers',
    series: asked.map(({ id, label }) => ({ key: id, label, colour: colours[id]! })),
    rows: groups.map(({ label, level, result }) => ({
      ...{ label, level, text: instead(result) },
      values: asked.map(({ id }) => result.options.find(({ option }) => option === id)?.count ?? 0),
    })),
  });
}

/** Narrower than this not every barrier has room for its share. */
const roomForAll = 600;

/** The barrier that the first group names most, of every group. */
function leadingChart(
  about: { title: string; description: string; rowHeading: string; width: number },
  version: number,
  groups: readonly Group[],
): Chart {
  const option = leadingOption('barriers', groups[0]?.result ?? null);
  const label = optionsOf('barriers', version).find(({ id }) => id === option)?.label ?? '';
  return groupedBars({
    ...about,
    title: `${about.title} (“${label}”)`,
    series: [{ key: option, label, colour: blue }],
    groups: groups.map(({ label: group, level, result }) => ({
      ...{ label: group, level },
      values: [result.options.find((one) => one.option === option)?.share ?? instead(result)],
    })),
  });
}

function cellOf(result: PulseResult, id: string) {
  const found = result.options.find(({ option }) => option === id);
  return found ? { part: found.count, whole: result.answers! } : null;
}

/** Each barrier with how many name it, of two groups at most. */
export function barriersChart(
  about: { title: string; description: string; width: number },
  version: number,
  groups: readonly Group[],
): Chart {
  const shown = groups.slice(0, 2);
  return groupedBars({
    ...about,
    rowHeading: 'Barrier',
    series: shown.map(({ key, label }, n) => ({ key, label, colour: [blue, orange][n]! })),
    groups: optionsOf('barriers', version).map(({ id, label }) => ({
      label,
      values: shown.map(
        ({ result }) => result.options.find(({ option }) => option === id)?.share ?? instead(result),
      ),
    })),
  });
}

/** What is recorded and what staff say, beneath each other. */
export function besideChart(
  about: { title: string; description: string; rowHeading: string; width: number },
  labels: readonly [recorded: string, said: string],
  groups: readonly { label: string; level?: number; values: readonly (number | string)[] }[],
): Chart {
  return groupedBars({
    ...about,
    series: labels.map((label, n) => ({ key: label, label, colour: [blue, orange][n]! })),
    groups,
  });
}

/** The share of one answer, wave by wave, in every group. */
export function wavesChart(
  about: { title: string; description: string; rowHeading: string; width: number },
  measure: PulseMeasureId,
  periods: readonly string[],
  panels: readonly { key: string; label: string; text: string; values: readonly (number | null)[] }[],
): Chart {
  const { topic } = pulseMeasures.find(({ id }) => id === measure)!;
  return smallMultiples({ ...about, periods, panels, colour: topic === 'online' ? plum : blue });
}
