import { type Chart, stageBar, stackedBars } from '@headway/charts';
import {
  type Counts,
  type Figures,
  type OnlineCounts,
  type RedesignCounts,
  type RedesignState,
  type Stage,
  coverageSentence,
  extremesOf,
  headline,
  liveOrBeyond,
  officeSentence,
  offices,
  onlineLabels,
  onlineSentences,
  onlineStates,
  percent,
  recorded,
  redesignLabels,
  redesignSentences,
  redesignStates,
  stageLabels,
  stages,
} from '@headway/domain';

export const colours: Readonly<Record<Stage, string>> = {
  not_started: '#12436D',
  in_progress: '#28A197',
  live: '#801650',
  redesigned: '#F46A25',
};
/** Nothing done, being done and done look as they do on the way from stage to stage. */
export const redesignColours: Readonly<Record<RedesignState, string>> = {
  not_started: colours.not_started,
  under_way: colours.in_progress,
  complete: colours.redesigned,
};
const series = stages.map((stage) => ({ key: stage, label: stageLabels[stage], colour: colours[stage] }));

/** The recorded services of one count, by stage. */
export function stagesChart(title: string, counts: Counts, width: number): Chart {
  const segments = series.map((one) => ({ ...one, value: counts[one.key] }));
  const description = `${headline(counts)} ${coverageSentence(counts)}`.trim();
  return stageBar({ title, description, segments, unit: 'Services', width });
}

/** Whether users can complete services online; redesigned counts as live. */
export function onlineChart(counts: OnlineCounts, width: number): Chart {
  const segments = onlineStates.map((key) => ({
    ...{ key, label: onlineLabels[key], colour: colours[key] },
    value: counts[key],
  }));
  const description = words(onlineSentences(counts));
  return stageBar({ title: 'Online', description, segments, unit: 'Services', width });
}

/** How far the redesign of what is behind services has got. */
export function redesignChart(counts: RedesignCounts, width: number): Chart {
  const segments = redesignStates.map((key) => ({
    ...{ key, label: redesignLabels[key], colour: redesignColours[key] },
    value: counts[key],
  }));
  const description = words(redesignSentences(counts));
  return stageBar({ title: 'Redesign', description, segments, unit: 'Services', width });
}

/** Organisations beside each other as shares of their recorded services. */
export function organisationsChart(title: string, figures: readonly Figures[], width: number): Chart {
  return barsOf(figures, { title, description: spread(figures), rowHeading: 'Organisation', width });
}

/** The offices beneath each other as shares of the services that say how far each has got. */
export function officesChart(figures: readonly Figures[], width: number): Chart {
  const sentences = figures.flatMap(({ key, counts }) => {
    const office = offices.find((one) => one === key);
    return office ? [{ sentence: officeSentence(office, counts) }] : [];
  });
  const title = 'Front, middle and back office by stage';
  return barsOf(figures, { title, description: words(sentences), rowHeading: 'Office', width });
}

function barsOf(
  figures: readonly Figures[],
  about: { title: string; description: string; rowHeading: string; width: number },
): Chart {
  const rows = figures.map(({ label, level, counts }) => ({
    label,
    level,
    values: stages.map((stage) => counts[stage]),
    text: beside(counts),
  }));
  return stackedBars({ ...about, series, rows, unit: 'Services' });
}

function words(sentences: readonly { sentence: string }[]): string {
  const said = sentences.map(({ sentence }) => sentence).filter(Boolean);
  return said.join(' ') || 'Nothing is recorded.';
}

function beside(counts: Counts): string {
  if (recorded(counts) === 0) return 'nothing recorded';
  return `${percent(liveOrBeyond(counts), counts)} live or beyond`;
}

/** How far apart they are, in a sentence; parts of another line are left out, as they are counted there. */
function spread(figures: readonly Figures[]): string {
  const whole = figures.filter(({ level }) => level === 0);
  const found = extremesOf(whole.map(({ label: name, counts }) => ({ name, counts })));
  if (!found) return 'No organisation has a stage recorded.';
  const [from, to] = [found.highest, found.lowest].map(({ share, where }) => `${share} in ${where}`);
  return `The share that is live or beyond ${from === to ? `is ${from}` : `goes from ${from} to ${to}`}.`;
}
