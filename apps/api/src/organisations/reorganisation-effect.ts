import type { ReorganisationEffect } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Reading } from './reorganisation-reading.js';

interface Grant {
  readonly person_id: string;
  readonly role: string;
  readonly organisation_id: string;
}

/** What hung on organisations that ended, and where it went; by id. */
export interface EstatesEffect {
  readonly rolesEnded: readonly Grant[];
  readonly rolesGiven: readonly Grant[];
  readonly barriers: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

/** A row of `quarter_return`, as the database writes it. */
export interface ReturnRow {
  readonly quarter_id: string;
  readonly organisation_id: string;
  readonly state: string;
  readonly version: number;
}

export interface ReturnEffect {
  readonly before: ReturnRow | null;
  readonly after: ReturnRow;
}

/** All that a reorganisation changed, kept beside it so that it can be withdrawn. */
export interface StoredEffect extends ReorganisationEffect {
  readonly estates: EstatesEffect;
  readonly returns: readonly ReturnEffect[];
}

/** What became of organisations and services, from what was read before it was made. */
export function effectOf({ plan, known }: Reading): ReorganisationEffect {
  const organisations = new Map(known.organisations.map((one) => [one.slug, one]));
  const services = new Map(known.services.map((one) => [one.reference, one]));
  return {
    organisations: plan.organisations.map(({ change, history }) => ({
      change,
      before: change === 'created' ? null : organisations.get(history.slug)!,
      after: history,
    })),
    services: plan.services.map(({ reference, periods }) => ({
      reference,
      before: services.get(reference)!.periods,
      after: periods,
    })),
  };
}

/** Returns of all quarters that are open. */
export async function openReturns(tx: EntityManager): Promise<ReturnRow[]> {
  const rows: { row: ReturnRow }[] = await tx.query(
    `SELECT to_jsonb(t) AS row FROM quarter_return t JOIN quarter q ON q.id = t.quarter_id AND q.state = 'open'`,
  );
  return rows.map(({ row }) => row);
}

export function differing(before: readonly ReturnRow[], after: readonly ReturnRow[]): ReturnEffect[] {
  const keyOf = ({ quarter_id: quarter, organisation_id: organisation }: ReturnRow) =>
    `${quarter} ${organisation}`;
  const was = new Map(before.map((row) => [keyOf(row), row]));
  return after.flatMap((row) => {
    const earlier = was.get(keyOf(row)) ?? null;
    return earlier?.version === row.version ? [] : [{ before: earlier, after: row }];
  });
}
