import { ApiExcludeController } from '@nestjs/swagger';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { HeadwayProblem } from '@headway/domain';
import type { FastifyReply } from 'fastify';
import { Pages } from './pages.js';
import { Policy } from './policy.js';
import { nonceOf } from './security-headers.js';

/** Every address that is neither the API's nor a file's is a page of the web app. */
@ApiExcludeController()
@Controller()
export class PagesController {
  constructor(private readonly pages: Pages) {}

  @Get('*')
  @Policy('readPages')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(@Res({ passthrough: true }) reply: FastifyReply, @Param('*') path?: string): string {
    if (
      path !== undefined &&
      /^(api|assets)(\/|$)|\.(js|mjs|css|map|svg|png|ico|txt|json|woff2?)$/i.test(path)
    )
      throw new HeadwayProblem('not_found');
    return this.pages.app(nonceOf(reply.raw));
  }
}
