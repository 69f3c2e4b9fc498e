import type { ReturnLock } from '@headway/domain';
import type { Database } from '../platform/sql.js';

/** Ids of what may be locked. */
export interface Lockable {
  readonly services?: readonly string[];
  readonly organisations?: readonly string[];
  readonly barriers?: readonly string[];
}

/** The lock `k` of something as the API shows it; of the service with this id, where it is one, with what is asked. */
export function lockShown(serviceId: string | null): string {
  return `CASE WHEN k.organisation_id IS NOT NULL THEN json_build_object('quarter', k.quarter_id,
    'organisation', k.organisation, 'state', k.state, 'from', k.from_on, 'upTo', k.up_to,
    'askedUpTo', ${serviceId ? `asked_up_to(${serviceId}, k.from_on)` : 'NULL'}) END`;
}

/** The returns of open quarters that lock services, organisations and barriers, by the id of each. */
export async function returnLocks(
  database: Database,
  { services = [], organisations = [], barriers = [] }: Lockable,
): Promise<ReadonlyMap<string, readonly ReturnLock[]>> {
  const lock = `k.quarter_id AS quarter, k.organisation, k.state, k.from_on AS "from", k.up_to AS "upTo"`;
  const rows: (ReturnLock & { id: string })[] = await database.query(
    `SELECT k.service_id AS id, ${lock}, k.asked_up_to AS "askedUpTo" FROM locked_services($1) k
     UNION ALL
     SELECT k.organisation_id, ${lock}, NULL FROM return_locks() k WHERE k.organisation_id = ANY ($2)
     UNION ALL
     SELECT b.id, ${lock}, NULL FROM barrier b JOIN return_locks() k ON k.organisation_id = b.organisation_id
     WHERE b.id = ANY ($3)
     UNION ALL
     SELECT b.id, ${lock}, k.asked_up_to FROM barrier b
     JOIN locked_services(ARRAY(SELECT service_id FROM barrier WHERE id = ANY ($3))) k ON k.service_id = b.service_id
     WHERE b.id = ANY ($3) ORDER BY quarter DESC`,
    [services, organisations, barriers],
  );
  return Map.groupBy(rows, ({ id }) => id);
}
