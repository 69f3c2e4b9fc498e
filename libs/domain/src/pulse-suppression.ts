import { grades } from './pulse-questions.js';
import {
  type People,
  type PulseNode,
  type PulseOrganisationKey,
  type PulseTree,
  isSmall,
  peopleOf,
  smallestPulseGroup,
} from './pulse-groups.js';

/**
 * The groups of a wave that are shown. A group is an organisation with all below it: everyone, or one grade.
 * Grades of an organisation are shown together or not at all, and only where everyone is.
 *
 * **What is protected.** By adding and subtracting whatever is shown of a wave, no number from 1 to 9 of people
 * can be worked out: not of a group, nor of any set of people whatsoever; and so no answers of such a set.
 * For who took part together with any one question this holds as well for somebody who knows that no number is
 * below nought: neither the size of a group under 10 nor how many in it gave an answer can be worked out.
 *
 * **Why the rule suffices.** Let T be the organisations shown, B those shown by grade as well (B within T).
 * Take from each organisation of T those below it that T shows too: what is left are the *remainders* of T,
 * and they part all people. In the same way the remainders of B; each is a union of remainders of T, and
 * makes a table of which the row totals (remainders of T) and the column totals (grades) are known, and nothing
 * else. What can be worked out linearly is, in each table, a number for each row plus a number for each
 * column. Where that is 0 or 1 in every cell, so that it describes a set of people, either all rows have
 * the same number or all columns have: it is a union of rows, or one of columns. So all sets that can be worked out
 * are unions of rows and of columns, and where none of these is of 1 to 9 people, no such set is.
 * A cell of such a table lies between row plus column less the total, or nought, and the smaller of row and
 * column. That leaves it open by the smallest of the row, the column and what is outside each: by 10 people
 * or more, unless all is in one row, of which the cells are the columns, or the other way about.
 *
 * **Answers** follow their group. An answer's own table has the same rows and columns but may hold 0 in some,
 * and where all who gave the answer are in one row, how many of each grade in that row gave it is known too,
 * however few they are. So grades are shown only where no answer comes from one row, or one grade, alone (and,
 * where some left the question out, each grade of each row can have answered something). All
 * questions show the same groups: were one to hide what another shows, the people of one would bound the
 * answers of the other. A question of which that cannot be so even for all of government shows no
 * grades at all, and one that fewer than half answered is shown for all of government only; then rows of
 * answers and columns of people make one table, and the same reasoning holds. The groups shown are
 * large enough for each question that they are shown for, by those who answered it. That somebody left out a
 * question is no answer, and is not protected.
 *
 * **Several questions** at once bound the same unknown sizes, each in its own way. That such bounds should meet
 * in one number is not ruled out by this reasoning; no sum or difference of what is shown can tell it.
 *
 * **Waves** are of different answers, so no total of one adds up with another's; a change is shown only
 * where both waves show the group, and waves are never pooled. Results must come from a closed wave, by the
 * organisations of its day: an open one, read before and after somebody answers, would tell what they answered.
 *
 * **Unanimity** is shown. Nobody can tell who of a group took part, the rule is about how few people a figure
 * is of, and to hide it would tell it: nothing else hides one answer of a group that is large enough.
 */
export interface PulseGroups {
  readonly everyone: ReadonlySet<PulseOrganisationKey>;
  readonly byGrade: ReadonlySet<PulseOrganisationKey>;
}

/** A question as it was answered: by whom at all, and by whom with each answer. */
export interface Asked {
  readonly answered: People;
  /** Where several may be chosen, those who did not choose an answer too. */
  readonly answers: readonly People[];
}

export interface PublishableGroups {
  /** Of who took part. */
  readonly respondents: PulseGroups;
  /** Of each question, in their order. */
  readonly questions: readonly PulseGroups[];
}

const noGroups: PulseGroups = { everyone: new Set(), byGrade: new Set() };

/**
 * The groups that may be shown. Those too small go first; then, from the bottom up, wherever a remainder is
 * too small or an answer would tell, the smallest group below that mends it. The same answers always give the
 * same groups. `secondary` is for the test that shows what happens without it.
 */
