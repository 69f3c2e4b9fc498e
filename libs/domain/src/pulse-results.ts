import { type PulseCounts, isShown } from './pulse-counts.js';
import { type PulseOrganisationKey, allOfGovernment, peopleOf } from './pulse-groups.js';
import { type PulseChange, changeOfShare } from './pulse-margin.js';
import { type Grade, type PulseQuestionId, grades } from './pulse-questions.js';
import type { Audience } from './service.js';

/** What results are of: a question, or the same question about external and internal services taken together. */
export const pulseTopics = ['impact', 'online', 'redesign', 'confidence', 'barriers'] as const;
export type PulseTopic = (typeof pulseTopics)[number];

export const pulseMeasureIds = [
  'impact',
  'online',
  'external_online',
  'internal_online',
  'redesign',
  'external_redesign',
  'internal_redesign',
  'confidence',
  'barriers',
] as const;
export type PulseMeasureId = (typeof pulseMeasureIds)[number];

export interface PulseMeasure {
  readonly id: PulseMeasureId;
  readonly topic: PulseTopic;
  readonly audience: Audience | null;
  readonly label: string;
  readonly questions: readonly PulseQuestionId[];
}

const one = (
  id: PulseQuestionId & PulseMeasureId,
  topic: PulseTopic,
  label: string,
  audience?: Audience,
) => ({
  ...{ id, topic, label, questions: [id] },
  audience: audience ?? null,
});

export const pulseMeasures: readonly PulseMeasure[] = [
  one('impact', 'impact', 'Impact of digital on work'),
  {
    ...{ id: 'online', topic: 'online', audience: null, label: 'Services online' },
    questions: ['external_online', 'internal_online'],
  },
  one('external_online', 'online', 'External services online', 'external'),
  one('internal_online', 'online', 'Internal services online', 'internal'),
  {
    ...{ id: 'redesign', topic: 'redesign', audience: null, label: 'Redesign' },
    questions: ['external_redesign', 'internal_redesign'],
  },
  one('external_redesign', 'redesign', 'Redesign of external services', 'external'),
  one('internal_redesign', 'redesign', 'Redesign of internal services', 'internal'),
  one('confidence', 'confidence', 'Confidence that planned transformation will be completed'),
  one('barriers', 'barriers', 'Barriers'),
];

/** One group's answers in one wave. A group is an organisation with those below it: everyone, or one grade. */
export interface PulseResult {
  readonly measure: PulseMeasureId;
  readonly organisation: PulseOrganisationKey;
  readonly grade: Grade | null;
  /** `suppressed`: of fewer than 10 people, or telling of fewer; `nobody`: no one answered. */
  readonly status: 'shown' | 'nobody' | 'suppressed';
  /** People who answered; of two questions, those who answered the one that more did. Null where suppressed. */
  readonly base: number | null;
  /** What shares are of: the base, or the answers to both questions. Null where suppressed. */
  readonly answers: number | null;
  /** In the order of the question; none unless shown. */
  readonly options: readonly PulseResultOption[];
}

export interface PulseResultOption {
  readonly option: string;
  readonly label: string;
  /** How many answered so. */
  readonly count: number;
  /** Of the answers, in per cent, not rounded. Where several may be chosen, shares come to more than 100. */
  readonly share: number;
  /** Since the wave before, where that shows the group as well. */
  readonly change: PulseChange | null;
}

export interface PulseQuery {
  /** All of government and each organisation, unless given. */
  readonly organisations?: readonly PulseOrganisationKey[];
  /** Everyone, and each grade beside, unless given. */
  readonly grades?: readonly (Grade | null)[];
  readonly topics?: readonly PulseTopic[];
  /** Leaves out what asks about the other audience, or about both. */
  readonly audience?: Audience;
}

/** What is published of a wave, beside the wave before where there is one: by measure, organisation and grade. */
export function pulseResults(
  now: PulseCounts,
  before: PulseCounts | null,
  query: PulseQuery = {},
): PulseResult[] {
  const { organisations = [...now.tree.under.keys()].toReversed(), grades: of = [null, ...grades] } = query;
  return pulseMeasures
    .filter(({ topic }) => query.topics?.includes(topic) ?? true)
    .filter(({ audience, questions }) =>
      query.audience ? audience === query.audience || (!audience && questions.length === 1) : true,
    )
    .flatMap(({ id }) =>
      organisations.flatMap((organisation) =>
        of.map((grade) => pulseResult(now, before, id, organisation, grade)),
      ),
    );
}

/** One result; of an organisation that was not part of the wave it is as of one in which nobody answered. */
export function pulseResult(
  now: PulseCounts,
  before: PulseCounts | null,
  measure: PulseMeasureId,
  organisation: PulseOrganisationKey = allOfGovernment,
  grade: Grade | null = null,
): PulseResult {
  const of = { measure, organisation, grade };
  const { questions } = pulseMeasures.find(({ id }) => id === measure)!;
  const counted = countedOf(now, questions, organisation, grade);
  if (!counted) return { ...of, status: 'suppressed', base: null, answers: null, options: [] };
  const { base, answers } = counted;
  if (base === 0) return { ...of, status: 'nobody', base, answers, options: [] };
  const was = before && countedOf(before, questions, organisation, grade);
  const options = now.questions.get(questions[0]!)!.question.options.map(({ id, label }) => {
    const count = counted.counts.get(id)!;
    const earlier = was?.counts.get(id);
    const change =
      earlier === undefined ? null : changeOfShare(people(earlier, was!), people(count, counted));
    return { option: id, label, count, share: (100 * count) / answers, change };
  });
  return { ...of, status: 'shown', base, answers, options };
}

/** The result of a group: everyone in all of government unless said otherwise; null where the wave has none. */
export function pulseResultIn<Result extends Pick<PulseResult, 'measure' | 'organisation' | 'grade'>>(
  results: readonly Result[],
  measure: PulseMeasureId,
  organisation: PulseOrganisationKey = allOfGovernment,
  grade: Grade | null = null,
): Result | null {
  const is = (one: Result) =>
    one.measure === measure && one.organisation === organisation && one.grade === grade;
  return results.find(is) ?? null;
}

interface Counted {
  readonly base: number;
  readonly answers: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** Null where any of the questions does not show the group, or was not asked. */
function countedOf(
  { tree, questions: asked }: PulseCounts,
  questions: readonly PulseQuestionId[],
  organisation: PulseOrganisationKey,
  grade: Grade | null,
): Counted | null {
  const keys = tree.under.get(organisation) ?? [];
  const all = questions.map((id) => asked.get(id));
  if (!all.every((question) => question !== undefined)) return null;
  if (keys.length > 0 && !all.every(({ groups }) => isShown(groups, organisation, grade))) return null;
  const bases = all.map(({ answered }) => peopleOf(answered, keys, grade));
  const counts = new Map<string, number>();
  for (const { options } of all)
    for (const [id, chose] of options) counts.set(id, (counts.get(id) ?? 0) + peopleOf(chose, keys, grade));
  return { base: Math.max(...bases), answers: bases.reduce((sum, n) => sum + n, 0), counts };
}

/**
 * A share as if of people: the same person's answers about external and about internal services are not two
 * people's, so for a margin two questions together count no more than the one that more people answered.
 */
function people(count: number, { base, answers }: Counted) {
  return { count: answers === 0 ? 0 : (count * base) / answers, base };
}
