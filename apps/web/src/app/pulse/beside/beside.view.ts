import { type Audience, uncapitalised } from '@headway/domain';
import { measureOf } from '../pulse.view';
import { barriersBeside } from './barriers-beside';
import { confidenceBeside } from './confidence-beside';
import { type Beside, type Both, type Line, linesOf } from './lines';
import { stageBeside } from './stage-beside';

/** What both leads and staff are asked. */
export const besideTopics = ['online', 'redesign', 'confidence', 'barriers'] as const;
export type BesideTopic = (typeof besideTopics)[number];

/** Null where the person may see nothing of what is recorded. The sentence is of the organisation, slug, or of all. */
export function besideOf(
  topic: BesideTopic,
  both: Both,
  audience: Audience | null,
  organisation: string | null,
): Beside | null {
  const lines = linesOf(both, measureOf(topic, audience));
  const one = lines.find((line) => line.organisation === organisation) ?? lines[0];
  if (!one) return null;
  const beside = besideOne(topic, lines, one, audience);
  const sentence = `${one.label}: ${uncapitalised(beside.sentence)}`;
  return { ...beside, sentence };
}

function besideOne(topic: BesideTopic, lines: readonly Line[], one: Line, audience: Audience | null): Beside {
  if (topic === 'confidence') return confidenceBeside(lines, one);
  if (topic === 'barriers') return barriersBeside(one);
  return stageBeside(topic, lines, one, audience);
}
