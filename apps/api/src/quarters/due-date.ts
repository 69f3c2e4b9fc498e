import { Injectable } from '@nestjs/common';
import { HeadwayProblem, calendarFile, formatDate, quarterLabel, quarterOf } from '@headway/domain';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { attachment } from '../platform/attachment.js';
import { Config } from '../platform/config.js';

/** The due date of a quarter's returns, for people's calendars. */
@Injectable()
export class DueDate {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  /** @throws 404 while the quarter is planned and so has none. */
  async send(id: string, reply: FastifyReply): Promise<void> {
    const [quarter] = await this.database.query(
      'SELECT due_on AS "dueOn", opened_at AS "openedAt", version FROM quarter WHERE id = $1',
      [id],
    );
    if (!quarter) throw new HeadwayProblem('not_found');
    const { dueOn, openedAt, version } = quarter as { dueOn: string; openedAt: Date; version: number };
    const label = quarterLabel(quarterOf(id)!);
    const file = calendarFile({
      uid: `due-${id.toLowerCase()}@${new URL(this.config.publicUrl).hostname}`,
      on: dueOn,
      title: `Headway: returns for ${label.split(' (')[0]} are due`,
      description: `Returns for ${label} need to be submitted and signed off by ${formatDate(dueOn)}.`,
      url: `${this.config.publicUrl}/quarters/${id}`,
      at: openedAt,
      sequence: version,
    });
    await attachment(reply, 'text/calendar; charset=utf-8', `headway-${id.toLowerCase()}-due.ics`).send(file);
  }
}
