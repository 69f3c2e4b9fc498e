import type { Review } from '@headway/contract';
import { formatDate, quarterBefore, recorded, yearsBefore } from '@headway/domain';
import type { Pictured } from './charts';
import { type ShownTable, tableShown } from './shown-table';

/** Sentences that are copied together. */
interface Said {
  readonly heading: string | null;
  readonly of: string;
  readonly sentences: readonly string[];
}

export interface ShownSection {
  readonly key: string;
  readonly heading: string;
  readonly said: readonly Said[];
  readonly pictured: Pictured | null;
  readonly tables: readonly ShownTable[];
}

/** Everything of a review beneath its headline, in reading order. */
export function sectionsShown(review: Review): ShownSection[] {
  const said = new Set([...review.headline, ...review.sections.flatMap(({ sentences }) => sentences)]);
  const tables = new Map(review.tables.map((table) => [table.key, table]));
  return review.sections.map(({ key, heading, sentences, tables: keys }) => {
    // The headline's own sentences stand at the top of the page.
    const own = key === 'headline' ? changesSaid(review) : [{ heading: null, of: heading, sentences }];
    return {
      key,
      heading: key === 'headline' ? 'Headline figures' : heading,
      said: own.filter((one) => one.sentences.length > 0),
      pictured: picturedIn(review, key),
      tables: keys.flatMap((one) => {
        const table = tables.get(one);
        return table ? [tableShown(table, review, said)] : [];
      }),
    };
  });
}

function changesSaid({ quarter, changes }: Review): Said[] {
  const since = (date: string) => `Stage by stage since ${formatDate(date)}`;
  const [before, year] = [since(quarterBefore(quarter).to), since(yearsBefore(quarter.to, 1))];
  return [
    { heading: before, of: before, sentences: changes.lastQuarter },
    { heading: year, of: year, sentences: changes.lastYear },
  ];
}

/** Where nothing is recorded there is nothing to draw. */
function picturedIn({ portfolio, trend }: Review, key: string): Pictured | null {
  if (key === 'headline' && recorded(portfolio.total) > 0) return key;
  return key === 'trend' && trend.quarters.some(({ total }) => recorded(total) > 0) ? key : null;
}
