import { formatDate } from './calendar.js';
import { recordAndBeliefSentence } from './pulse-beliefs.js';
import { pulseResultIn, pulseTopics } from './pulse-results.js';
import { pulseSentence } from './pulse-sentences.js';
import type { Snapshot, SnapshotPulse, SnapshotWave } from './snapshot.js';

/** Which survey it was, how many answered, and what they said, a sentence for each question. */
export function pulseSentences({ pulse, revision }: Snapshot): string[] {
  if (!pulse) return [];
  const { wave, before } = pulse;
  return [
    `Civil servants were surveyed ${daysOf(wave)}: the last survey to end before this quarter was ${revision === 1 ? '' : 'first '}closed.`,
    before ? `Changes are since the survey ${daysOf(before)}.` : '',
    basesSentence(pulse),
    ...pulseTopics.map((topic) => {
      // Beside one figure another is plain; beside several it would not be said which it goes with.
      const beside =
        topic === 'confidence' ? pulseResultIn(pulse.results, topic, null, 'senior_civil_servant') : null;
      return pulseSentence(pulseResultIn(pulse.results, topic)!, beside);
    }),
  ].filter(Boolean);
}

/** What leads recorded by the quarter's last day, beside what staff say. */
export function besideSentences({ pulse, figures }: Snapshot): string[] {
  if (!pulse) return [];
  return (['online', 'redesign'] as const).map((of) =>
    recordAndBeliefSentence(of, figures.total, pulseResultIn(pulse.results, of)!),
  );
}

function daysOf({ opensOn, closesOn }: SnapshotWave): string {
  return `from ${formatDate(opensOn)} to ${formatDate(closesOn)}`;
}

/** "Between 1,950 and 2,000 people answered each question." Of those that are shown: each says of itself if it is not. */
function basesSentence(pulse: SnapshotPulse): string {
  const shown = pulseTopics
    .map((topic) => pulseResultIn(pulse.results, topic)!)
    .filter(({ status }) => status === 'shown')
    .map(({ base }) => base!);
  if (shown.length === 0) return '';
  const [least, most] = [Math.min(...shown), Math.max(...shown)].map((n) => n.toLocaleString('en-GB'));
  const people = least === most ? least : `Between ${least} and ${most}`;
  return `${people} people answered each question${shown.length < pulseTopics.length ? ' that is shown' : ''}.`;
}
