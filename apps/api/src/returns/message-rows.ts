import type { RequestedChanges, ReturnMessage } from '@headway/contract';
import { HeadwayProblem } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { type Database, instant } from '../platform/sql.js';
import type { HeldReturn } from './hold.js';
import { covered } from './return-rows.js';

type Comments = RequestedChanges['comments'];

/** Writes what was said about a return; answers with the ids, in order. @throws 422 for a service that is not of the return. */
export async function writeMessages(
  tx: EntityManager,
  caller: Caller,
  { quarter, organisationId }: Pick<HeldReturn, 'quarter' | 'organisationId'>,
  kind: ReturnMessage['kind'],
  comments: Comments,
  { byHeadway = false } = {},
): Promise<string[]> {
  const named = comments.flatMap(({ service }) => service ?? []);
  // Only what the return is about, or was: whoever sees the service is shown what is said of it.
  const seen: { id: string; reference: string }[] = await tx.query(
    `SELECT s.id, s.reference FROM quarter_return t JOIN quarter q ON q.id = t.quarter_id
     CROSS JOIN LATERAL (SELECT c.service_id FROM ${covered} UNION SELECT m.service_id FROM quarter_message m
       WHERE m.quarter_id = t.quarter_id AND m.organisation_id = t.organisation_id) c
     JOIN service s ON s.id = c.service_id
     WHERE t.quarter_id = $1 AND t.organisation_id = $2
       AND (lower(s.reference) = ANY ($3::text[]) OR s.id::text = ANY ($3::text[]))`,
    [quarter, organisationId, named.map((one) => one.toLowerCase())],
  );
  const rows = comments.map(({ service, text }, n) => {
    const about = seen.find(({ id, reference }) =>
      [id, reference.toLowerCase()].includes(service?.toLowerCase() ?? ''),
    );
    if (service !== null && !about)
      throw new HeadwayProblem('rule_broken', undefined, [
        {
          pointer: `/comments/${n}/service`,
          code: 'unknown_service',
          message: 'Enter the reference of a service of this return',
        },
      ]);
    return { service: about?.id ?? null, text };
  });
  const written: { id: string }[] = await tx.query(
    `INSERT INTO quarter_message (quarter_id, organisation_id, service_id, kind, text, by, by_headway)
     SELECT $1, $2, service, $3, text, $4, $6
     FROM ROWS FROM (jsonb_to_recordset($5::jsonb) AS (service uuid, text text)) WITH ORDINALITY
     ORDER BY ordinality RETURNING id`,
    [quarter, organisationId, kind, caller.id, JSON.stringify(rows), byHeadway],
  );
  return written.map(({ id }) => id);
}

/** Which messages: of a return, or about a service in quarters that are open. */
export type MessagesOf = Pick<HeldReturn, 'quarter' | 'organisationId'> | { readonly serviceId: string };

/** Oldest first. */
export function messagesOf(database: Database, of: MessagesOf): Promise<ReturnMessage[]> {
  const [where, values] =
    'serviceId' in of
      ? [`m.service_id = $1 AND q.state = 'open'`, [of.serviceId]]
      : ['m.quarter_id = $1 AND m.organisation_id = $2', [of.quarter, of.organisationId]];
  return database.query(
    `SELECT m.id, m.quarter_id AS quarter, m.kind, m.text, ${instant('m.at')} AS at, p.name AS by,
       m.kind = 'changes_requested' AND t.state = 'changes_requested' AND NOT EXISTS (
         SELECT FROM quarter_submission l WHERE l.quarter_id = m.quarter_id
           AND l.organisation_id = m.organisation_id AND l.submitted_at > m.at) AS stands,
       json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation) AS organisation,
       CASE WHEN s.id IS NOT NULL THEN json_build_object('reference', s.reference, 'name', s.name) END AS service
     FROM quarter_message m JOIN quarter q ON q.id = m.quarter_id
     JOIN quarter_return t ON t.quarter_id = m.quarter_id AND t.organisation_id = m.organisation_id
     JOIN person p ON p.id = m.by JOIN organisation o ON o.id = m.organisation_id LEFT JOIN service s ON s.id = m.service_id
     WHERE ${where} ORDER BY m.sequence`,
    values,
  );
}
