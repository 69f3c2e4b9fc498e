import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Controller, Get } from '@nestjs/common';
import { Session } from '@headway/contract';
import { type Caller, FromCaller } from './caller.js';
import { Config } from './config.js';
import { DataSource } from 'typeorm';
import { Policy } from './policy.js';

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  @Get()
  @Policy('readSession')
  @ApiOkResponse({ standardSchema: Session })
  async read(@FromCaller() caller: Caller): Promise<Session> {
    const grants: Session['grants'] = await this.database.query(
      `SELECT g.role,
         CASE WHEN o.id IS NOT NULL
           THEN json_build_object('slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation) END AS organisation,
         CASE WHEN o.id IS NULL THEN to_json('all'::text)
           ELSE (SELECT json_agg(b) FROM organisations_under(o.id) b) END AS organisations
       FROM role_grant g LEFT JOIN organisation o ON o.id = g.organisation_id
       WHERE g.person_id = $1 ORDER BY g.role, o.name`,
      [caller.id],
    );
    const { id, name, email } = caller;
    return { person: { id, name, email }, grants, demonstration: this.config.demonstration };
  }
}
