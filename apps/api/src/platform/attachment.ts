import type { FastifyReply } from 'fastify';

/** Says that what is sent is a file to keep, of this type and under this name. */
export function attachment(reply: FastifyReply, type: string, fileName: string): FastifyReply {
  return reply
    .header('Content-Type', type)
    .header('Content-Disposition', `attachment; filename="${fileName}"`);
}
