import {
  type ColumnChoice,
  type ImportColumn,
  type ImportHeading,
  type ImportReport,
  importColumnNames,
  importColumns,
  neededColumns,
} from '@headway/contract';
import type { SelectOption, SummaryError } from '@headway/govuk';

/** What a select says where a heading is left out. */
export const leftOut = '';

export const columnOptions: readonly SelectOption[] = [
  { value: leftOut, text: 'Leave it out' },
  ...importColumnNames.map((value) => ({ value, text: importColumns[value] })),
];

/** The fields of the step, by the letter of their column. */
export type Chosen = Readonly<Record<string, string>>;

export function fieldId({ letter }: Pick<ImportHeading, 'letter'>): string {
  return `column-${letter}`;
}

/** Headings that can be told apart: of two that are the same only the first can be chosen for. */
export function distinct(headings: readonly ImportHeading[]): ImportHeading[] {
  const plain = ({ heading }: ImportHeading) => heading.toLowerCase();
  return headings.filter(
    (one, index) => headings.findIndex((other) => plain(other) === plain(one)) === index,
  );
}

/** Whether somebody has to say what columns mean: one that is needed is not known, or one may mean something. */
export function mustChoose({ headings }: Pick<ImportReport, 'headings'>): boolean {
  const known = new Set(headings.map(({ column }) => column));
  return neededColumns.some((column) => !known.has(column)) || headings.some(({ suggestion }) => suggestion);
}

/** What each select shows at first: how the heading is read, else what it may mean. */
export function firstChoice(headings: readonly ImportHeading[]): Chosen {
  return Object.fromEntries(
    headings.map(({ letter, column, suggestion }) => [letter, column ?? suggestion ?? leftOut]),
  );
}

/** What is wrong with a choice: a needed column that nothing stands for, or two headings for one. */
export function wrongWithChoice(
  headings: readonly ImportHeading[],
  chosen: Chosen,
): Required<SummaryError>[] {
  const errors: Required<SummaryError>[] = [];
  // Most likely it is one that is left out so far.
  const candidate = headings.find(({ letter }) => !chosen[letter]) ?? headings[0]!;
  for (const column of importColumnNames) {
    const those = headings.filter(({ letter }) => chosen[letter] === column);
    const label = importColumns[column];
    if (those.length === 0 && neededColumns.includes(column))
      errors.push({
        text: `Select which column is the ${label.toLowerCase()}`,
        href: `#${fieldId(candidate)}`,
      });
    for (const again of those.slice(1))
      errors.push({
        text: `${label} is chosen already, for ${those[0]!.heading}`,
        href: `#${fieldId(again)}`,
      });
  }
  return errors;
}

/** As much as goes into an address, and is remembered at once. */
const longestChoice = 4_000;
const mostChoices = 100;

/** What is to be sent: all that is not known without being said; of very many headings only those that matter. */
export function choiceOf(headings: readonly ImportHeading[], chosen: Chosen): ColumnChoice {
  const meaning = ({ letter }: ImportHeading) => (chosen[letter] || null) as ImportColumn | null;
  const said = headings.filter(
    (one) => one.by === null || one.by === 'choice' || meaning(one) !== one.column,
  );
  const choice = (those: readonly ImportHeading[]): ColumnChoice =>
    Object.fromEntries(those.map((one) => [one.heading, meaning(one)]));
  const all = choice(said);
  if (said.length <= mostChoices && JSON.stringify(all).length <= longestChoice) return all;
  return choice(
    said.filter((one) => meaning(one) !== null || one.column !== null || one.suggestion !== null),
  );
}
