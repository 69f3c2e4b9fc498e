import { Injectable } from '@nestjs/common';
import {
  type Portfolio,
  type PortfolioQuery,
  type Trend,
  type TrendQuery,
  longestTrend,
} from '@headway/contract';
import {
  HeadwayProblem,
  type Person,
  type Quarter,
  londonDate,
  quarterBefore,
  quarterOf,
  quarterOn,
  quartersBetween,
} from '@headway/domain';
import { DataSource } from 'typeorm';
import { scopeParameter } from '../platform/caller.js';
import { mustBeKnown } from '../platform/known.js';
import { type Database, parameters } from '../platform/sql.js';
import { MovementsService } from './movements.service.js';
import { type RolledUp, figuresOf, organisationsOf, rollUpOn } from './roll-up.js';
import type { Counted } from './sources.js';

@Injectable()
export class PortfolioService {
  constructor(
    private readonly database: DataSource,
    private readonly movements: MovementsService,
  ) {}

  /** The roll-up on a date, counted by one statement; beside an earlier one where asked for. */
  async rollUp(
    caller: Person,
    { on = londonDate(new Date()), compareWith, boundaries = 'then', asKnownAt, ...filters }: PortfolioQuery,
    database: Database = this.database.manager,
  ): Promise<Portfolio> {
    await mustBeKnown(database, asKnownAt);
    const scope = scopeParameter(caller, 'readPortfolio');
    const [rolledUp] = await this.counted({ filters, scope, days: [on], boundaries, asKnownAt }, database);
    const past = { boundaries, asKnownAt };
    const comparison =
      compareWith &&
      (await this.movements.comparison(caller, { ...filters, ...past, from: compareWith, to: on }, database));
    return {
      on,
      boundaries,
      ...figuresOf(rolledUp!),
      byOrganisation: organisationsOf(rolledUp!),
      ...(comparison ? { comparison } : {}),
    };
  }

  /**
   * The roll-up at the end of every quarter; of the quarters of the day given and of today, on that day.
   * @throws 400 where the first quarter comes after the last, or too long before it.
   */
  async trend(caller: Person, query: TrendQuery, database: Database = this.database.manager): Promise<Trend> {
    const { from, to, on, boundaries = 'then', asKnownAt, ...filters } = query;
    await mustBeKnown(database, asKnownAt);
    const today = londonDate(new Date());
    const quarters = quartersOf(from, to, today);
    const scope = scopeParameter(caller, 'readPortfolio');
    const within = ({ from: first, to: last }: Quarter) =>
      [on, today].find((day) => day !== undefined && first <= day && day < last);
    const days = quarters.map((quarter) => within(quarter) ?? quarter.to);
    const rolledUp = await this.counted({ filters, scope, days, boundaries, asKnownAt }, database);
    return {
      boundaries,
      quarters: rolledUp.map((one, n) => ({ quarter: quarters[n]!.id, on: days[n]!, ...figuresOf(one) })),
      byOrganisation: linesOf(rolledUp),
    };
  }

  private counted(counted: Counted, database: Database): Promise<readonly RolledUp[]> {
    const { values, bind } = parameters();
    return database.query(rollUpOn(counted, bind), values);
  }
}

const quartersUnlessGiven = 12;

function quartersOf(from: string | undefined, to: string | undefined, today: string): readonly Quarter[] {
  const last = to ? quarterOf(to)! : quarterOn(today);
  let first = from ? quarterOf(from)! : last;
  for (let n = 1; !from && n < quartersUnlessGiven; n++) first = quarterBefore(first);
  const quarters = quartersBetween(first, last);
  if (quarters.length === 0 || quarters.length > longestTrend)
    throw new HeadwayProblem('invalid_request', undefined, [
      {
        pointer: '/from',
        code: 'out_of_range',
        message: `from must be no later than to, and at most ${longestTrend - 1} quarters before it`,
      },
    ]);
  return quarters;
}

/** A line for each organisation that there was, by the name that it had last. */
function linesOf(rolledUp: readonly RolledUp[]): Trend['byOrganisation'] {
  const lines = new Map<string, Trend['byOrganisation'][number]>();
  for (const [n, one] of rolledUp.entries())
    for (const { organisation, counts } of organisationsOf(one)) {
      const { slug } = organisation;
      const quarters = lines.get(slug)?.quarters ?? rolledUp.map(() => null);
      quarters[n] = { name: organisation.name, counts };
      lines.set(slug, { organisation, quarters });
    }
  return [...lines.values()].toSorted((a, b) =>
    a.organisation.name.localeCompare(b.organisation.name, 'en-GB'),
  );
}
