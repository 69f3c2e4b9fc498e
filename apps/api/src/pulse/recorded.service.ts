import { Injectable } from '@nestjs/common';
import type { Portfolio, PulseRecorded, PulseRecordedQuery } from '@headway/contract';
import { addCounts, noCounts } from '@headway/domain';
import { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { lastConfidence, openBarriers } from './recorded-rows.js';
import { PulseResultsService } from './results.service.js';
import { asShown } from './wave-rows.js';

/** What leads recorded by the day a wave closed: of what the caller may see, unlike what staff said. */
@Injectable()
export class PulseRecordedService {
  constructor(
    private readonly database: DataSource,
    private readonly portfolio: PortfolioService,
    private readonly results: PulseResultsService,
  ) {}

  /** @throws as results do */
  async recorded(caller: Caller, { wave: id, organisation }: PulseRecordedQuery): Promise<PulseRecorded> {
    const { now: wave } = await this.results.closed(id);
    const { organisations } = await this.results.count(wave);
    const asked = { on: wave.closesOn, ...(organisation ? { organisation } : {}) };
    const [external, internal] = await Promise.all(
      (['external', 'internal'] as const).map((audience) =>
        this.portfolio.rollUp(caller, { ...asked, audience }),
      ),
    );
    const said = await lastConfidence(this.database, wave.closesOn, scopeParameter(caller, 'readReturns'));
    const held = await openBarriers(this.database, wave.closesOn);
    const whole = scopeParameter(caller, 'readPortfolio') === null && !organisation;
    const slugs = organisations.map(({ slug }) => slug);
    return {
      wave: asShown(wave),
      items: [...(whole ? [null] : []), ...slugs].flatMap((slug) => {
        const byAudience = { external: countsOf(external!, slug), internal: countsOf(internal!, slug) };
        if (!byAudience.external && !byAudience.internal) return [];
        const { external: one = noCounts(), internal: other = noCounts() } = byAudience;
        return {
          organisation: slug,
          total: addCounts(one, other),
          byAudience: { external: one, internal: other },
          confidence: said.get(slug) ?? null,
          openBarriers: held.get(slug) ?? {},
        };
      }),
    };
  }
}

function countsOf({ total, byOrganisation }: Portfolio, slug: string | null) {
  return slug === null ? total : byOrganisation.find((one) => one.organisation.slug === slug)?.counts;
}
