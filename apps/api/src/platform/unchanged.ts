import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Tags what is read with what it says, and answers 304 to whoever has just that (RFC 9110, 13.1.2). It may be
 * kept, but not shown again unasked: what changed meanwhile, or who asks, makes another tag. A resource's own
 * version is no such tag: it is for If-Match, and what stands around it may change without it.
 */
export function unchanged(
  request: Pick<FastifyRequest, 'method' | 'headers' | 'url'>,
  reply: FastifyReply,
  payload: unknown,
): unknown {
  const json = String(reply.getHeader('Content-Type')).startsWith('application/json');
  const read = request.method === 'GET' && request.url.startsWith('/api/');
  if (!read || !json || reply.statusCode !== 200 || typeof payload !== 'string' || reply.hasHeader('ETag'))
    return payload;
  const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
  void reply.header('ETag', `W/${tag}`).header('Cache-Control', 'private, no-cache');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim());
  if (!known.some((one) => one === '*' || one.replace(/^W\//, '') === tag)) return payload;
  void reply.status(304).removeHeader('Content-Type');
  return '';
}
