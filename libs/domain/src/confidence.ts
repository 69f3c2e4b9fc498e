/** How confident somebody is that planned transformation will be completed: in returns, and in the pulse survey. */
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
