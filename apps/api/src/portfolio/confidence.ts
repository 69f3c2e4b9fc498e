import type { FallingConfidence } from '@headway/contract';
import { type Confidence, confidenceFalling } from '@headway/domain';
import { type Bind, membersOf } from '../platform/sql.js';
import type { Past } from '../services/matching.js';

/** The last word on confidence of one organisation in one quarter. */
export interface Said {
  readonly slug: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly quarter: string;
  readonly confidence: Confidence;
  readonly submittedOn: string;
}

/**
 * What organisations said in their last two returns, as of a day and as far as was known: JSON, as a column. Of
 * these organisations only, where they are given.
 */
export function saidConfidence(
  past: Past,
  organisations: readonly string[] | undefined,
  scope: readonly string[] | null,
  bind: Bind,
): string {
  const where = [
    `(b.submitted_at AT TIME ZONE 'Europe/London')::date <= ${past.on}`,
    `(${past.known} IS NULL OR b.submitted_at <= ${past.known})`,
  ];
  if (scope) where.push(`b.organisation_id IN ${membersOf(bind(scope), 'uuid')}`);
  if (organisations) where.push(`o.slug IN ${membersOf(bind(organisations), 'text')}`);
  return `(SELECT coalesce(json_agg(said), '[]') FROM (
    SELECT *, row_number() OVER (PARTITION BY slug ORDER BY quarter DESC) AS place FROM (
      SELECT DISTINCT ON (b.organisation_id, b.quarter_id) o.slug, o.name, o.abbreviation, b.quarter_id AS quarter,
        b.confidence, (b.submitted_at AT TIME ZONE 'Europe/London')::date AS "submittedOn"
      FROM quarter_submission b JOIN organisations_on(${past.boundaryDay}, ${past.known}) o ON o.id = b.organisation_id
      WHERE ${where.join(' AND ')} ORDER BY b.organisation_id, b.quarter_id, b.number DESC) last
    ) said WHERE place <= 2)`;
}

/** Those whose confidence fell, by name. */
export function fallingConfidence(said: readonly Said[]): FallingConfidence[] {
  return [...Map.groupBy(said, ({ slug }) => slug).values()]
    .flatMap((own) => {
      const fell = confidenceFalling(own);
      if (!fell) return [];
      const { slug, name, abbreviation } = own[0]!;
      const [now, before] = [fell.now, fell.before].map(({ quarter, confidence, submittedOn }) => ({
        ...{ quarter, confidence, submittedOn },
      }));
      return [{ organisation: { slug, name, abbreviation }, now: now!, before: before! }];
    })
    .toSorted((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'en-GB'));
}
