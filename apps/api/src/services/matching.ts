import { type PastView, type ServiceFilters, uuidPattern } from '@headway/contract';
import { type Office, type StageOrNone, londonDate, offices } from '@headway/domain';
import { type Bind, containing, membersOf } from '../platform/sql.js';
import { anySignal, signalFacts } from './signals.js';

/** Which past is asked for. `on` is the date; `asKnownAt` an instant, or now where none is given. */
export interface View extends PastView {
  readonly on: string;
  /** Details, targets and barriers as they were when returns were submitted: for a snapshot, which lays them out first. */
  readonly asSigned?: boolean | undefined;
}

/** Tables that a snapshot lays out as they were signed, each as `signed_<table>`. */
export const signedTables = ['service', 'barrier', 'target'] as const;

export interface Matching {
  readonly filters: Omit<ServiceFilters, 'on' | 'boundaries' | 'asKnownAt'>;
  /** Organisation ids to keep to; null for no bound. */
  readonly scope: readonly string[] | null;
  readonly view: View;
  /** Services by uuid or reference, whether or not they count. */
  readonly only?: readonly string[];
  /** One of the services that count, by reference. */
  readonly reference?: string | undefined;
}

/** Parts of a statement that look back: tables as they were known, and who owned and said what. */
export interface Past {
  readonly on: string;
  /** The day by whose owners things are grouped: the date itself, or today, which was once the day of the instant. */
  readonly boundaryDay: string;
  readonly known: string;
  /** How far what was said by the date was known: to the end of it, or the instant asked for if that was earlier. */
  readonly knownThen: string;
  /** A table as it was known at the instant asked for. */
  readonly table: (name: string) => string;
  /** What records must be besides, by alias, to count as far as was known. */
  readonly counting: (alias: string) => string;
  /** The same, and written last for their day: of one day only the last record can be a move. */
  readonly lastOfDay: (alias: string) => string;
}

/** Binds the view once, so that every part of a statement looks back to the same past. */
export function pastOf({ on, boundaries, asKnownAt, asSigned }: View, bind: Bind): Past {
  const day = `${bind(on)}::date`;
  const today = londonDate(asKnownAt ? new Date(asKnownAt) : new Date());
  const boundaryDay = boundaries === 'today' ? `${bind(today)}::date` : day;
  const instant = asKnownAt && `${bind(asKnownAt)}::timestamptz`;
  const corrected = (r: string) => `SELECT FROM stage_correction x WHERE x.record_id = ${r}.id`;
  const counting = (r: string) =>
    instant
      ? `${r}.recorded_at <= ${instant} AND NOT EXISTS (${corrected(r)} AND x.corrected_at <= ${instant})`
      : `NOT EXISTS (${corrected(r)})`;
  return {
    on: day,
    boundaryDay,
    known: instant ?? 'NULL::timestamptz',
    knownThen: instant ? `least(${instant}, end_of_london_day(${day}))` : `end_of_london_day(${day})`,
    table: (name) => {
      if (asSigned && signedTables.some((one) => one === name)) return `signed_${name}`;
      if (!instant) return name;
      return name === 'target'
        ? `(SELECT * FROM target WHERE set_at <= ${instant})`
        : `(SELECT * FROM ${name}_as_known WHERE known_from <= ${instant} AND known_to > ${instant})`;
    },
    counting,
    lastOfDay: (r) => `${counting(r)} AND NOT EXISTS (SELECT FROM stage_record ${r}_later
      WHERE ${r}_later.service_id = ${r}.service_id AND ${r}_later.effective_on = ${r}.effective_on
        AND ${r}_later.sequence > ${r}.sequence AND ${counting(`${r}_later`)})`,
  };
}

/** For service `s`: its owner `o` on a date, and the record in force `r`, the last written for the last date. */
export function ownedAndRecorded({ on, boundaryDay, known, table, counting }: Past): string {
  return `JOIN ${table('service_ownership')} w
    ON w.service_id = s.id AND w.from_on <= ${boundaryDay} AND w.to_on > ${boundaryDay}
  JOIN organisations_on(${boundaryDay}, ${known}) o ON o.id = w.organisation_id
  LEFT JOIN LATERAL (
    SELECT f.id AS record_id, f.* FROM stage_record f WHERE f.service_id = s.id AND f.effective_on <= ${on} AND ${counting('f')}
    ORDER BY f.effective_on DESC, f.sequence DESC LIMIT 1
  ) r ON true`;
}

/** The same from the spans, which hold what is known now of the services that count. */
function spanned({ on, boundaryDay, known }: Past): string {
  const owner =
    boundaryDay === on
      ? 'CROSS JOIN LATERAL (SELECT r.organisation_id) w'
      : `JOIN service_ownership w ON w.service_id = s.id AND w.from_on <= ${boundaryDay} AND w.to_on > ${boundaryDay}`;
  return `JOIN stage_span r ON r.service_id = s.id AND r.from_on <= ${on} AND r.to_on > ${on} ${owner}
  JOIN organisations_on(${boundaryDay}, ${known}) o ON o.id = w.organisation_id`;
}

/** Since when stage `r.stage` has been in force without a break, as a lateral row `since`. */
export function stageSince({ on, lastOfDay }: Past): string {
  return `LEFT JOIN LATERAL (
    SELECT min(run.effective_on) AS date FROM stage_record run
    WHERE run.service_id = s.id AND run.stage = r.stage AND run.effective_on <= ${on} AND ${lastOfDay('run')}
      AND NOT EXISTS (
        SELECT FROM stage_record other
        WHERE other.service_id = s.id AND other.effective_on <= ${on} AND other.stage <> r.stage
          AND ${lastOfDay('other')} AND other.effective_on > run.effective_on)
  ) since ON true`;
}

