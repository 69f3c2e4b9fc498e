declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

/** How often a property is tried: so often, or `RUNS` times as often where somebody has the time. */
export function runs(often: number): number {
  return often * Number(process.env['RUNS'] ?? 1);
}
