import { HeadwayProblem } from '@headway/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { challenge } from './guard.js';

/** As many files of 20 MB as fit into the memory of a small machine beside everything else. */
export const mostUploads = 12;
/** So many of one person's, so that nobody alone keeps everybody else's out. */
export const mostUploadsEach = 4;

interface Uploads {
  readonly isFile: (contentType: string) => boolean;
  /** The id of whoever sends a request; null where nobody is signed in. */
  readonly senderOf: (request: FastifyRequest) => Promise<string | null>;
}

/**
 * Refuses a file before any of it is read where nobody is signed in, or where many are on their way already: each is
 * held in memory whole, and however slowly it comes it takes a place.
 */
export function limitUploads(fastify: FastifyInstance, { isFile, senderOf }: Uploads): void {
  const uploads = new Map<FastifyRequest, string>();
  fastify.addHook('onRequest', async (request) => {
    if (!isFile(request.headers['content-type'] ?? '')) return;
    const sender = await senderOf(request);
    if (sender === null) throw new HeadwayProblem('not_signed_in', undefined, undefined, challenge);
    const own = [...uploads.values()].filter((one) => one === sender).length;
    if (own >= mostUploadsEach || uploads.size >= mostUploads)
      throw new HeadwayProblem('too_many_requests', manySent, undefined, { 'Retry-After': '10' });
    // Whoever left meanwhile is told of by no hook any more.
    if (!request.raw.destroyed) uploads.set(request, sender);
  });
  fastify.addHook('onRequestAbort', async (request) => void uploads.delete(request));
  fastify.addHook('onResponse', async (request) => void uploads.delete(request));
}

const manySent = 'Many files are being sent. Try again in a moment.';
