import { Injectable } from '@nestjs/common';
import type { MovedService, Movements, MovementsQuery } from '@headway/contract';
import {
  type Comparison,
  HeadwayProblem,
  type Movement,
  type Person,
  comparisonOf,
  londonDate,
  movementKind,
  movementKinds,
  standings,
  yearsBefore,
} from '@headway/domain';
import { DataSource } from 'typeorm';
import { scopeParameter } from '../platform/caller.js';
import { mustBeKnown } from '../platform/known.js';
import { type Bind, type Database, membersOf, parameters } from '../platform/sql.js';
import { type Past, type View, matchingServices } from '../services/matching.js';

type Between = Pick<MovementsQuery, 'organisation' | 'audience'> &
  Omit<View, 'on'> & {
    readonly from: string;
    readonly to: string;
  };

/** Where services stood on two dates. */
@Injectable()
export class MovementsService {
  constructor(private readonly database: DataSource) {}

  /** @throws 400 where the first date is not before the second. */
  async comparison(
    caller: Person,
    between: Between,
    database: Database = this.database.manager,
  ): Promise<Comparison> {
    mustBeBefore(between, '/compareWith');
    const { values, bind } = parameters();
    const { moved } = movedBetween(caller, between, bind);
    return comparisonOf(between.from, await database.query(`WITH ${moved} ${matrix}`, values));
  }

  /** The matrix from stage to stage, and a page of the services that are asked for of it. */
  async movements(
    caller: Person,
    query: MovementsQuery & Pick<View, 'asSigned'>,
    database: Database = this.database.manager,
  ): Promise<Movements> {
    const { to = londonDate(new Date()), kind, before, after, page, pageSize, ...rest } = query;
    const between = { ...rest, from: rest.from ?? yearsBefore(to, 1), to };
    mustBeBefore(between, '/from');
    await mustBeKnown(database, between.asKnownAt);
    const { values, bind } = parameters();
    const { moved, from, past } = movedBetween(caller, between, bind);
    const listed = membersOf(bind(cellsOf({ kind, before, after })), 'text');
    const [found]: [{ matrix: Movement[]; shown: MovedService[]; total: number }] = await database.query(
      `WITH ${moved}, listed AS (SELECT m.*, s.reference, s.name FROM moved m JOIN ${past.table('service')} s ON s.id = m.id
           WHERE m.before || ' ' || m.after IN ${listed}),
         page AS (SELECT * FROM listed ORDER BY lower(name), id LIMIT ${bind(pageSize)} OFFSET ${bind((page - 1) * pageSize)}),
         shown AS (
           SELECT p.reference, p.name, p.before, p.after, (${movesOf(past, from)}) AS moves,
             json_build_object('slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation) AS organisation
           FROM page p JOIN organisations_on(${past.boundaryDay}, ${past.known}) o ON o.id = p.organisation_id
           ORDER BY lower(p.name), p.id
         )
       SELECT (SELECT coalesce(json_agg(matrix), '[]') FROM (${matrix}) matrix) AS matrix,
              (SELECT coalesce(json_agg(shown), '[]') FROM shown) AS shown,
              (SELECT count(*)::integer FROM listed) AS total`,
      values,
    );
    return {
      from: between.from,
      to,
      boundaries: between.boundaries ?? 'then',
      comparison: comparisonOf(between.from, found.matrix),
      matrix: found.matrix,
      services: { items: found.shown, page, pageSize, total: found.total },
    };
  }
}

const matrix = 'SELECT before, after, count(*)::integer AS services FROM moved GROUP BY 1, 2 ORDER BY 1, 2';

/** Services that count on either date, with where they stood on both, and with whom they are, or were last. */
function movedBetween(
  caller: Person,
  { from, to, boundaries, asKnownAt, asSigned, ...filters }: Between,
  bind: Bind,
): { moved: string; from: string; past: Past } {
  const scope = scopeParameter(caller, 'readPortfolio');
  const on = (day: string) =>
    matchingServices({ filters, scope, view: { on: day, boundaries, asKnownAt, asSigned } }, bind);
  const [first, second] = [on(from), on(to)];
  const stood = ({ from: tables, where }: typeof first) =>
    `SELECT s.id, w.organisation_id, coalesce(r.stage::text, 'not_recorded') AS stage FROM ${tables} WHERE ${where}`;
  const moved = `moved AS MATERIALIZED (
    SELECT id, coalesce(a.organisation_id, b.organisation_id) AS organisation_id,
      coalesce(b.stage, 'absent') AS before, coalesce(a.stage, 'absent') AS after
    FROM (${stood(first)}) b FULL JOIN (${stood(second)}) a USING (id))`;
  return { moved, from: first.past.on, past: second.past };
}

/** When it moved between the dates, and when it was first recorded; of one day, what was written last. */
function movesOf({ on, counting }: Past, from: string): string {
  return `SELECT coalesce(json_agg(json_build_object('effectiveOn', x.effective_on, 'stage', x.stage, 'note', x.note)
      ORDER BY x.effective_on), '[]')
    FROM (
      SELECT f.*, lag(f.stage) OVER (ORDER BY f.effective_on) AS was FROM (
        SELECT DISTINCT ON (f.effective_on) f.* FROM stage_record f
        WHERE f.service_id = p.id AND f.effective_on <= ${on} AND ${counting('f')}
        ORDER BY f.effective_on, f.sequence DESC
      ) f
    ) x WHERE x.effective_on > ${from} AND x.was IS DISTINCT FROM x.stage`;
}

type Cell = Pick<MovementsQuery, 'kind' | 'before' | 'after'>;

/** The cells of the matrix whose services are listed, as "live absent": up and down where nothing is asked for. */
function cellsOf({ kind, before, after }: Cell): string[] {
  const kinds = kind ?? (before || after ? movementKinds : (['up', 'down'] as const));
  return standings.flatMap((first) =>
    standings.flatMap((second) => {
      const moved = movementKind(first, second);
      const listed =
        moved && kinds.includes(moved) && (before ?? first) === first && (after ?? second) === second;
      return listed ? [`${first} ${second}`] : [];
    }),
  );
}

function mustBeBefore({ from, to }: Between, pointer: string): void {
  if (from < to) return;
  throw new HeadwayProblem('invalid_request', undefined, [
    { pointer, code: 'out_of_range', message: `${pointer.slice(1)} must be before the other date` },
  ]);
}
