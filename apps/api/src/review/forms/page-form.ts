import { type Review, mostReviewRows } from '@headway/contract';
import type { Pack, PackTable, Snapshot } from '@headway/domain';

/** What a page shows of a pack; which revisions and files there are is another matter. */
export type ReviewPage = Omit<Review, 'revisions' | 'files' | 'sha256'>;

/** The pack as a page shows it, as JSON. */
export function pageForm(pack: Pack, snapshot: Snapshot): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(pageOf(pack, snapshot)));
}

function pageOf(pack: Pack, snapshot: Snapshot): ReviewPage {
  return { ...said(pack), ...shown(snapshot) };
}

function said(pack: Pack) {
  const { title, subtitle, contact, frozenAt, revision, headline, changes, sections, notes, definitions } =
    pack;
  return {
    ...{ title, subtitle, contact, frozenAt, revision },
    headline: [...headline],
    changes: { lastQuarter: [...changes.lastQuarter], lastYear: [...changes.lastYear] },
    sections: sections.map((one) => ({ ...one, sentences: [...one.sentences], tables: [...one.tables] })),
    tables: pack.tables.map(shortened),
    notes: Object.entries(notes).map(([key, text]) => ({ key, text })),
    definitions: definitions.map(({ heading, terms }) => ({
      heading,
      terms: terms.map(([term, meaning]) => ({ term, meaning })),
    })),
  };
}

/** A page shows the beginning of a long list; the files hold all of it. */
function shortened({ columns, rows, lines, notes, ...table }: PackTable): Review['tables'][number] {
  return {
    ...table,
    ...{ lines: [...lines], notes: [...notes] },
    columns: columns.map((column) => ({ ...column, notes: [...column.notes] })),
    rows: rows.slice(0, mostReviewRows).map((row) => ({
      ...row,
      ...{ cells: [...row.cells], revised: [...row.revised], suppressed: [...row.suppressed] },
    })),
    total: rows.length,
  };
}

/** What the charts are drawn from, in the shapes that the portfolio has. */
function shown({ quarter, figures, organisations, trend, organisationTrend, comparisons }: Snapshot) {
  return {
    quarter,
    portfolio: {
      ...{ on: quarter.to, boundaries: 'then' as const, comparison: comparisons.lastYear.comparison },
      ...figures,
      byOrganisation: organisations.map(({ organisation: { kind: _, ...organisation }, counts }) => ({
        organisation,
        counts,
      })),
    },
    trend: {
      boundaries: 'then' as const,
      quarters: [...trend],
      byOrganisation: organisationTrend.map((line) => ({ ...line, quarters: [...line.quarters] })),
    },
  };
}
