import {
  type People,
  type PulseOrganisation,
  type PulseOrganisationKey,
  type PulseTree,
  peopleOf,
  pulseTree,
} from './pulse-groups.js';
import {
  type Grade,
  type PulseAnswers,
  type PulseQuestion,
  type PulseQuestionId,
  grades,
  pulseQuestionsOf,
} from './pulse-questions.js';
import { type PulseGroups, publishableGroups } from './pulse-suppression.js';

/** People who answered for an organisation itself, those below it left out, of one grade. */
export interface PulseTally {
  readonly organisation: string;
  readonly grade: Grade;
  readonly people: number;
}

/** The answers of one wave as a database counts them; what is left out is nought. */
export interface PulseTallies {
  /** All who sent anything. */
  readonly respondents: readonly PulseTally[];
  /** Those of them who answered the question: what its shares are of. */
  readonly answered: readonly (PulseTally & { readonly question: PulseQuestionId })[];
  readonly options: readonly (PulseTally & {
    readonly question: PulseQuestionId;
    readonly option: string;
  })[];
}

/** One wave counted, with the groups of it that are shown. */
export interface PulseCounts {
  readonly version: number;
  readonly tree: PulseTree;
  readonly respondents: People;
  readonly groups: PulseGroups;
  readonly questions: ReadonlyMap<PulseQuestionId, PulseQuestionCounts>;
}

export interface PulseQuestionCounts {
  readonly question: PulseQuestion;
  readonly answered: People;
  readonly options: ReadonlyMap<string, People>;
  readonly groups: PulseGroups;
}

export interface PulseSurvey {
  /** As they were on the day the wave opened. */
  readonly organisations: readonly PulseOrganisation[];
  /** Of the standard questions. */
  readonly version: number;
  readonly tallies: PulseTallies;
}

/**
 * Counts a closed wave, and decides once for all what is shown of it, whatever is asked for later.
 * `secondary` is for the test that shows what happens without it.
 * @throws RangeError where an organisation is not one of the wave's
 */
export function pulseCounts({ organisations, version, tallies }: PulseSurvey, secondary = true): PulseCounts {
  const tree = pulseTree(organisations);
  const people = (all: readonly PulseTally[]) => peopleFrom(tree, all);
  const respondents = people(tallies.respondents);
  const counted = pulseQuestionsOf(version).map((question) => {
    const answered = people(tallies.answered.filter((one) => one.question === question.id));
    const given = Map.groupBy(
      tallies.options.filter((one) => one.question === question.id),
      ({ option }) => option,
    );
    return {
      ...{ question, answered },
      options: new Map(question.options.map(({ id }) => [id, people(given.get(id) ?? [])])),
    };
  });
  const asked = counted.map(({ question, answered, options }) => {
    const chose = [...options.values()];
    return {
      answered,
      partings: question.several ? chose.map((some) => [some, less(answered, some)]) : [chose],
    };
  });
  const groups = publishableGroups(tree, respondents, asked, secondary);
  return {
    ...{ version, tree, respondents },
    groups: groups.respondents,
    questions: new Map(counted.map((one, n) => [one.question.id, { ...one, groups: groups.questions[n]! }])),
  };
}

/** Tallies of answers one by one, each with the organisation of its link. */
export function pulseTallies(
  responses: Iterable<PulseAnswers & { readonly organisation: string }>,
): PulseTallies {
  const respondents: PulseTally[] = [];
  const answered: PulseTallies['answered'][number][] = [];
  const options: PulseTallies['options'][number][] = [];
  for (const { organisation, grade, answers } of responses) {
    const one = { organisation, grade, people: 1 };
    respondents.push(one);
    for (const [id, chosen] of Object.entries(answers)) {
      const question = id as PulseQuestionId;
      answered.push({ ...one, question });
      options.push(...chosen.map((option) => ({ ...one, question, option })));
    }
  }
  return { respondents, answered, options };
}

/** Whether a group of a wave is shown: of one question, or of who took part. */
export function isShown(
  groups: PulseGroups,
  organisation: PulseOrganisationKey,
  grade: Grade | null = null,
): boolean {
  return (grade === null ? groups.everyone : groups.byGrade).has(organisation);
}

/** People who took part, in a group that is shown; null where it is not. */
export function pulseRespondents(
  { tree, respondents, groups }: PulseCounts,
  organisation: PulseOrganisationKey,
  grade: Grade | null = null,
): number | null {
  return isShown(groups, organisation, grade)
    ? peopleOf(respondents, tree.under.get(organisation)!, grade)
    : null;
}

const nobody = () => Object.fromEntries(grades.map((grade) => [grade, 0])) as Record<Grade, number>;

function peopleFrom(tree: PulseTree, tallies: readonly PulseTally[]): People {
  const people = new Map<string, Record<Grade, number>>();
  for (const { organisation, grade, people: more } of tallies) {
    if (!tree.under.has(organisation)) throw new RangeError(`${organisation} is not part of the wave`);
    const own = people.get(organisation) ?? nobody();
    own[grade] += more;
    people.set(organisation, own);
  }
  return people;
}

function less(all: People, some: People): People {
  const rest = ([key, own]: [PulseOrganisationKey, Readonly<Record<Grade, number>>]) => {
    const left = nobody();
    for (const grade of grades) left[grade] = own[grade] - (some.get(key)?.[grade] ?? 0);
    return [key, left] as const;
  };
  return new Map([...all].map(rest));
}
