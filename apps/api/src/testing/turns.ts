/** How often somebody else had a turn while something was done. */
export async function turnsDuring<T>(work: () => Promise<T>): Promise<{ answer: T; turns: number }> {
  let turns = 0;
  let waiting = setImmediate(next);
  function next() {
    turns++;
    waiting = setImmediate(next);
  }
  try {
    const answer = await work();
    return { answer, turns };
  } finally {
    clearImmediate(waiting);
  }
}
