/** One radio or checkbox. */
export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
  readonly id?: string;
  /** A checkbox that goes with no other; it stands apart, after "or". */
  readonly exclusive?: boolean;
}

/** GOV.UK's ids: the first item carries the group's own, so that an error links to it. */
export function choiceId(groupId: string, item: Choice, index: number): string {
  return item.id ?? (index === 0 ? groupId : `${groupId}-${index + 1}`);
}
