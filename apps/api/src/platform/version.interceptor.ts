import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';

interface Versioned {
  version?: unknown;
  service?: { version?: unknown };
}

/** A resource with a version answers with it as a strong ETag; a record answers with its service's. */
@Injectable()
export class VersionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((answer) => {
        const { version, service } = (answer ?? {}) as Versioned;
        const tag = version ?? service?.version;
        if (typeof tag === 'number') void reply.header('ETag', `"${tag}"`);
      }),
    );
  }
}
