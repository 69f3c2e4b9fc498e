import type { WithdrawalReport } from '@headway/contract';
import {
  HeadwayProblem,
  type OwnedService,
  type ReorganisationKind,
  quarterName,
  restsOnReorganisation,
} from '@headway/domain';
import type { EntityManager } from 'typeorm';
import { type StoredHistory, organisationHistories } from './histories.js';
import { withOwners } from './owned-services.js';
import type { StoredEffect } from './reorganisation-effect.js';

export interface Made {
  readonly id: string;
  readonly kind: ReorganisationKind;
  readonly on: string;
  readonly effect: StoredEffect;
}

/** A reorganisation that may be withdrawn, what rests on it, and the ids behind the slugs and references in it. */
export interface WithdrawalReading extends Made {
  readonly report: WithdrawalReport;
  readonly organisationIds: ReadonlyMap<string, string>;
  readonly serviceIds: ReadonlyMap<string, string>;
  /** Ids of organisations that began by it. */
  readonly begun: readonly string[];
}

/** @throws 404 where there is none, 409 where it is withdrawn already, or was made before this could be. */
export async function readWithdrawal(tx: EntityManager, id: string): Promise<WithdrawalReading> {
  const made = await heldReorganisation(tx, id);
  const organisations = await organisationHistories(tx);
  const ids = new Map(organisations.map(({ slug, id: one }) => [slug, one]));
  const begun = made.effect.organisations.flatMap(({ before, after }) =>
    before === null ? (ids.get(after.slug) ?? []) : [],
  );
  const services = await servicesConcerned(tx, made.effect, begun, organisations);
  const inTheWay = restsOnReorganisation(made.effect, { organisations, services });
  if (inTheWay.length === 0) inTheWay.push(...(await hangsOn(tx, made.effect, begun)));
  const named = new Map(organisations.map((one) => [one.slug, one.periods.at(-1)!]));
  return {
    ...made,
    begun,
    organisationIds: ids,
    serviceIds: new Map(services.map(({ reference, id: one }) => [reference, one])),
    report: {
      ...{ reorganisation: id, kind: made.kind, on: made.on },
      organisations: made.effect.organisations.map(({ change, after }) => {
        const { name, abbreviation } = named.get(after.slug) ?? after.periods.at(-1)!;
        return { slug: after.slug, name, abbreviation, change };
      }),
      services: made.effect.services.length,
      inTheWay,
    },
  };
}

async function heldReorganisation(tx: EntityManager, id: string): Promise<Made> {
  const [row]: (Omit<Made, 'effect'> & { effect: StoredEffect | null; withdrawn: boolean })[] =
    await tx.query(
      `SELECT id, kind, on_date AS "on", effect, withdrawn_at IS NOT NULL AS withdrawn
     FROM reorganisation WHERE id = $1 FOR UPDATE`,
      [id],
    );
  if (!row) throw new HeadwayProblem('not_found');
  if (row.withdrawn) throw new HeadwayProblem('wrong_state', 'It was withdrawn already');
  const { effect } = row;
  if (effect === null)
    throw new HeadwayProblem(
      'wrong_state',
      'It was made before Headway kept what there was before it, so it cannot be withdrawn. Record another change instead',
    );
  return { ...row, effect };
}

/** Those that it moved, held in one order, and all of organisations that began by it. */
async function servicesConcerned(
  tx: EntityManager,
  { services }: StoredEffect,
  begun: readonly string[],
  organisations: readonly StoredHistory[],
): Promise<(OwnedService & { readonly id: string })[]> {
  const found: { id: string; reference: string }[] = await tx.query(
    `SELECT s.id, s.reference FROM service s
     WHERE s.reference = ANY ($1) OR EXISTS (
       SELECT FROM service_ownership w WHERE w.service_id = s.id AND w.organisation_id = ANY ($2))
     ORDER BY s.id FOR UPDATE OF s`,
    [services.map(({ reference }) => reference), begun],
  );
  return withOwners(tx, found, organisations);
}

/** What people have done since in the name of an organisation that began by it. */
async function hangsOn(tx: EntityManager, effect: StoredEffect, begun: readonly string[]): Promise<string[]> {
  const given = JSON.stringify(effect.estates.rolesGiven);
  const grants = `jsonb_to_recordset($1::jsonb) AS given (person_id uuid, role text, organisation_id uuid)`;
  const same = `g.person_id = given.person_id AND g.role = given.role AND g.organisation_id = given.organisation_id`;
  const roles: { line: string }[] = await tx.query(
    `SELECT p.name || ' was given a role over ' || o.name || ' after it' AS line
     FROM role_grant g JOIN person p ON p.id = g.person_id JOIN organisation o ON o.id = g.organisation_id
     WHERE g.organisation_id = ANY ($2) AND NOT EXISTS (SELECT FROM ${grants} WHERE ${same})
     UNION ALL
     SELECT 'The role of ' || p.name || ' over ' || o.name || ', which came by it, was ended after it'
     FROM ${grants} JOIN person p ON p.id = given.person_id JOIN organisation o ON o.id = given.organisation_id
     WHERE NOT EXISTS (SELECT FROM role_grant g WHERE ${same}) ORDER BY 1`,
    [given, begun],
  );
  const barriers: { line: string }[] = await tx.query(
    `SELECT 'A barrier of ' || o.name || ' was added after it' AS line
     FROM barrier b JOIN organisation o ON o.id = b.organisation_id
     WHERE o.id = ANY ($1) AND b.id <> ALL ($2) GROUP BY o.id`,
    [begun, effect.estates.barriers.map(({ id }) => id)],
  );
  const waves: { line: string }[] = await tx.query(
    `SELECT DISTINCT 'A pulse survey asks ' || o.name AS line
     FROM pulse_organisation w JOIN organisation o ON o.id = w.organisation_id WHERE o.id = ANY ($1)`,
    [begun],
  );
  return [
    ...[...roles, ...barriers, ...waves].map(({ line }) => line),
    ...(await returnsOf(tx, effect, begun)),
  ];
}

/** Returns of those that began by it which somebody has worked on, or which were closed with their quarter. */
async function returnsOf(
  tx: EntityManager,
  effect: StoredEffect,
  begun: readonly string[],
): Promise<string[]> {
  const made = effect.returns.map(({ after }) => after);
  const rows: { quarter: string; name: string; closed: boolean }[] = await tx.query(
    `SELECT q.id AS quarter, o.name, q.state = 'closed' AS closed
     FROM quarter_return t JOIN quarter q ON q.id = t.quarter_id JOIN organisation o ON o.id = t.organisation_id
     WHERE t.organisation_id = ANY ($1) AND (q.state = 'closed' OR t.version <> coalesce((
         SELECT left_as.version FROM jsonb_to_recordset($2::jsonb)
           AS left_as (quarter_id text, organisation_id uuid, version integer)
         WHERE left_as.quarter_id = t.quarter_id AND left_as.organisation_id = t.organisation_id), 1)
       OR EXISTS (SELECT FROM quarter_message m
         WHERE m.quarter_id = t.quarter_id AND m.organisation_id = t.organisation_id))
     ORDER BY q.id, lower(o.name)`,
    [begun, JSON.stringify(made)],
  );
  return rows.map(({ quarter, name, closed }) =>
    closed
      ? `${quarterName(quarter)} was closed with a return of ${name}`
      : `The return of ${name} for ${quarterName(quarter)} has been worked on`,
  );
}
