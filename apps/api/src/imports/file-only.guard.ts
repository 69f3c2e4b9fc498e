import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { HeadwayProblem } from '@headway/domain';
import type { FastifyRequest } from 'fastify';

/** An import's body is a file, never JSON. */
@Injectable()
export class FileOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!Buffer.isBuffer(body))
      throw new HeadwayProblem('unsupported_media_type', 'Send the file as CSV, XLSX or ODS.');
    return true;
  }
}
