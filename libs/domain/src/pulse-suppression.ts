import { grades } from './pulse-questions.js';
import { type Asked, disclosures } from './pulse-disclosure.js';
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
 * Nor can the size of a group of 1 to 9, how many of it answered a question, or how many gave an answer be worked
 * out in any other way from all that is shown, of all questions together, as by knowing that no number is below nought.
 *
 * **Why the rule suffices.** Let T be the organisations shown, B those shown by grade as well (B within T).
 * Take from each organisation of T those below it that T shows too: what is left are the *remainders* of T,
 * and they part all people. In the same way the remainders of B; each is a union of remainders of T, and
 * makes a table of which the row totals (remainders of T) and the column totals (grades) are known, and nothing
 * else. What can be worked out linearly is, in each table, a number for each row plus a number for each
 * column. Where that is 0 or 1 in every cell, so that it describes a set of people, either all rows have
 * the same number or all columns have: it is a union of rows, or one of columns. So all sets that can be worked out
 * are unions of rows and of columns, and where none of these is of 1 to 9 people, no such set is.
 *
 * That a number is not the sum or difference of others does not leave it open: what is above and below it may
 * meet, within one question (all who gave an answer are in one row) or between two of them. So grades are
 * shown only where for each number protected there is another that would look the same: `disclosures` says how.
 * All questions show the same groups: were one to hide what another shows, the people of one would
 * bound the answers of the other. A question that would tell beside those before it, even for all of
 * government, shows no grades, and one that fewer than half answered is shown for all of government only. Where no
 * grades are shown, people of one organisation may change their answers with each other, and of one
 * remainder their organisations: nobody would see it. The groups shown are large enough for each
 * question that they are shown for, by those who answered it. That somebody left out a question is no answer,
 * and is not protected.
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

  const tells = disclosures(tree, everyone, respondents);
  const graded = split.reduce<readonly Asked[]>(
    (kept, one) => (fewOfAGrade(one.answered, all) || tells(all, [...kept, one]) ? kept : [...kept, one]),
    [],
  );
  const few = (keys: Keys) =>
    [respondents, ...graded.map(({ answered }) => answered)].some((one) => fewOfAGrade(one, keys));
  const byGrade = choose({
    may: (key) => everyone.has(key) && !few(under(key)),
    safe: ({ rest }) => !few(rest) && !tells(rest, graded),
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
