/** What the browser keeps under this name is a draft: all of Headway's but a survey's answers and attempts to send. */
export function isDraft(name: string): boolean {
  return /^headway\.(?!survey\.|sent\.)/.test(name);
}

/** At a sign-out: all that a tab remembers and that is no draft. */
export function forgetTheRest(storage: Storage): void {
  for (const name of Object.keys(storage))
    if (name.startsWith('headway.') && !isDraft(name)) storage.removeItem(name);
}
