import type { PulseSurvey } from './pulse-counts.js';
import type { PulseOrganisation } from './pulse-groups.js';
import { type Grade, type PulseQuestionId, grades } from './pulse-questions.js';

/** People of an organisation itself by grade, in their order. */
export type Crowd = readonly [senior: number, sixOrSeven: number, other: number];

/** `dwp/jcp` is jcp, part of dwp. */
export function organisationsOf(paths: readonly string[]): PulseOrganisation[] {
  return paths.map((path) => {
    const [slug, parent = null] = path.split('/').toReversed();
    return { slug: slug!, parent };
  });
}

/** A wave in which everybody of each organisation took part and gave the answers listed, so many of each grade. */
export function survey(
  took: Readonly<Record<string, Crowd>>,
  gave: Readonly<
    Partial<Record<PulseQuestionId, Readonly<Record<string, Readonly<Record<string, Crowd>>>>>>
  > = {},
): PulseSurvey {
  const slugOf = (path: string) => path.split('/').at(-1)!;
  const tallies = (path: string, crowd: Crowd) =>
    grades.map((grade, n) => ({ organisation: slugOf(path), grade, people: crowd[n]! }));
  const options = Object.entries(gave).flatMap(([id, of]) =>
    Object.entries(of!).flatMap(([option, crowds]) =>
      Object.entries(crowds).flatMap(([path, crowd]) =>
        tallies(path, crowd).map((one) => ({ ...one, question: id as PulseQuestionId, option })),
      ),
    ),
  );
  return {
    organisations: organisationsOf(Object.keys(took)),
    version: 1,
    tallies: {
      respondents: Object.entries(took).flatMap(([path, crowd]) => tallies(path, crowd)),
      // One answer each: whoever answered is whoever chose something.
      answered: options.map(({ option: _, ...one }) => one),
      options,
    },
  };
}

/** Of 2,000 people in two departments, 100 of them senior civil servants, so many answered each option. */
function spread(everyone: number, senior: number): Record<string, Crowd> {
  const half = (n: number) => [Math.ceil(n / 2), Math.floor(n / 2)] as const;
  const [s, six] = [half(senior), half(Math.round((everyone - senior) / 4))];
  const rest = half(everyone - senior - six[0] - six[1]);
  return { dwp: [s[0], six[0], rest[0]], hmrc: [s[1], six[1], rest[1]] };
}

type Options = Readonly<Record<string, readonly [everyone: number, senior: number]>>;
const asked = (options: Options) =>
  Object.fromEntries(Object.entries(options).map(([id, counts]) => [id, spread(...counts)]));

/** A wave with the figures of the published survey, and one a year before. */
export function publishedSurvey(year: 'now' | 'before'): PulseSurvey {
  const online = asked(
    year === 'now'
      ? { not_started: [400, 20], in_progress: [1040, 52], live: [280, 14], dont_know: [280, 14] }
      : { not_started: [460, 23], in_progress: [1040, 52], live: [220, 11], dont_know: [280, 14] },
  );
  const redesign = asked({
    not_started: [460, 23],
    in_progress: [1020, 51],
    complete: [220, 11],
    dont_know: [300, 15],
  });
  const confidence = asked({
    very_confident: [340, 12],
    fairly_confident: [700, 40],
    not_very_confident: [500, 28],
    not_at_all_confident: [260, 12],
    dont_know: [200, 8],
  });
  const impact = asked({ significant: [660, 40], some: [840, 40], none: [400, 15], dont_know: [100, 5] });
  return survey(spreadOfAll(confidence), {
    ...{ impact, confidence },
    ...{ external_online: online, internal_online: online },
    ...{ external_redesign: redesign, internal_redesign: redesign },
  });
}

/** As many as answered one question, with a few more who did not. */
function spreadOfAll(
  options: Readonly<Record<string, Readonly<Record<string, Crowd>>>>,
): Record<string, Crowd> {
  const sum = (slug: string) =>
    grades.map((_: Grade, n) =>
      Object.values(options).reduce((all, one) => all + one[slug]![n]!, 10),
    ) as unknown as Crowd;
  return { dwp: sum('dwp'), hmrc: sum('hmrc') };
}
