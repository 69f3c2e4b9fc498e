import {
  type Grade,
  type OrganisationHistory,
  type PulseQuestionId,
  barrierCategories,
  daysAfter,
  daysBetween,
} from '../../libs/domain/dist/index.js';
import { officeInstant, workingDayBefore } from './dates.ts';
import { type Chosen, type PulseShares, headcounts, namedBarriers, pulseShares } from './pulse-shares.ts';
import { type Random, idOf, randomFor } from './random.ts';
import { tempoOf } from './tempo.ts';
import type { DemonstrationAuditEntry, DemonstrationPulseAnswer, DemonstrationWave } from './types.ts';

/** Three weeks each year; the last one has been open for ten days. */
const opened = [740, 375, 10];
const lasts = 20;

interface Someone {
  readonly organisation: string;
  readonly grade: Grade;
  readonly onDate: string;
  readonly answers: Partial<Record<PulseQuestionId, readonly string[]>>;
}

/** Waves of the pulse survey, oldest first: two that have closed, and one that is open. */
export function pulseWaves(
  organisations: readonly OrganisationHistory[],
  today: string,
): readonly DemonstrationWave[] {
  return pulseShares.map((shares, n) => {
    const opensOn = daysAfter(today, -opened[n]!);
    const closesOn = daysAfter(opensOn, lasts);
    const there = organisations.filter(
      ({ existsFrom, existsTo }) => (existsFrom ?? '') <= opensOn && (existsTo ?? '9999') > opensOn,
    );
    const name = `pulse wave ${n + 1}`;
    return {
      id: idOf(name),
      ...{ opensOn, closesOn },
      made: {
        at: officeInstant(workingDayBefore(opensOn, 14), 0, 10 * 60 + 12),
        by: 'oversight@headway.example',
      },
      answers: answersOf(name, shares, there, [opensOn, closesOn < today ? closesOn : today]),
    };
  });
}

export function pulseDone({ id, opensOn, closesOn, made }: DemonstrationWave): DemonstrationAuditEntry {
  const detail = { opensOn, closesOn, questionsVersion: 1 };
  return { ...made, organisation: null, action: 'pulse.made', subject: id, detail };
}

function answersOf(
  name: string,
  shares: PulseShares,
  organisations: readonly OrganisationHistory[],
  days: readonly [first: string, last: string],
): readonly DemonstrationPulseAnswer[] {
  const random = randomFor(name);
  const slugs = organisations.map(({ slug }) => slug).filter((slug) => headcounts[slug]);
  const people = [
    ...someOf('senior_civil_servant', shares.seniors, slugs),
    ...someOf('grade_6_or_7', shares.gradesSixAndSeven, slugs),
    ...someOf('other', shares.others, slugs),
  ].map((one): Someone => ({ ...one, onDate: dayOf(random, days), answers: {} }));
  const give = (question: PulseQuestionId, among: readonly Someone[], chosen: Chosen) =>
    giveOut(question, ranked(question, among, chosen, random), chosen);
  for (const [question, chosen] of Object.entries(shares.answers))
    give(question as PulseQuestionId, people, chosen);
  const isSenior = ({ grade }: Someone) => grade === 'senior_civil_servant';
  give('confidence', people.filter(isSenior), shares.confidence.seniors);
  give(
    'confidence',
    people.filter((one) => !isSenior(one)),
    shares.confidence.everyoneElse,
  );
  for (const one of people) if (random.chance(0.96)) one.answers.barriers = barriersOf(one, random);
  return people.filter(({ answers }) => Object.keys(answers).length > 0);
}

/** People of a grade by headcount, to the person: the largest remainders are rounded up. */
function someOf(grade: Grade, people: number, slugs: readonly string[]) {
  const all = slugs.reduce((sum, slug) => sum + headcounts[slug]!, 0);
  const exact = slugs.map((slug) => ({ slug, share: (people * headcounts[slug]!) / all }));
  const left = people - exact.reduce((sum, { share }) => sum + Math.floor(share), 0);
  const up = new Set(
    exact
      .toSorted((a, b) => (b.share % 1) - (a.share % 1))
      .slice(0, left)
      .map(({ slug }) => slug),
  );
  return exact.flatMap(({ slug, share }) =>
    Array.from({ length: Math.floor(share) + (up.has(slug) ? 1 : 0) }, () => ({ organisation: slug, grade })),
  );
}

/** Most answer in the first days. */
function dayOf(random: Random, [first, last]: readonly [string, string]): string {
  return daysAfter(first, Math.floor(random.next() ** 2 * (daysBetween(first, last) + 1)));
}

/** As many as the options come to, those of whom the organisation is farthest along first; some do not know. */
function ranked(
  question: PulseQuestionId,
  among: readonly Someone[],
  chosen: Chosen,
  random: Random,
): readonly Someone[] {
  const topic = question.replace(/^(external|internal)_/, '');
  const shuffled = among
    .map((one) => ({ one, place: random.next(), luck: luckOf(random) }))
    .toSorted((a, b) => a.place - b.place);
  const answering = chosen.reduce((sum, [, people]) => sum + people, 0);
  const [, dontKnow] = chosen.find(([option]) => option === 'dont_know')!;
  const score = (one: Someone) => leaning(one.organisation, topic);
  const knowing = shuffled
    .slice(dontKnow, answering)
    .map(({ one, luck }) => ({ one, score: score(one) + luck }))
    .toSorted((a, b) => b.score - a.score);
  return [...knowing, ...shuffled.slice(0, dontKnow)].map(({ one }) => one);
}

/** Staff lean towards what is recorded of their services, and each organisation is a little better or worse at it. */
function leaning(organisation: string, topic: string): number {
  const own = randomFor(`pulse of ${organisation}, ${topic}`).next();
  const [, , , live, redesigned] = tempoOf(organisation).parts;
  return topic === 'online' || topic === 'redesign' ? own + (2.5 * (live + redesigned)) / 100 : 1.2 * own;
}

/** From a Gumbel distribution: whoever leans more is likelier to come first, and nobody is sure to. */
function luckOf(random: Random): number {
  return -Math.log(-Math.log(random.next()));
}

function giveOut(question: PulseQuestionId, people: readonly Someone[], chosen: Chosen): void {
  const options = chosen.flatMap(([option, times]) => Array.from({ length: times }, () => option));
  for (const [n, { answers }] of people.entries()) answers[question] = [options[n]!];
}

function barriersOf({ organisation }: Someone, random: Random): readonly string[] {
  if (random.chance(0.08)) return [random.chance(0.6) ? 'dont_know' : 'none'];
  const named = barrierCategories.filter((category) => {
    const bias = 0.6 + 0.8 * randomFor(`barrier ${category} of ${organisation}`).next();
    return random.chance((bias * namedBarriers[category]!) / 100);
  });
  return named.length > 0 ? named : ['dont_know'];
}
