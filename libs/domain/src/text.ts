/** "Today, by today’s departments" of "today, by today’s departments". */
export function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The other way about, to stand within a sentence. */
export function uncapitalised(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** "0 services", "1 service", "1,234 services". */
export function countOf(n: number, one = 'service', many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
}

/** "no services", "1 service", "1,234 services". */
export function counted(n: number, one: string, many?: string): string {
  return countOf(n, one, many).replace(/^0 /, 'no ');
}

/** "No service", "1 service", "1,234 services": who does something, before what they do. */
export function howMany(n: number, one = 'service'): string {
  return n === 0 ? `No ${one}` : countOf(n, one);
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
