/** The order of a run: `--seed=N` repeats the one that a run with that seed had; and what else was asked for. */
export function seedOf(args: readonly string[]): {
  readonly seed: number;
  readonly others: readonly string[];
} {
  const given = args.findLast((arg) => arg.startsWith('--seed='));
  const seed = given ? Number(given.slice('--seed='.length)) : Math.floor(Math.random() * 100_000);
  if (!Number.isInteger(seed)) throw new Error(`${given} is not a whole number`);
  return { seed, others: args.filter((arg) => !arg.startsWith('--seed=')) };
}
