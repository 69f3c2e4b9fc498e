import type { Barrier, Service, SubmittedReturn } from '@headway/contract';
import { countOf, formatDate, offices, stageLabels } from '@headway/domain';
import { confidenceWords } from './answers';
import type { Facts } from './facts';

/** A submission with what was known when it was made. */
export interface Submission {
  readonly submitted: Omit<SubmittedReturn, 'before'>;
  readonly facts: Facts;
}

/** What of a return changed between two submissions, a line each: answers, services, targets and barriers. */
export function changesBetween(before: Submission, after: Submission): string[] {
  return [
    ...answerChanges(before.submitted, after.submitted),
    ...serviceChanges(before, after),
    ...barrierChanges(before.facts.barriers, after.facts.barriers),
  ];
}

type Answers = Pick<SubmittedReturn, 'confidence' | 'summary'>;

function answerChanges(before: Answers, after: Answers): string[] {
  const lines: string[] = [];
  if (before.confidence !== after.confidence)
    lines.push(`Confidence: ${confidenceWords(after.confidence)}, was ${confidenceWords(before.confidence)}`);
  if ((before.summary ?? '') !== (after.summary ?? ''))
    lines.push(`What changed, in words: was ${before.summary ? `“${before.summary}”` : 'not said'}`);
  return lines;
}

function serviceChanges(before: Submission, after: Submission): string[] {
  const [then, now] = [byReference(before), byReference(after)];
  const [said, wasSaid] = [confirmedIn(after), confirmedIn(before)];
  const newly = [...said].filter((reference) => !wasSaid.has(reference) && then.has(reference)).length;
  const references = [...new Set([...then.keys(), ...now.keys()])].toSorted();
  const lines = references.flatMap((reference) => {
    const [was, is] = [then.get(reference), now.get(reference)];
    if (!was) return [`${is!.name}: part of the return now`];
    if (!is) return [`${was.name}: no longer part of the return`];
    return differences(was, is).map((line) => `${is.name}: ${line}`);
  });
  return [...lines, ...(newly > 0 ? [`${countOf(newly)} recorded or confirmed besides`] : [])];
}

const byReference = ({ facts }: Submission) => new Map(facts.services.map((one) => [one.reference, one]));
const confirmedIn = ({ facts }: Submission) => new Set(facts.confirmed.map(({ reference }) => reference));

function differences(was: Service, is: Service): string[] {
  const parts: readonly (readonly [label: string, words: (service: Service) => string])[] = [
    ['', stageWords],
    ['offices', officeWords],
    ['evidence', ({ evidenceUrl }) => evidenceUrl ?? 'none'],
    ['name', ({ name }) => name],
    ['senior responsible owner', ({ owner }) => owner ?? 'none'],
    ['address', ({ address }) => address ?? 'none'],
    ['transactions a year', ({ transactionsAYear: number }) => number?.toLocaleString('en-GB') ?? 'not said'],
    ['targets', targetWords],
    ['barriers', ({ barriers }) => String(barriers)],
  ];
  return parts.flatMap(([label, words]) => {
    if (words(was) === words(is)) return [];
    return `${label ? `${label} ` : ''}${words(is)}, was ${words(was)}`;
  });
}

function stageWords({ stage, stageSince, redesignUnderWay }: Service): string {
  if (stage === 'not_recorded') return 'no stage recorded';
  const since = stageSince ? ` since ${formatDate(stageSince)}` : '';
  return `${stageLabels[stage]}${since}${redesignUnderWay ? ' with redesign under way' : ''}`;
}

function officeWords(service: Service): string {
  const stages = offices.map((office) => service[office]);
  return stages.map((stage) => (stage ? stageLabels[stage] : 'not said')).join(', ');
}

function targetWords({ targets }: Service): string {
  const standing = targets.flatMap(({ stage, dueOn }) =>
    dueOn ? [`${stageLabels[stage]} by ${formatDate(dueOn)}`] : [],
  );
  return standing.join(', ') || 'none';
}

/** Of the organisation itself. */
function barrierChanges(before: readonly Barrier[], after: readonly Barrier[]): string[] {
  const [then, now] = [before, after].map((all) => new Map(all.map((one) => [one.id, one])));
  const said = ({ description, nextAction, category }: Barrier) =>
    JSON.stringify([description, nextAction, category]);
  return [
    ...after.filter(({ id }) => !then!.has(id)).map(({ description }) => `Barrier added: ${description}`),
    ...before
      .filter(({ id }) => !now!.has(id))
      .map(({ description }) => `No longer a barrier: ${description}`),
    ...after.flatMap((one) => {
      const was = then!.get(one.id);
      return was && said(was) !== said(one) ? [`Barrier changed: ${one.description}`] : [];
    }),
  ];
}
