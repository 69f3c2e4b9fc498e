import type { PulseResult, PulseResults } from '@headway/contract';
import { gradeLabels, pulseMeasures, pulseQuestions, pulseSentence } from '@headway/domain';

/** Not shown, since it is of fewer than 10 people or would tell of fewer. */
const suppressed = '[c]';
/** There is none: no wave before, or nobody to be a share of. */
const none = '[z]';
/** There is one, but the wave before does not show it. */
const notAvailable = '[x]';

const columns = [
  ...['Wave opened', 'Wave closed', 'Question', 'Services asked about', 'Organisation', 'Grade', 'Answer'],
  ...['People who answered', 'Answers', 'Answered so', 'Share (%)', 'Change since the wave before (points)'],
  ...['Margin of error (points)', 'In words'],
];

/** Results as one table, a row for each answer to choose from. Numbers to one decimal place. */
export function resultsTable({ wave, before, organisations, items }: PulseResults) {
  const names = new Map(organisations.map(({ slug, name }) => [slug, name]));
  const seniors = items.filter(({ grade }) => grade === 'senior_civil_servant');
  const rows = items.flatMap((result) => {
    const { label, audience } = pulseMeasures.find(({ id }) => id === result.measure)!;
    const beside = seniors.find(
      ({ measure, organisation }) =>
        result.grade === null && measure === result.measure && organisation === result.organisation,
    );
    const what = [
      ...[wave.opensOn, wave.closesOn, label, audience ? audienceWords[audience] : 'All'],
      result.organisation === null
        ? 'All of government'
        : (names.get(result.organisation) ?? result.organisation),
      result.grade ? gradeLabels[result.grade] : 'Everyone',
    ];
    const words = pulseSentence(result, beside ?? null);
    return numbersOf(result, before !== null, optionLabels(result, wave.questionsVersion)).map((numbers) => [
      ...what,
      ...numbers,
      words,
    ]);
  });
  return { columns, rows };
}

const audienceWords = { external: 'External', internal: 'Internal' } as const;

function numbersOf(
  result: PulseResult,
  hasBefore: boolean,
  labels: readonly string[],
): (string | number)[][] {
  if (result.status === 'suppressed')
    return labels.map((label) => [label, ...Array.from({ length: 6 }, () => suppressed)]);
  if (result.status === 'nobody') return labels.map((label) => [label, 0, 0, 0, none, none, none]);
  return result.options.map(({ label, count, share, change }) => [
    ...[label, result.base!, result.answers!, count, rounded(share)],
    ...(change
      ? [rounded(change.points), rounded(change.margin)]
      : hasBefore
        ? [notAvailable, notAvailable]
        : [none, none]),
  ]);
}

function optionLabels({ measure }: PulseResult, version: number): string[] {
  const [first] = pulseMeasures.find(({ id }) => id === measure)!.questions;
  return pulseQuestions[version]!.find(({ id }) => id === first)!.options.map(({ label }) => label);
}

/** Without a minus before nought. */
function rounded(value: number): number {
  return Number(value.toFixed(1)) || 0;
}
