import type { Target } from '@headway/contract';
import { type SnapshotService, type SnapshotTarget, type TargetStage, reached } from '@headway/domain';
import { type Database, parameters } from '../platform/sql.js';
import { type View, matchingServices } from '../services/matching.js';
import { targetsIn } from '../services/service-rows.js';
import type { InOrder, Named } from './snapshot-parts.js';

type Row = Omit<SnapshotService, 'liveBy' | 'redesignedBy'> & { readonly targets: readonly Target[] };

/** Every service that counts on a day, with its targets, by organisation and name. */
export async function servicesOn(
  database: Database,
  view: View,
  named: Named,
  inOrder: InOrder,
): Promise<{ services: SnapshotService[]; targets: SnapshotTarget[] }> {
  const { values, bind } = parameters();
  const { from, where, since, past } = matchingServices({ filters: {}, scope: null, view }, bind);
  const rows: Row[] = await database.query(
    `SELECT s.reference, s.name, json_build_object('slug', o.slug, 'name', o.name) AS organisation, s.audience,
       coalesce(r.stage::text, 'not_recorded') AS stage, since.date AS "stageSince",
       coalesce(r.redesign_under_way, false) AS "redesignUnderWay",
       json_build_object('frontOffice', r.front_office, 'middleOffice', r.middle_office, 'backOffice', r.back_office)
         AS offices, s.transactions_a_year AS "transactionsAYear", s.owner, s.address,
       (SELECT e.evidence_url FROM stage_record e WHERE e.id = r.record_id) AS evidence, (${targetsIn(past)}) AS targets
     FROM ${from} ${since} WHERE ${where} ORDER BY lower(o.name), lower(s.name), lower(s.reference)`,
    values,
  );
  const asNamed = inOrder(rows, ({ organisation }) => organisation.slug).map((row) => ({
    ...row,
    organisation: named(row.organisation),
  }));
  return { services: asNamed.map(serviceOf), targets: asNamed.flatMap(targetsOf) };
}

function serviceOf({ targets, ...service }: Row): SnapshotService {
  const due = (stage: TargetStage) => targets.find((target) => target.stage === stage)?.dueOn ?? null;
  return { ...service, liveBy: due('live'), redesignedBy: due('redesigned') };
}

function targetsOf({ reference, name, organisation, stage, targets }: Row): SnapshotTarget[] {
  return targets.map(({ stage: aimedAt, dueOn, firstDueOn, slippage }) => ({
    ...{ reference, name, organisation: organisation.name },
    ...{ stage: aimedAt, firstDueOn, dueOn, slippage },
    reached: reached(aimedAt, stage === 'not_recorded' ? null : stage),
  }));
}
