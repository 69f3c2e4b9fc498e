import { type Return, ReturnDraft } from '@headway/contract';
import { type Confidence, confidenceLabels, confidences, returnBroken } from '@headway/domain';
import * as z from 'zod';
import type { Detail } from '../../platform/three-way';
import { unsaidOf } from './return-words';

/** What a lead says beside the stages, as the fields of the page hold it: a tick is a list of one. */
export interface Answers {
  readonly restUnchanged: readonly string[];
  readonly confidence: string;
  readonly summary: string;
  readonly reviewed: readonly string[];
}

export const ticked: readonly string[] = ['yes'];
/** After changes were requested every tick is asked again, also those that were kept in the browser. */
export const untick = { restUnchanged: [], reviewed: [] } satisfies Partial<Answers>;
export const blankAnswers: Answers = { restUnchanged: [], confidence: '', summary: '', reviewed: [] };

/** Where nothing was answered yet, confidence is what it was in the last return. */
export function answersOf(found: Return): Answers {
  return {
    restUnchanged: found.restUnchanged ? ticked : [],
    confidence:
      found.confidence ?? (found.state === 'not_started' ? found.confidenceBefore?.confidence : null) ?? '',
    summary: found.summary ?? (found.state === 'not_started' ? found.draftedSummary : null) ?? '',
    reviewed: found.reviewed ? ticked : [],
  };
}

const tick = z.array(z.string()).transform((all) => all.length > 0);

/** From what is typed to what the contract takes; held to what must not be missing, where it is to be submitted. */
export function answersForm(found: Return | null, complete: boolean) {
  return z
    .object({
      restUnchanged: tick,
      confidence: z.string().transform((typed) => confidences.find((one) => one === typed) ?? null),
      summary: ReturnDraft.shape.summary.unwrap(),
      reviewed: tick,
    })
    .transform((draft) => ({
      ...draft,
      summaryDrafted: draft.summary !== null && draft.summary === (found?.draftedSummary ?? null),
    }))
    .superRefine((draft, context) => {
      if (!found || !complete) return;
      for (const { field, message } of returnBroken({ ...draft, unsaid: unsaidOf(found) }))
        context.addIssue({ code: 'custom', path: [field], message });
    });
}

export function confidenceWords(confidence: string | null): string {
  return confidence ? confidenceLabels[confidence as Confidence] : '';
}

const yesNo = (yes: boolean) => (yes ? 'Yes' : 'No');

/** The answers in words, in the order of the page. */
export const answersDetails: readonly Detail<Answers>[] = [
  {
    field: 'restUnchanged',
    label: 'Nothing else has changed',
    words: (said) => yesNo(said.restUnchanged.length > 0),
  },
  { field: 'confidence', label: 'Confidence', words: ({ confidence }) => confidenceWords(confidence) },
  { field: 'summary', label: 'What changed, in words', words: ({ summary }) => summary },
  {
    field: 'reviewed',
    label: 'Barriers and targets reviewed',
    words: ({ reviewed }) => yesNo(reviewed.length > 0),
  },
];
