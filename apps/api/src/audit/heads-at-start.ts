import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditHead } from '../platform/changes.js';
import { Log } from '../platform/log.js';

/** Writes the head of every chain to the log at the start, those too that came about before there was this log. */
@Injectable()
export class HeadsAtStart implements OnApplicationBootstrap {
  constructor(
    private readonly database: DataSource,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const heads: AuditHead[] = await this.database.query(
      `SELECT e.organisation_id AS organisation, h.position, encode(h.hash, 'hex') AS hash
       FROM audit_head h JOIN audit_entry e USING (chain, position) ORDER BY chain`,
    );
    for (const head of heads) this.log.record(head, 'audit head');
  }
}
