import type { NewOrganisation, Organisation } from '@headway/contract';
import {
  type CalendarDate,
  HeadwayProblem,
  type InputError,
  type OrganisationHistory,
  formatDate,
  namesBroken,
  parentNotThere,
} from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { ExpectedVersions } from '../platform/if-match.js';

/** A name that another has is one problem, whatever else is wrong is another. */
export function refused(errors: readonly InputError[]): HeadwayProblem {
  const names = errors.filter(({ code }) => code === 'already_exists');
  if (names.length > 0) return new HeadwayProblem('already_exists', undefined, names);
  return new HeadwayProblem('rule_broken', undefined, errors);
}

/** @throws 409 where another has its name, 422 where it would be part of one that is not there all the while. */
export function mustBegin(
  { name, abbreviation, kind, parent, existsFrom }: NewOrganisation,
  slug: string,
  all: readonly OrganisationHistory[],
): void {
  const begins = {
    ...{ slug, existsFrom, existsTo: null },
    periods: [{ name, abbreviation, kind, parent, untilOn: null }],
  };
  const parentBroken = parent === null ? null : parentNotThere(parent, begins, all);
  const broken = [...namesBroken(begins, null, all), ...(parentBroken ? [parentBroken] : [])];
  if (broken.length > 0) throw refused(broken);
}

export async function mustBeVersion(
  tx: EntityManager,
  id: string,
  expected: ExpectedVersions,
): Promise<void> {
  const [held] = await tx.query(
    `SELECT FROM organisation WHERE id = $1 AND ($2::integer[] IS NULL OR version = ANY ($2)) FOR UPDATE`,
    [id, expected],
  );
  if (!held) throw new HeadwayProblem('changed_since_read');
}

/** From when it exists is not put right against what is known of it: a dated change, a service given to it, a record. */
export async function mustBeginBefore(
  tx: EntityManager,
  { id, predecessors, existsFrom: was }: Organisation,
  existsFrom: CalendarDate | null,
): Promise<void> {
  const began = predecessors.find(({ on }) => on === was);
  if (began)
    throw refused([
      {
        pointer: '/existsFrom',
        code: 'began_by_a_change',
        message: `It was formed from ${began.name} on ${formatDate(began.on)}. Withdraw that change instead`,
      },
    ]);
  if (existsFrom === null || existsFrom <= (was ?? '')) return;
  const [{ record, given }] = await tx.query(
    `SELECT min(r.effective_on)::text AS record,
       min(w.from_on) FILTER (WHERE isfinite(w.from_on) AND w.from_on < $2::date)::text AS given
     FROM service_ownership w LEFT JOIN stage_record r ON r.service_id = w.service_id
       AND r.effective_on >= w.from_on AND r.effective_on < w.to_on AND r.effective_on < $2::date
     WHERE w.organisation_id = $1`,
    [id, existsFrom],
  );
  const pointer = '/existsFrom';
  if (record !== null) {
    const message = `It must exist from the first record of its services, ${formatDate(record as string)}, or before`;
    throw refused([{ pointer, code: 'begins_after_first_record', message }]);
  }
  if (given !== null) {
    const message = `It must exist from the day it was given a service, ${formatDate(given as string)}, or before`;
    throw refused([{ pointer, code: 'begins_after_first_service', message }]);
  }
}
