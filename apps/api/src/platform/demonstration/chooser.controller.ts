import { ApiExcludeController } from '@nestjs/swagger';
import { Controller, Get, Header, Inject, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { HeadwayProblem } from '@headway/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import { DataSource } from 'typeorm';
import * as z from 'zod';
import { Pages } from '../pages.js';
import { Policy } from '../policy.js';
import { SignInFilter } from '../sign-in.filter.js';
import { type DemonstrationPerson, chooserPage } from './chooser.page.js';
import { chooserPath } from './provider.js';

export const demonstrationProviderToken = Symbol('demonstration provider');
const Chosen = z.strictObject({ email: z.string().max(200) });

@ApiExcludeController()
@Controller(chooserPath)
@UseFilters(SignInFilter)
export class ChooserController {
  constructor(
    @Inject(demonstrationProviderToken) private readonly provider: Provider,
    private readonly database: DataSource,
    private readonly pages: Pages,
  ) {}

  @Get(':attempt')
  @Policy('signIn')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async choose(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('attempt') attempt: string,
  ): Promise<string> {
    await this.mustBeUnderWay(request, reply);
    const people: DemonstrationPerson[] = await this.database.query(
      `SELECT p.name, p.email, g.role, o.name AS organisation
       FROM person p JOIN role_grant g ON g.person_id = p.id LEFT JOIN organisation o ON o.id = g.organisation_id
       WHERE p.email LIKE '%@headway.example'
       ORDER BY o.name NULLS FIRST, array_position(ARRAY['oversight', 'admin', 'viewer', 'digital_lead', 'approver'], g.role)`,
    );
    return chooserPage(people, attempt, this.pages.styleSheet);
  }

  @Get(':attempt/chosen')
  @Policy('signIn')
  async chosen(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: Chosen }) { email }: z.infer<typeof Chosen>,
  ): Promise<void> {
    await this.mustBeUnderWay(request, reply);
    reply.hijack();
    await this.provider.interactionFinished(request.raw, reply.raw, {
      login: { accountId: email, remember: false },
    });
  }

  private async mustBeUnderWay(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.provider.interactionDetails(request.raw, reply.raw).catch(() => {
      throw new HeadwayProblem('not_found');
    });
  }
}
