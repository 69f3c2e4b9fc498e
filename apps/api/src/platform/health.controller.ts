import { ApiTags } from '@nestjs/swagger';
import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Policy } from './policy.js';

@ApiTags('health')
@Controller('api/health')
export class HealthController {
  constructor(private readonly database: DataSource) {}

  /** The process runs. */
  @Get('live')
  @Policy('readHealth')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** It can serve: the database answers. Otherwise 503. */
  @Get('ready')
  @Policy('readHealth')
  async ready(): Promise<{ status: 'ok' }> {
    await this.database.query('SELECT 1');
    return { status: 'ok' };
  }
}
