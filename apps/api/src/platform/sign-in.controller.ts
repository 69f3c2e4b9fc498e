import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Controller, Get, HttpCode, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { SignedOut } from '@headway/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { Config } from './config.js';
import { cookieName, cookieOptions, signInCookieName } from './cookies.js';
import { Policy } from './policy.js';
import { SignIn } from './sign-in.js';
import { SignInFilter } from './sign-in.filter.js';

/** Whatever else is in the address, it is a browser on its way: it goes on, to the first page if need be. */
const SignInQuery = z.object({ returnTo: z.string().optional().catch(undefined) });
/** So many sign-ins of one browser may be under way; each takes a little of every request's headers. */
const mostAtOnce = 8;

@ApiTags('session')
@Controller('api/session')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly config: Config,
  ) {}

  @Get('sign-in')
  @Policy('signIn')
  @UseFilters(SignInFilter)
  @ApiResponse({ status: 303, description: 'To the identity provider, or to a page that says why not' })
  async begin(
    @Query({ schema: SignInQuery }) query: z.infer<typeof SignInQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { url, kept } = await this.signIn.begin(query.returnTo);
    if (!kept) return void (await reply.redirect(url, 303));
    this.forgetTheFirst(request, reply);
    const cookie = { ...cookieOptions(this.config), maxAge: 900 };
    await reply.setCookie(signInCookieName(this.config, kept.state), kept.secret, cookie).redirect(url, 303);
  }

  @Get('callback')
  @Policy('signIn')
  @UseFilters(SignInFilter)
  @ApiResponse({ status: 303, description: 'To where one meant to go, or to a page that says why not' })
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const callback = new URL(request.url, this.config.publicUrl);
    const cookie = signInCookieName(this.config, callback.searchParams.get('state') ?? '');
    const before = request.cookies[cookieName(this.config, 'headway_session')];
    const { session, next } = await this.signIn.finish(callback, request.cookies[cookie], before);
    void reply.clearCookie(cookie, cookieOptions(this.config));
    if (session)
      void reply.setCookie(cookieName(this.config, 'headway_session'), session, cookieOptions(this.config));
    await reply.redirect(next, 303);
  }

  @Post('sign-out')
  @HttpCode(200)
  @Policy('readSession')
  async end(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof SignedOut>> {
    const secret = request.cookies[cookieName(this.config, 'headway_session')];
    void reply.clearCookie(cookieName(this.config, 'headway_session'), cookieOptions(this.config));
    // What was read is not left behind for whoever uses the computer next.
    void reply.header('Clear-Site-Data', '"cache"');
    return this.signIn.end(secret);
  }

  /** Browsers send those that they had first before the others. */
  private forgetTheFirst(request: FastifyRequest, reply: FastifyReply): void {
    const prefix = signInCookieName(this.config, '');
    const underWay = Object.keys(request.cookies).filter((name) => name.startsWith(prefix));
    for (const name of underWay.slice(0, Math.max(0, underWay.length + 1 - mostAtOnce)))
      void reply.clearCookie(name, cookieOptions(this.config));
  }
}
