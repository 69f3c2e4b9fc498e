import { type People, type PulseOrganisationKey, type PulseTree, isSmall, peopleOf } from './pulse-groups.js';
import { grades } from './pulse-questions.js';

/** A question as it was answered. */
export interface Asked {
  readonly answered: People;
  /**
   * Ways to part those who answered: by their one answer; or, where several may be chosen, for each of these
   * into those who chose it and those who did not.
   */
  readonly partings: readonly (readonly People[])[];
}

type Keys = readonly PulseOrganisationKey[];

/** A parting of all who took part: some gave one of its answers, others none. */
interface Parting {
  readonly answers: readonly People[];
  /** By cell, a bit for each answer that somebody there gave; the last one is for giving none. */
  readonly given: readonly number[];
}

/** An organisation with those below it, as it lies in a table. */
interface Group {
  readonly keys: Keys;
  /** The rows that are all in it. */
  readonly rows: readonly number[];
  /** The row of which a part only is in it. */
  readonly partOf?: number;
}

const cellOf = (row: number, grade: number) => row * grades.length + grade;

/**
 * Finds out whether a table tells something of a group of 1 to 9 people: how many they are, how many of them
 * answered a question, or how many of them gave an answer that somebody of them gave.
 *
 * A table has in its rows the organisations shown, each without those below it that are shown too, and in its columns
 * the grades. Of those who took part and of each answer its totals by row and by column are known, and nothing
 * else; nothing ties an answer to one question to an answer to another. So nobody could see that
 *
 * - a person were of another organisation of the same row;
 * - two people of different rows and grades, who gave the same answers, had each other's grade;
 * - of four people, one in each of the cells of two rows and two grades, those who lie crosswise gave the same
 *   answer to a question, and each pair the answer of the other pair.
 *
 * A number is safe where one such *swap* changes it by one: then all that is shown, of all questions together, is as
 * true of two numbers, and no reckoning tells which. A table tells where a number has no swap.
 */
export function disclosures(
  tree: PulseTree,
  everyone: ReadonlySet<PulseOrganisationKey>,
  respondents: People,
): (rest: Keys, asked: readonly Asked[]) => boolean {
  const shown = [...everyone];
  const under = (key: PulseOrganisationKey) => tree.under.get(key)!;
  /** By row; nobody answers for all of government itself. */
  const own = shown.map((key) => {
    const below = new Set(shown.filter((one) => one !== key && under(key).includes(one)).flatMap(under));
    return under(key).filter((one) => one !== null && !below.has(one));
  });
  const byCell = (people: People) =>
    own.flatMap((keys) => grades.map((grade) => peopleOf(people, keys, grade)));
  const took = byCell(respondents);
  const parting = (answers: readonly People[]): Parting => {
    const counts = answers.map(byCell);
    const given = took.map((people, cell) => {
      const none = counts.reduce((left, count) => left - count[cell]!, people);
      return [...counts.map((count) => count[cell]!), none].reduce(
        (bits, count, answer) => (count > 0 ? bits | (1 << answer) : bits),
        0,
      );
    });
    return { answers, given };
  };
  const whole = parting([respondents]);
  const known = new Map<Asked, readonly Parting[]>();
  const partingsOf = (one: Asked) => {
    if (!known.has(one)) known.set(one, one.partings.map(parting));
    return known.get(one)!;
  };

  return (rest, asked) => {
    const inTable = new Set(rest);
    const rows = [...own.keys()].filter((row) => own[row]!.length > 0 && inTable.has(shown[row]!));
    const questions = asked.flatMap(partingsOf);
    const alike = (one: number, other: number) =>
      [whole, ...questions].every(({ given }) => (given[one]! & given[other]!) !== 0);

    const isSafe = (group: Group, grade: number, { given }: Parting, answers: number) => {
      /** Whether somebody moves from the first two cells, or, the other way about, to them. */
      const swaps = (from: number, across: number, beside: number, below: number) => {
        const same = given[from]! & given[across]!;
        return (
          (same & answers) !== 0 && (alike(from, across) || (given[beside]! & given[below]! & ~answers) !== 0)
        );
      };
      if (group.partOf !== undefined && (given[cellOf(group.partOf, grade)]! & answers) !== 0) return true;
      const others = rows.filter((row) => !group.rows.includes(row));
      return group.rows.some((row) =>
        others.some((other) =>
          [...grades.keys()].some((second) => {
            if (second === grade) return false;
            const [here, across] = [cellOf(row, grade), cellOf(other, second)];
            const [beside, below] = [cellOf(row, second), cellOf(other, grade)];
            return swaps(here, across, beside, below) || swaps(beside, below, here, across);
          }),
        ),
      );
    };
    const tellsOf = (group: Group, grade: number, one: Parting) => {
      const counts = one.answers.map((people) => peopleOf(people, group.keys, grades[grade]!));
      if (!isSmall(counts.reduce((sum, count) => sum + count, 0))) return false;
      const any = (1 << counts.length) - 1;
      const each = counts.flatMap((count, answer) => (count > 0 ? [1 << answer] : []));
      return [any, ...each].some((answers) => !isSafe(group, grade, one, answers));
    };

    const groups = [...tree.under.keys()].flatMap((key): Group[] => {
      const keys = under(key).filter((one) => inTable.has(one));
      const held = new Set(keys);
      const all = rows.filter((row) => own[row]!.every((one) => held.has(one)));
      const partOf = rows.find((row) => !all.includes(row) && own[row]!.some((one) => held.has(one)));
      return all.length === rows.length
        ? []
        : [{ keys, rows: all, ...(partOf === undefined ? {} : { partOf }) }];
    });
    const each = rows.length > 1 ? rows.map((row): Group => ({ keys: own[row]!, rows: [row] })) : [];
    return [...groups, ...each].some((group) =>
      [...grades.keys()].some((grade) => [whole, ...questions].some((one) => tellsOf(group, grade, one))),
    );
  };
}
