/** The date that Headway counts as today: London's. */
export const today = () => new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });

/** A date as it is typed on one line, like 3 10 2026. */
export function typed(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${month} ${year}`;
}

/** The quarter so many before today's: its id, like 2026-27-Q2, and its last day. */
export function quarterAgo(quarters: number): { readonly id: string; readonly to: string } {
  const [year, month] = today().split('-').map(Number);
  const nth = year! * 4 + Math.floor((month! - 1) / 3) - quarters;
  const from = Math.floor((nth - 1) / 4);
  return {
    id: `${from}-${String((from + 1) % 100).padStart(2, '0')}-Q${((nth + 3) % 4) + 1}`,
    to: new Date(Date.UTC(Math.floor(nth / 4), (nth % 4) * 3 + 3, 0)).toISOString().slice(0, 10),
  };
}
