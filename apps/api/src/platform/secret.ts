import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text for a cookie or a header; only their hash is ever stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
