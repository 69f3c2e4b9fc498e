import { Injectable } from '@nestjs/common';
import type {
  List,
  SignalCounts,
  SignalledService,
  SignalledServicesQuery,
  Signals,
  SignalsQuery,
} from '@headway/contract';
import { type Person, londonDate, signals, withAllBelow } from '@headway/domain';
import { DataSource } from 'typeorm';
import { scopeParameter } from '../platform/caller.js';
import { mustBeKnown } from '../platform/known.js';
import { type Database, parameters } from '../platform/sql.js';
import { type Past, type View, matchingServices, openBarrier } from '../services/matching.js';
import { fromKept, keptForSignals, signalHolds, signalsFound, thresholdsIn } from '../services/signals.js';
import { type Said, fallingConfidence, saidConfidence } from './confidence.js';
import { type Alone, namedFrom, organisationsOn } from './roll-up.js';

interface Counted {
  readonly thresholds: Signals['thresholds'];
  readonly total: SignalCounts;
  readonly byOrganisation: readonly Alone<(typeof sums)[number]>[];
  readonly saidConfidence: readonly Said[];
}

/** Which services ask for a look, and why. */
@Injectable()
export class SignalsService {
  constructor(private readonly database: DataSource) {}

  /** How many show each signal, in all and by organisation, by one statement. */
  async counts(
    caller: Person,
    {
      on = londonDate(new Date()),
      boundaries = 'then',
      asKnownAt,
      asSigned,
      ...filters
    }: SignalsQuery & Pick<View, 'asSigned'>,
    database: Database = this.database.manager,
  ): Promise<Signals> {
    await mustBeKnown(database, asKnownAt);
    const { values, bind } = parameters();
    const scope = scopeParameter(caller, 'readPortfolio');
    const matching = { filters, scope, view: { on, boundaries, asKnownAt, asSigned } };
    const { from, where, since, told, past } = matchingServices(matching, bind);
    const flags = signals.map((signal) => `${signalHolds(signal, past)} AS ${signal}`);
    const [counted]: [Counted] = await database.query(
      `WITH RECURSIVE ${organisationsOn([past])}, flagged AS MATERIALIZED (SELECT w.organisation_id, ${flags.join(', ')} FROM ${from} ${since} ${told} WHERE ${where}
       ), counted AS MATERIALIZED (SELECT 0 AS n, organisation_id, ${counting} FROM flagged GROUP BY 2
       ), ${namedFrom(matching, summed, bind)}
       SELECT ${thresholdsIn(past)} AS thresholds,
         (SELECT to_json(total) FROM (SELECT ${summed} FROM counted) total) AS total,
         (SELECT coalesce(json_agg(named ORDER BY lower(name)), '[]') FROM named) AS "byOrganisation",
         ${saidConfidence(past, filters.organisation, scope, bind)} AS "saidConfidence"`,
      values,
    );
    return {
      on,
      boundaries,
      thresholds: counted.thresholds,
      total: counted.total,
      byOrganisation: withAllBelow(counted.byOrganisation, sums).map(
        ({ slug, name, abbreviation, parent, tallies }) => ({
          organisation: { slug, name, abbreviation, parent },
          counts: tallies,
        }),
      ),
      confidenceFalling: fallingConfidence(counted.saidConfidence),
    };
  }

  /** A page of the services with any of the signals asked for, each with all that it shows. */
  async services(
    caller: Person,
    {
      on = londonDate(new Date()),
      boundaries,
      asKnownAt,
      asSigned,
      page,
      pageSize,
      reference,
      ...filters
    }: SignalledServicesQuery & Pick<View, 'asSigned'>,
    database: Database = this.database.manager,
  ): Promise<List<SignalledService>> {
    await mustBeKnown(database, asKnownAt);
    const { values, bind } = parameters();
    const scope = scopeParameter(caller, 'readPortfolio');
    const { from, where, past } = matchingServices(
      {
        filters: { ...filters, signal: filters.signal ?? [...signals] },
        scope,
        view: { on, boundaries, asKnownAt, asSigned },
        reference,
      },
      bind,
    );
    const [found]: [{ items: SignalledService[]; total: number }] = await database.query(
      `WITH matched AS MATERIALIZED (SELECT ${keptForSignals} FROM ${from} WHERE ${where}
       ), page AS (
         SELECT * FROM matched ORDER BY lower(name), id LIMIT ${bind(pageSize)} OFFSET ${bind((page - 1) * pageSize)}
       ), shown AS (SELECT ${columns(past)} FROM ${fromKept('page')}
         JOIN organisations_on(${past.boundaryDay}, ${past.known}) o ON o.id = s.organisation_id
         ORDER BY lower(s.name), s.id)
       SELECT (SELECT coalesce(json_agg(shown), '[]') FROM shown) AS items,
              (SELECT count(*)::integer FROM matched) AS total`,
      values,
    );
    return { ...found, page, pageSize };
  }
}

const sums = ['services', 'any', ...signals] as const;
const summed = sums.map((sum) => `coalesce(sum("${sum}"), 0)::integer AS "${sum}"`).join(', ');
const counting = `count(*)::integer AS services, (count(*) FILTER (WHERE ${signals.join(' OR ')}))::integer AS "any",
  ${signals.map((signal) => `(count(*) FILTER (WHERE ${signal}))::integer AS ${signal}`).join(', ')}`;

function columns(past: Past): string {
  const open = `${past.table('barrier')} b WHERE b.service_id = s.id AND ${openBarrier('b', past)}`;
  return `s.id, s.reference, s.name, s.owner, coalesce(r.stage::text, 'not_recorded') AS stage,
    json_build_object('slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation) AS organisation,
    (SELECT json_agg(g.found ORDER BY g.n, g.place) FROM (${signalsFound(past)}) g) AS signals,
    (SELECT json_build_object('category', b.category, 'description', b.description, 'nextAction', b.next_action,
       'nextActionOwner', b.next_action_owner, 'raisedOn', b.raised_on)
     FROM ${open} ORDER BY b.raised_on, b.id LIMIT 1) AS barrier,
    (SELECT count(*)::integer FROM ${open}) AS barriers`;
}
