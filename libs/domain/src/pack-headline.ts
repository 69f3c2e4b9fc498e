import { changeSince, disagreement, headlineChange, stageChanges } from './change-sentences.js';
import { formatDate } from './calendar.js';
import { fallingSentence, movedSentence, returnsSentence } from './pack-sentences.js';
import { coverageSentence } from './sentences.js';
import { signalsHeadline } from './signal-words.js';
import { type ComparedWith, type Snapshot, comparedWith } from './snapshot.js';

/** The few sentences to take away, the most telling first. */
export function headlineSentences(snapshot: Snapshot): string[] {
  const { lastQuarter, lastYear } = snapshot.comparisons;
  const all = [
    headlineChange(lastYear.comparison),
    disagreement(lastYear.comparison),
    changeSince(lastQuarter.comparison),
    disagreementSince(snapshot, 'lastQuarter'),
    movedSentence(lastQuarter),
    coverageSentence(snapshot.figures.total),
    signalsHeadline(snapshot.signals.total),
    returnsSentence(snapshot),
    fallingSentence(snapshot),
  ].filter(Boolean);
  return [...new Set(all)];
}

/** Stage by stage, with how each share has changed since then. */
export function changeSentences({ comparisons }: Snapshot, when: ComparedWith): string[] {
  return stageChanges(comparisons[when].comparison).map(({ sentence }) => sentence);
}

/** Where the whole and the same services tell two stories, said with the date that it is about. */
export function disagreementSince({ comparisons }: Snapshot, when: ComparedWith): string {
  const { comparison } = comparisons[when];
  const said = disagreement(comparison);
  return said && `Since ${formatDate(comparison.with)}: ${said}`;
}

export function disagreements(snapshot: Snapshot): string[] {
  return comparedWith.map((when) => disagreementSince(snapshot, when)).filter(Boolean);
}
