import { HeadwayProblem, problems } from '@headway/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { describe } from './problem.filter.js';

/** As many files of 20 MB as fit into the memory of a small machine beside everything else. */
export const mostUploads = 12;

/**
 * Refuses a file before any of it is read where many are on their way already: each is held in memory whole, and
 * before it is known who sends it.
 */
export function limitUploads(fastify: FastifyInstance, isFile: (contentType: string) => boolean): void {
  const uploads = new Set<FastifyRequest>();
  const over = (request: FastifyRequest) => uploads.delete(request);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (isFile(request.headers['content-type'] ?? '')) {
      if (uploads.size >= mostUploads) return refuse(request, reply);
      uploads.add(request);
    }
    done();
  });
  fastify.addHook('onRequestAbort', (request, done) => {
    over(request);
    done();
  });
  fastify.addHook('onResponse', (request, _, done) => {
    over(request);
    done();
  });
}

function refuse(request: FastifyRequest, reply: FastifyReply): void {
  const detail = 'Many files are being sent. Try again in a moment.';
  const body = describe(new HeadwayProblem('too_many_requests', detail), request);
  void reply
    .status(problems.too_many_requests[0])
    .header('Retry-After', '10')
    .type('application/problem+json')
    .send(JSON.stringify(body));
}
