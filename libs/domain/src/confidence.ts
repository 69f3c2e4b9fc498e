/** How confident somebody is that planned transformation will be completed, from most to least. */
export const confidences = [
  'very_confident',
  'fairly_confident',
  'not_very_confident',
  'not_at_all_confident',
  'dont_know',
] as const;
export type Confidence = (typeof confidences)[number];

export const confidenceLabels: Readonly<Record<Confidence, string>> = {
  very_confident: 'Very confident',
  fairly_confident: 'Fairly confident',
  not_very_confident: 'Not very confident',
  not_at_all_confident: 'Not at all confident',
  dont_know: 'Don’t know',
};

/** Whether confidence is lower than it was. Who does not know is neither more nor less confident than before. */
export function confidenceFell(before: Confidence, now: Confidence): boolean {
  if (before === 'dont_know' || now === 'dont_know') return false;
  return confidences.indexOf(now) > confidences.indexOf(before);
}

/** What an organisation said in a return: the last word of a quarter. */
export interface SaidConfidence {
  /** Id, which sorts as quarters follow each other. */
  readonly quarter: string;
  readonly confidence: Confidence;
}

/** Signal `confidence_falling`: the last return says less than the one before it; null where it does not hold. */
export function confidenceFalling<S extends SaidConfidence>(
  said: readonly S[],
): { readonly now: S; readonly before: S } | null {
  const [now, before] = said.toSorted((a, b) => (a.quarter < b.quarter ? 1 : -1));
  return now && before && confidenceFell(before.confidence, now.confidence) ? { now, before } : null;
}
