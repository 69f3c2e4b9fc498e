import { type ServiceFilters, uuidPattern } from '@headway/contract';
import { type Bind, containing, membersOf } from '../platform/sql.js';

export interface Matching {
  readonly filters: Omit<ServiceFilters, 'on'>;
  /** Organisation ids to keep to; null for no bound. */
  readonly scope: readonly string[] | null;
  readonly on: string;
  /** One service by uuid or reference, whether or not it has opened. */
  readonly only?: string;
}

/** For service `s`: its owner `o` on a date, and the record in force `r`, the last written for the last date. */
export function ownedAndRecordedOn(on: string): string {
  return `JOIN service_ownership w ON w.service_id = s.id AND w.from_on <= ${on}::date AND w.to_on > ${on}::date
  JOIN organisation o ON o.id = w.organisation_id
  LEFT JOIN LATERAL (
    SELECT * FROM stage_record WHERE service_id = s.id AND effective_on <= ${on}::date
    ORDER BY effective_on DESC, sequence DESC LIMIT 1
  ) r ON true`;
}

/** Since when stage `r.stage` has been in force without a break, as a lateral row `since`. */
export function stageSinceOn(on: string): string {
  return `LEFT JOIN LATERAL (
    SELECT min(run.effective_on) AS date FROM stage_record run
    WHERE run.service_id = s.id AND run.stage = r.stage AND run.effective_on <= ${on}::date AND NOT EXISTS (
      SELECT FROM stage_record other
      WHERE other.service_id = s.id AND other.effective_on <= ${on}::date AND other.stage <> r.stage
        AND (other.effective_on, other.sequence) > (run.effective_on, run.sequence))
  ) since ON true`;
}

/**
 * FROM and WHERE of the services that a reader may see and asks for, as of a date: service `s`, its
 * owner `o` and the record in force `r`. List, portfolio and downloads all stand on this one text,
 * so a number and the list behind it cannot disagree.
 */
export function matchingServices(
  { filters, scope, on, only }: Matching,
  bind: Bind,
): { from: string; where: string } {
  const date = bind(on);
  const where: string[] = [];
  if (only === undefined) where.push(`s.opens_on <= ${date}::date`);
  else if (uuidPattern.test(only)) where.push(`s.id = ${bind(only)}::uuid`);
  else where.push(`lower(s.reference) = lower(${bind(only)})`);
  if (scope) where.push(`w.organisation_id IN ${membersOf(bind(scope), 'uuid')}`);
  if (filters.organisation)
    where.push(`w.organisation_id IN (SELECT organisations_below(id) FROM organisation
      WHERE slug IN ${membersOf(bind(filters.organisation), 'text')})`);
  if (filters.audience) where.push(`s.audience = ${bind(filters.audience)}::audience`);
  if (filters.stage)
    where.push(`coalesce(r.stage::text, 'not_recorded') IN ${membersOf(bind(filters.stage), 'text')}`);
  for (const word of (filters.q ?? '').split(/\s+/).filter(Boolean).slice(0, 10)) {
    const pattern = bind(containing(word));
    where.push(`(s.name ILIKE ${pattern} OR s.reference ILIKE ${pattern} OR s.description ILIKE ${pattern})`);
  }
  return { from: `service s ${ownedAndRecordedOn(date)}`, where: where.join(' AND ') };
}
