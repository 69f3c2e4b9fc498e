import { createHash } from 'node:crypto';
import type {
  OrganisationName,
  Reorganisation,
  ReorganisationReport,
  ReorganisedPerson,
} from '@headway/contract';
import {
  HeadwayProblem,
  type KnownToReorganise,
  type OrganisationState,
  type ReorganisationPlan,
  countsOn,
  londonDate,
  planReorganisation,
  servicesOf,
} from '@headway/domain';
import type { EntityManager } from 'typeorm';
import { claimedServices } from '../services/claim.js';
import { type StoredHistory, organisationHistories } from './histories.js';
import { withOwners } from './owned-services.js';

/** What a reorganisation comes to as things stand, with the ids behind the slugs and references in it. */
export interface Reading {
  readonly plan: ReorganisationPlan;
  readonly report: Omit<ReorganisationReport, 'mode'>;
  readonly organisationIds: ReadonlyMap<string, string>;
  readonly serviceIds: ReadonlyMap<string, string>;
  /** What there was before it. */
  readonly known: KnownToReorganise;
}

/**
 * Holds what it reads until the transaction ends.
 * @throws 422 with every rule that it breaks.
 */
export async function readReorganisation(tx: EntityManager, request: Reorganisation): Promise<Reading> {
  const concerned = servicesOf(request);
  await holdGivers(tx, concerned.organisations);
  const organisations = await organisationHistories(tx);
  const ids = new Map(organisations.map(({ slug, id }) => [slug, id]));
  const services = await servicesGiven(tx, request.on, concerned, organisations);
  const plan = planReorganisation(request, { organisations, services }, londonDate(new Date()));
  if ('broken' in plan) throw new HeadwayProblem('rule_broken', undefined, plan.broken);
  const named = new Map(services.map((one) => [one.reference, one]));
  const name = namesOf(plan, organisations);
  const content = {
    kind: request.kind,
    on: request.on,
    note: request.note,
    organisations: plan.organisations.map(({ change, before, after, history: { slug } }) => ({
      slug,
      change,
      ...shown(after, name),
      kind: after.kind,
      before: before && shown(before, name),
    })),
    services: plan.services.map(({ reference, from, to }) => {
      const { name: called, closed } = named.get(reference)!;
      return { reference, name: called, from, to, closed };
    }),
    people: await peopleOf(tx, plan),
    barriers: await openBarriers(tx, plan),
  };
  const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return {
    plan,
    report: { ...content, fingerprint },
    organisationIds: ids,
    serviceIds: new Map(services.map(({ reference, id }) => [reference, id])),
    known: { organisations, services },
  };
}

/** Until the transaction ends nothing becomes theirs: whoever gives a service to one looks at its row first. */
async function holdGivers(tx: EntityManager, slugs: readonly string[]): Promise<void> {
  await tx.query('SELECT FROM organisation WHERE slug = ANY ($1) ORDER BY id FOR UPDATE', [slugs]);
}

/** Services that the givers own, on the day or after it, with whose they were when; held in one order. */
async function servicesGiven(
  tx: EntityManager,
  on: string,
  { organisations, references }: ReturnType<typeof servicesOf>,
  histories: readonly StoredHistory[],
) {
  const lower = references?.map((one) => one.toLowerCase()) ?? null;
  const found: { id: string; reference: string; name: string }[] = await tx.query(
    `SELECT s.id, s.reference, s.name FROM service s
     WHERE ($3::text[] IS NULL OR lower(s.reference) = ANY ($3)) AND EXISTS (
       SELECT FROM service_ownership w JOIN organisation o ON o.id = w.organisation_id
       WHERE w.service_id = s.id AND o.slug = ANY ($1) AND w.to_on > $2)
     ORDER BY s.id FOR UPDATE OF s`,
    [organisations, on, lower],
  );
  // Read after they are held, so as they then are.
  const claimed = await claimedServices(
    tx,
    found.map(({ id, reference }) => ({ id, reference, organisationId: '' })),
  );
  const services = found.map((service, index) => ({
    ...service,
    closed: !countsOn({ ...claimed[index]!, opensOn: null }, on),
  }));
  return withOwners(tx, services, histories);
}

type Names = (slug: string) => OrganisationName;

/** What everybody is called from the day on, those that begin included. */
function namesOf({ organisations }: ReorganisationPlan, histories: readonly StoredHistory[]): Names {
  const states = new Map<string, OrganisationState>(
    histories.map(({ slug, periods }) => [slug, periods.at(-1)!]),
  );
  for (const { after, history } of organisations) states.set(history.slug, after);
  return (slug) => {
    const { name, abbreviation } = states.get(slug)!;
    return { slug, name, abbreviation };
  };
}

function shown({ name, abbreviation, parent }: OrganisationState, named: Names) {
  return { name, abbreviation, parent: parent === null ? null : named(parent) };
}

async function peopleOf(tx: EntityManager, { estates }: ReorganisationPlan): Promise<ReorganisedPerson[]> {
  const rolesTo = new Map(estates.map(({ organisation, rolesTo: to }) => [organisation, [...to]]));
  const people: Omit<ReorganisedPerson, 'carriedTo'>[] = await tx.query(
    `SELECT p.name, p.email, g.role, o.slug AS organisation
     FROM role_grant g JOIN person p ON p.id = g.person_id JOIN organisation o ON o.id = g.organisation_id
     WHERE o.slug = ANY ($1) ORDER BY lower(p.name), p.email, o.slug, g.role`,
    [[...rolesTo.keys()]],
  );
  return people.map((person) => ({ ...person, carriedTo: rolesTo.get(person.organisation)! }));
}

async function openBarriers(tx: EntityManager, { estates }: ReorganisationPlan): Promise<number> {
  const [{ open }] = await tx.query(
    `SELECT count(*) AS open FROM barrier b JOIN organisation o ON o.id = b.organisation_id
     WHERE o.slug = ANY ($1) AND b.resolved_on IS NULL`,
    [estates.map(({ organisation }) => organisation)],
  );
  return open as number;
}