/**
 * FROM and WHERE of the services that a reader may see and asks for, as of a date: service `s`, its
 * owner `o` and what is recorded `r`, with the joins that say since when (`since.date`) and what signals go by (`told`),
 * empty where a filter has brought them already. List, portfolio and downloads all stand on this one text, so a number
 * and the list behind it cannot disagree. Whose a service is today decides who sees it,
 * its whole past included.
 */
export function matchingServices(
  { filters, scope, view, only, reference }: Matching,
  bind: Bind,
): { from: string; where: string; since: string; told: string; past: Past } {
  const past = pastOf(view, bind);
  const { boundaryDay, known, table } = past;
  const bySpan = only === undefined && filters.closed === undefined && view.asKnownAt === undefined;
  const where: string[] = [];
  if (only !== undefined) where.push(keyed(only, bind));
  else if (!bySpan) where.push(counted(past, filters.closed !== undefined));
  if (scope)
    where.push(`EXISTS (SELECT FROM service_ownership mine, (SELECT ${bind(londonDate(new Date()))}::date AS day) today
      WHERE mine.service_id = s.id AND mine.from_on <= today.day AND mine.to_on > today.day
        AND mine.organisation_id IN ${membersOf(bind(scope), 'uuid')})`);
  if (filters.organisation)
    where.push(`w.organisation_id IN (SELECT a.id FROM organisations_above_on(${boundaryDay}, ${known}) a
      JOIN organisation top ON top.id = a.above WHERE top.slug IN ${membersOf(bind(filters.organisation), 'text')})`);
  if (filters.audience) where.push(`s.audience = ${bind(filters.audience)}::audience`);
  if (filters.stage) where.push(stageAmong('r.stage', filters.stage, bind));
  if (filters.redesign) where.push(`${redesign} IN ${membersOf(bind(filters.redesign), 'text')}`);
  for (const office of offices) {
    const stages = filters[office];
    if (stages) where.push(stageAmong(officeColumns[office], stages, bind));
  }
  if (filters.barrier)
    where.push(`EXISTS (SELECT FROM ${table('barrier')} b WHERE b.service_id = s.id AND ${openBarrier('b', past)}
      AND b.category = ${bind(filters.barrier)})`);
  const named = reference === undefined ? undefined : bind(reference);
  if (named) where.push(`s.reference = ${named}`);
  const since = bySpan ? 'CROSS JOIN LATERAL (SELECT r.stage_since AS date) since' : stageSince(past);
  const told = signalFacts(past, { bySpan, reference: named });
  if (filters.signal) where.push(anySignal(filters.signal, past));
  for (const word of (filters.q ?? '').split(/\s+/).filter(Boolean).slice(0, 10)) {
    const pattern = bind(containing(word));
    where.push(`(s.name ILIKE ${pattern} OR s.reference ILIKE ${pattern} OR s.description ILIKE ${pattern})`);
  }
  return {
    from: `${table('service')} s ${bySpan ? spanned(past) : ownedAndRecorded(past)} ${filters.signal ? `${since} ${told}` : ''}`,
    where: where.join(' AND ') || 'true',
    since: filters.signal ? '' : since,
    told: filters.signal ? '' : told,
    past,
  };
}

const redesign = `CASE WHEN r.stage = 'redesigned' THEN 'complete' WHEN r.redesign_under_way THEN 'under_way'
  WHEN r.stage IS NOT NULL THEN 'not_started' END`;

const officeColumns: Readonly<Record<Office, string>> = {
  frontOffice: 'r.front_office',
  middleOffice: 'r.middle_office',
  backOffice: 'r.back_office',
};

/** Any of these stages, or nothing recorded; worked out once, so that it narrows the spans as they are read. */
function stageAmong(column: string, asked: readonly StageOrNone[], bind: Bind): string {
  const stages = asked.filter((one) => one !== 'not_recorded');
  const either = asked.length > stages.length ? [`${column} IS NULL`] : [];
  if (stages.length > 0) either.push(`${column} = ANY (ARRAY${membersOf(bind(stages), 'stage')})`);
  return `(${either.join(' OR ')})`;
}

function keyed(keys: readonly string[], bind: Bind): string {
  const [ids, references] = [
    keys.filter((key) => uuidPattern.test(key)),
    keys.filter((key) => !uuidPattern.test(key)),
  ];
  const either: string[] = [];
  if (ids.length > 0) either.push(`s.id = ANY (ARRAY${membersOf(bind(ids), 'uuid')})`);
  if (references.length > 0)
    either.push(
      `lower(s.reference) = ANY (ARRAY${membersOf(bind(references.map((key) => key.toLowerCase())), 'text')})`,
    );
  return `(${either.join(' OR ') || 'false'})`;
}

/** A service counts when it has opened and not closed by then; or, asked for so, when it is closed then. */
function counted({ on, table }: Past, closed: boolean): string {
  const closure = `EXISTS (SELECT FROM ${table('service_closure')} c
    WHERE c.service_id = s.id AND c.closed_on <= ${on} AND c.reopened_on > ${on})`;
  return `s.opens_on <= ${on} AND ${closed ? '' : 'NOT '}${closure}`;
}

/** Whether barrier `b` holds something back on a date: what is closed is held back by nothing. */
export function openBarrier(b: string, { on, table }: Past): string {
  return `${b}.raised_on <= ${on} AND (${b}.resolved_on IS NULL OR ${b}.resolved_on > ${on})
    AND NOT EXISTS (SELECT FROM ${table('service_closure')} closure WHERE closure.service_id = ${b}.service_id
      AND closure.closed_on <= ${on} AND closure.reopened_on > ${on})`;
}
