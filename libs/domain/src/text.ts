/** "Today, by today’s departments" of "today, by today’s departments". */
export function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
