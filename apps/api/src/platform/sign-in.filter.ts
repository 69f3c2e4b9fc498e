import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { known } from './problem.filter.js';
import { signInPage } from './sign-in.js';

/** Whoever signs in looks at a browser, so what goes wrong there ends on a page that says so and leads on. */
@Catch()
@Injectable()
export class SignInFilter implements ExceptionFilter {
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { code } = known(error);
    if (code === 'unexpected' || code === 'unavailable') request.log.error({ err: error }, code);
    const page = code === 'unavailable' ? 'unavailable' : code === 'not_found' ? 'expired' : 'failed';
    await reply.redirect(signInPage(page), 303);
  }
}
