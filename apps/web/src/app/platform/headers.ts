/** The version that a change is made to; the server refuses where somebody was quicker. */
export function ifMatch(version: number): Record<string, string> {
  return { 'If-Match': `"${version}"` };
}

/** Sent with every POST; the same key must go with every attempt at the same thing. */
export function idempotent(key: string): Record<string, string> {
  return { 'Idempotency-Key': key };
}

/** A new key. Browsers give `randomUUID` on secure pages only, and an intranet may not be one. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