export function publishableGroups(
  tree: PulseTree,
  respondents: People,
  asked: readonly Asked[],
  secondary = true,
): PublishableGroups {
  const under = (key: PulseOrganisationKey) => tree.under.get(key)!;
  const all = under(tree.root.key);
  const total = (key: PulseOrganisationKey) => peopleOf(respondents, under(key));
  const choose = (rules: Pick<Rules, 'may' | 'safe'>) =>
    chosen(tree.root, { may: rules.may, safe: (group) => !secondary || rules.safe(group), total });

  const split = asked.filter(({ answered }) => {
    const base = peopleOf(answered, all);
    return !isSmall(base) && 2 * base >= peopleOf(respondents, all);
  });
  const small = (keys: Keys) =>
    [respondents, ...split.map(({ answered }) => answered)].some((one) => isSmall(peopleOf(one, keys)));
  const everyone = choose({ may: (key) => !small(under(key)), safe: ({ rest }) => !small(rest) });

  const tellsOf = (one: Asked, rest: Keys) => tells(one, respondents, rest, rowsOf(tree, everyone, rest));
  const graded = split.filter((one) => !fewOfAGrade(one.answered, all) && !tellsOf(one, all));
  const few = (keys: Keys) =>
    [respondents, ...graded.map(({ answered }) => answered)].some((one) => fewOfAGrade(one, keys));
  const byGrade = choose({
    may: (key) => everyone.has(key) && !few(under(key)),
    safe: ({ rest }) => !few(rest) && !graded.some((one) => tellsOf(one, rest)),
  });

  const ofQuestion = (one: Asked): PulseGroups => {
    if (graded.includes(one)) return { everyone, byGrade };
    if (split.includes(one)) return { ...noGroups, everyone };
    return everyone.has(tree.root.key) && !isSmall(peopleOf(one.answered, all))
      ? { ...noGroups, everyone: new Set([tree.root.key]) }
      : noGroups;
  };
  return { respondents: { everyone, byGrade }, questions: asked.map(ofQuestion) };
}

type Keys = readonly PulseOrganisationKey[];

/** Whether there is anybody, and fewer than may be shown of any one grade; nobody of one is too few beside others. */
function fewOfAGrade(people: People, keys: Keys): boolean {
  return (
    peopleOf(people, keys) > 0 && grades.some((grade) => peopleOf(people, keys, grade) < smallestPulseGroup)
  );
}

/** A group shown: what of it no group shown below it has, and the nearest of those. */
interface Shown {
  readonly key: PulseOrganisationKey;
  readonly rest: readonly PulseOrganisationKey[];
  readonly below: readonly Shown[];
}

interface Rules {
  readonly may: (key: PulseOrganisationKey) => boolean;
  readonly safe: (group: Shown) => boolean;
  readonly total: (key: PulseOrganisationKey) => number;
}

function chosen(root: PulseNode, rules: Rules): ReadonlySet<PulseOrganisationKey> {
  const settle = (node: PulseNode): Omit<Shown, 'key'> => {
    const parts = node.children.map(settle);
    const rest = [node.key, ...parts.flatMap((part) => part.rest)];
    const below = parts.flatMap((part) => part.below);
    const group = rules.may(node.key) ? mended({ key: node.key, rest, below }, rules) : null;
    return group ? { rest: [], below: [group] } : { rest, below };
  };
  const keys = ({ key, below }: Shown): PulseOrganisationKey[] => [key, ...below.flatMap(keys)];
  return new Set(settle(root).below.flatMap(keys));
}

/** With the smallest of the groups below hidden that make it safe; null where hiding all does not. */
function mended(group: Shown, { safe, total, ...rules }: Rules): Shown | null {
  if (safe(group)) return group;
  const without = group.below
    .filter(({ key }) => total(key) > 0)
    .toSorted((a, b) => total(a.key) - total(b.key) || (a.key! < b.key! ? -1 : 1))
    .map((hidden) => ({
      key: group.key,
      rest: [...group.rest, ...hidden.rest],
      below: [...group.below.filter((one) => one !== hidden), ...hidden.below],
    }));
  const next = without.find(safe) ?? without[0];
  return next ? mended(next, { safe, total, ...rules }) : null;
}

/** The rows of a table: what of it is in each organisation shown, and what is in none of them. */
function rowsOf(tree: PulseTree, everyone: ReadonlySet<PulseOrganisationKey>, rest: Keys): Keys[] {
  const [top] = rest;
  const shown = rest.filter((key) => key !== top && everyone.has(key));
  const rows = shown.map((key) => tree.under.get(key)!.filter((one) => rest.includes(one)));
  const counted = new Set(rows.flat());
  return [...rows, rest.filter((key) => !counted.has(key))];
}

/**
 * Whether the answers of a table tell of a cell: all who gave an answer are in one row or of one grade, while
 * others are elsewhere; or some left the question out, and no answer can be from a grade of a row, so
 * that all of it there could be are those who left it out.
 */
function tells(
  { answered, answers }: Asked,
  respondents: People,
  rest: Keys,
  rows: readonly Keys[],
): boolean {
  const people = peopleOf(respondents, rest);
  const within = (n: number) => n > 0 && n < people;
  const parts = rows.filter((row) => within(peopleOf(respondents, row)));
  const columns = grades.filter((grade) => within(peopleOf(respondents, rest, grade)));
  if (parts.length === 0 || columns.length === 0) return false;
  const tables = answers.map((answer) => ({
    all: peopleOf(answer, rest),
    rows: parts.map((row) => peopleOf(answer, row)),
    columns: columns.map((grade) => peopleOf(answer, rest, grade)),
  }));
  const alone = tables.some(({ all, ...of }) => all > 0 && [...of.rows, ...of.columns].includes(all));
  const open = (row: number, column: number) =>
    tables.some((table) => table.rows[row]! > 0 && table.columns[column]! > 0);
  const allAnswered = peopleOf(answered, rest) === people;
  return alone || !(allAnswered || parts.every((_, row) => columns.every((_, column) => open(row, column))));
}
