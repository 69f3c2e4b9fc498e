import type { Reorganisation } from '@headway/contract';
import type { PlannedOrganisation, ReorganisationPlan } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { type AuditEntry, audit, notify } from '../platform/changes.js';
import { type Followed, followWhoOwes } from '../owed/who-owes.js';
import { writeHistories } from './histories.js';
import { writeOwners } from './owned-services.js';
import { type EstatesEffect, differing, effectOf, openReturns } from './reorganisation-effect.js';
import type { Reading } from './reorganisation-reading.js';

/** What a reorganisation has written that the trail tells of. */
export interface Written {
  readonly id: string;
  /** Of every organisation by its slug, those that begin included. */
  readonly organisationIds: ReadonlyMap<string, string>;
  readonly returns: Followed;
}

/** Makes a reorganisation of what is held and was read after that. */
export async function writeReorganisation(
  tx: EntityManager,
  caller: Caller,
  { on, kind, note }: Reorganisation,
  reading: Reading,
): Promise<Written> {
  const { plan, serviceIds } = reading;
  const [{ id }] = await tx.query(
    'INSERT INTO reorganisation (kind, on_date, note, made_by) VALUES ($1, $2, $3, $4) RETURNING id',
    [kind, on, note, caller.id],
  );
  const ids = await writeOrganisations(tx, plan.organisations, reading.organisationIds);
  await tx.query(
    `INSERT INTO organisation_succession (predecessor_id, successor_id, reorganisation_id)
     SELECT predecessor, successor, $2 FROM jsonb_to_recordset($1::jsonb) AS given (predecessor uuid, successor uuid)`,
    [
      JSON.stringify(
        plan.successions.map(({ predecessor, successor }) => ({
          predecessor: ids.get(predecessor),
          successor: ids.get(successor),
        })),
      ),
      id,
    ],
  );
  await writeOwners(tx, plan.services, { serviceIds, organisationIds: ids });
  const estates = await writeEstates(tx, caller, plan, ids);
  const asked = await openReturns(tx);
  const returns = await followWhoOwes(tx);
  const effect = { ...effectOf(reading), estates, returns: differing(asked, await openReturns(tx)) };
  await tx.query('UPDATE reorganisation SET effect = $2 WHERE id = $1', [id, JSON.stringify(effect)]);
  return { id, organisationIds: ids, returns };
}

/** Tells the trail, and whoever listens, what was made. */
export async function tellReorganisation(
  tx: EntityManager,
  caller: Caller,
  { on, kind, note }: Reorganisation,
  reading: Reading,
  { id, organisationIds: ids, returns }: Written,
): Promise<void> {
  const { plan } = reading;
  await audit(tx, caller, ...returns.entries, ...trail(reading, ids, { reorganisation: id, kind, on, note }));
  await notify(
    tx,
    ...returns.events,
    ...plan.services.map(({ reference, to }) => ({
      kind: 'service.changed' as const,
      subject: reference,
      organisationId: ids.get(to)!,
    })),
    ...plan.organisations.map(({ history: { slug } }) => ({
      kind: 'organisations.reorganised' as const,
      subject: slug,
      organisationId: ids.get(slug)!,
    })),
  );
}

/** Answers with the id of every organisation, those that begin included. */
async function writeOrganisations(
  tx: EntityManager,
  organisations: readonly PlannedOrganisation[],
  known: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const of = (...changes: PlannedOrganisation['change'][]) =>
    organisations.filter(({ change }) => changes.includes(change)).map(({ history }) => history);
  const begun: { slug: string; id: string }[] = await tx.query(
    `INSERT INTO organisation (slug, name, abbreviation, kind, parent_id, exists_from)
     SELECT given.slug, given.name, given.abbreviation, given.kind, parent.id, given."existsFrom"
     FROM jsonb_to_recordset($1::jsonb) AS given (slug text, name text, abbreviation text, kind text, parent text,
       "existsFrom" date) LEFT JOIN organisation parent ON parent.slug = given.parent
     RETURNING slug, id`,
    [
      JSON.stringify(
        of('created').map(({ slug, existsFrom, periods }) => ({ slug, existsFrom, ...periods[0] })),
      ),
    ],
  );
  await writeHistories(tx, of('ended', 'renamed', 'moved'));
  await tx.query('UPDATE organisation SET version = version + 1 WHERE slug = ANY ($1)', [
    of('continues').map(({ slug }) => slug),
  ]);
  return new Map([...known, ...begun.map(({ slug, id }) => [slug, id] as const)]);
}

/** What hangs on an organisation itself, and not on its services: roles and barriers. */
async function writeEstates(
  tx: EntityManager,
  caller: Caller,
  { estates }: ReorganisationPlan,
  ids: ReadonlyMap<string, string>,
): Promise<EstatesEffect> {
  const given = JSON.stringify(
    estates.map(({ organisation, rolesTo, barriersTo }) => ({
      organisation: ids.get(organisation),
      roles: rolesTo.map((slug) => ids.get(slug)),
      barriers: ids.get(barriersTo),
    })),
  );
  const recordset = `jsonb_to_recordset($1::jsonb) AS given (organisation uuid, roles uuid[], barriers uuid)`;
  const [grants] = await tx.query(
    `WITH gone AS (
       DELETE FROM role_grant g USING ${recordset} WHERE g.organisation_id = given.organisation
       RETURNING g.person_id, g.role, g.organisation_id, given.roles
     ), given_on AS (
       INSERT INTO role_grant (person_id, role, organisation_id)
       SELECT person_id, role, unnest(roles) FROM gone ON CONFLICT DO NOTHING
       RETURNING person_id, role, organisation_id
     )
     SELECT (SELECT coalesce(json_agg(to_jsonb(gone) - 'roles'), '[]') FROM gone) AS "rolesEnded",
       (SELECT coalesce(json_agg(given_on), '[]') FROM given_on) AS "rolesGiven"`,
    [given],
  );
  const [barriers] = await tx.query(
    `UPDATE barrier b SET organisation_id = given.barriers, version = b.version + 1, changed_by = $2
     FROM ${recordset} WHERE b.organisation_id = given.organisation AND b.resolved_on IS NULL
     RETURNING b.id, given.organisation AS "from", given.barriers AS "to"`,
    [given, caller.id],
  );
  return { ...(grants as Omit<EstatesEffect, 'barriers'>), barriers: barriers as EstatesEffect['barriers'] };
}

/** Each organisation keeps what happened to it, and its new owner keeps where a service came from. */
function trail(
  { plan, report }: Reading,
  ids: ReadonlyMap<string, string>,
  change: { reorganisation: string; kind: string; on: string; note: string | null },
): AuditEntry[] {
  const organisations = plan.organisations.map(({ change: what, before, after, history: { slug } }) => ({
    action: 'organisation.reorganised',
    subject: slug,
    organisationId: ids.get(slug)!,
    detail: {
      ...change,
      change: what,
      before,
      after,
      services: plan.services.filter(({ from, to }) => from === slug || to === slug).length,
      successors: plan.successions.flatMap((one) => (one.predecessor === slug ? one.successor : [])),
      people: report.people.filter(({ organisation }) => organisation === slug),
    },
  }));
  const services = plan.services.map(({ reference, from, to }) => ({
    action: 'service.transferred',
    subject: reference,
    organisationId: ids.get(to)!,
    detail: { ...change, from, organisation: to },
  }));
  return [...organisations, ...services];
}
