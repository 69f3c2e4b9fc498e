import { ApiTags } from '@nestjs/swagger';
import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { SignedOut } from '@headway/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { Config } from './config.js';
import { cookieName, cookieOptions } from './cookies.js';
import { Policy } from './policy.js';
import { SignIn } from './sign-in.js';

const SignInQuery = z.strictObject({ returnTo: z.string().max(2000).optional() });

@ApiTags('session')
@Controller('api/session')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly config: Config,
  ) {}

  @Get('sign-in')
  @Policy('signIn')
  async begin(
    @Query({ schema: SignInQuery }) query: z.infer<typeof SignInQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { url, secret } = await this.signIn.begin(query.returnTo);
    if (!secret) return void (await reply.redirect(url, 303));
    const cookie = { ...cookieOptions(this.config), maxAge: 900 };
    await reply.setCookie(cookieName(this.config, 'headway_sign_in'), secret, cookie).redirect(url, 303);
  }

  @Get('callback')
  @Policy('signIn')
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const attempt = request.cookies[cookieName(this.config, 'headway_sign_in')];
    const callback = new URL(request.url, this.config.publicUrl);
    const before = request.cookies[cookieName(this.config, 'headway_session')];
    const { session, next } = await this.signIn.finish(callback, attempt, before);
    void reply.clearCookie(cookieName(this.config, 'headway_sign_in'), cookieOptions(this.config));
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
}
