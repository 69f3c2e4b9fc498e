export const audiences = ['external', 'internal'] as const;
export type Audience = (typeof audiences)[number];

export const audienceLabels: Readonly<Record<Audience, string>> = {
  external: 'External',
  internal: 'Internal',
};

export const audienceDefinitions: Readonly<Record<Audience, string>> = {
  external: 'For citizens and businesses.',
  internal: 'For people who work in government.',
};
