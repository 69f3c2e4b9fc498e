import type { Portfolio } from '@headway/contract';
import { headline, headlineChange, onlineSentences, redesignSentences, stageChanges } from '@headway/domain';
import { type TestApp, organisation, person, testApp } from '../testing/app.js';

/** So many of each hundred, external and internal alike, by their stages a year ago and now, and the redesign mark. */
const hundred = [
  { services: 34, before: 'not_started', after: 'not_started', underWay: false },
  { services: 3, before: 'not_started', after: 'in_progress', underWay: true },
  { services: 48, before: 'in_progress', after: 'in_progress', underWay: true },
  { services: 1, before: 'in_progress', after: 'in_progress', underWay: false },
  { services: 3, before: 'in_progress', after: 'live', underWay: false },
  { services: 11, before: 'redesigned', after: 'redesigned', underWay: false },
] as const;

describe('a portfolio as the survey of civil servants found it', () => {
  let headway: TestApp;
  let portfolio: Portfolio;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'CO');
    const token = await person(headway.source, 'viewer');
    for (const audience of ['external', 'internal'])
      for (const [n, { services, before, after, underWay }] of hundred.entries())
        await headway.source.query(
          `WITH new AS (
             INSERT INTO service (reference, name, audience)
             SELECT $1 || '-' || $2 || '-' || n, 'Service ' || n, $1::audience FROM generate_series(1, $3::integer) n
             RETURNING id
           ), owned AS (
             INSERT INTO service_ownership (service_id, organisation_id)
             SELECT new.id, organisation.id FROM new, organisation
           )
           INSERT INTO stage_record (service_id, stage, effective_on, redesign_under_way, recorded_by)
           SELECT new.id, said.stage, said.day, said.mark, person.id FROM new, person,
             (VALUES ($4::stage, date '2024-09-30', false), ($5::stage, date '2025-09-30', $6::boolean)) said (stage, day, mark)`,
          [audience, n, services, before, after, underWay],
        );
    const answer = await headway.ask('GET', '/api/portfolio?on=2025-12-31&compareWith=2024-12-31', { token });
    portfolio = answer.json<Portfolio>();
  }, 60_000);
  afterAll(() => headway.close());

  const words = (all: readonly { sentence: string }[]) => all.map(({ sentence }) => sentence);

  it('says that 14% are live, 3 points up', () =>
    expect(headlineChange(portfolio.comparison!)).toBe(
      '28 of the 200 services recorded are live or beyond, 14%; 3 points up since 31 December 2024; 3 points up among the same services.',
    ));

  it('says that 52% are in progress, unchanged', () =>
    expect(words(stageChanges(portfolio.comparison!))).toContain(
      '104 services are in progress, 52%; unchanged.',
    ));

  it('says that redesign is complete for 11% and under way for 51%', () => {
    expect(words(redesignSentences(portfolio.redesign))).toEqual([
      '76 services have not started on redesign, 38%.',
      '102 services are being redesigned, 51%.',
      '22 services have been redesigned, 11%.',
    ]);
    expect(words(onlineSentences(portfolio.online)).at(-1)).toContain('14%');
  });

  it('says the same of external and internal services', () => {
    for (const audience of ['external', 'internal'] as const)
      expect(headline(portfolio.byAudience[audience])).toBe(
        '14 of the 100 services recorded are live or beyond, 14%.',
      );
  });
});
