/** What each action is called; one that is not here shows as the API names it. */
export const actionLabels: Readonly<Record<string, string>> = {
  'service.created': 'Service added',
  'service.changed': 'Service details changed',
  'service.closed': 'Service closed',
  'service.reopened': 'Service opened again',
  'service.transferred': 'Service transferred',
  'stage.recorded': 'Stage recorded',
  'stage.confirmed': 'Stage confirmed',
  'stage.corrected': 'Record corrected',
  'stage.withdrawn': 'Record withdrawn',
  'target.set': 'Target set',
  'barrier.raised': 'Barrier added',
  'barrier.changed': 'Barrier changed',
  'barrier.resolved': 'Barrier resolved',
  'barrier.reopened': 'Barrier opened again',
  'pulse.made': 'Pulse wave made',
  'threshold.set': 'Threshold of a signal set',
  'organisation.created': 'Organisation added',
  'organisation.changed': 'Organisation changed',
  'organisation.reorganised': 'Organisation reorganised',
  'import.columns_remembered': 'Columns of files remembered',
  'import.columns_forgotten': 'Columns of files forgotten',
  'person.granted': 'Role given',
  'token.created': 'Access token made',
  'token.revoked': 'Access token revoked',
};

export function actionLabel(action: string): string {
  return actionLabels[action] ?? action;
}
