import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type List,
  NewOrganisation,
  Organisation,
  OrganisationChange,
  OrganisationList,
  OrganisationsQuery,
  key,
} from '@headway/contract';
import type * as z from 'zod';
import { type Caller, FromCaller } from '../platform/caller.js';
import { type ExpectedVersions, IfMatch } from '../platform/if-match.js';
import { Policy } from '../platform/policy.js';
import { OrganisationsService } from './organisations.service.js';

@ApiTags('organisations')
@Controller('api/organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  @Policy('readOrganisations')
  @ApiOkResponse({ standardSchema: OrganisationList })
  list(
    @FromCaller() caller: Caller,
    @Query({ schema: OrganisationsQuery }) query: z.infer<typeof OrganisationsQuery>,
  ): Promise<List<Organisation>> {
    return this.organisations.list(caller, query);
  }

  @Get(':slug')
  @Policy('readOrganisations')
  @ApiOkResponse({ standardSchema: Organisation })
  one(@FromCaller() caller: Caller, @Param('slug', { schema: key }) slug: string): Promise<Organisation> {
    return this.organisations.one(caller, slug);
  }

  @Post()
  @Policy('createOrganisation')
  @ApiCreatedResponse({ standardSchema: Organisation })
  create(
    @FromCaller() caller: Caller,
    @Body({ schema: NewOrganisation }) organisation: NewOrganisation,
  ): Promise<Organisation> {
    return this.organisations.create(caller, organisation);
  }

  @Patch(':slug')
  @Policy('changeOrganisation')
  @ApiOperation({
    summary: 'Correct an organisation',
    description:
      'Corrects only what was always wrong, and so changes the past: figures of every date follow, and open quarters ' +
      'ask anew who owes a return. `parent` is corrected for all of its past, and refused where it changed on a ' +
      'date; `name`, `abbreviation` and `kind` for as long as it has had them. What changed on a date is a ' +
      'reorganisation: `POST /api/organisations/reorganisations`.',
  })
  @ApiOkResponse({ standardSchema: Organisation })
  change(
    @FromCaller() caller: Caller,
    @Param('slug', { schema: key }) slug: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: OrganisationChange }) change: OrganisationChange,
  ): Promise<Organisation> {
    return this.organisations.change(caller, slug, expected, change);
  }
}
