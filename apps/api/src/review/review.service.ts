import { Injectable } from '@nestjs/common';
import { type Review, mostReviewRows } from '@headway/contract';
import {
  type Pack,
  type PackTable,
  type Snapshot,
  packFormats,
  packForms,
  packName,
  packOf,
} from '@headway/domain';
import { DataSource } from 'typeorm';
import { ReviewFiles } from './files.service.js';
import { revisionsOf } from './revisions.js';
import { type Frozen, Snapshots } from './snapshots.service.js';

/** What the page of a review shows: the pack of its files. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly database: DataSource,
    private readonly snapshots: Snapshots,
    private readonly files: ReviewFiles,
  ) {}

  /** @throws 404 where the quarter was not closed so often. */
  async review(quarter: string, asked: number | undefined): Promise<Review> {
    const frozen = await this.snapshots.frozen(quarter, asked);
    const { revision, sha256 } = frozen;
    const snapshot = parsed(frozen);
    const before = revision === 1 ? null : parsed(await this.snapshots.frozen(quarter, revision - 1));
    const sizes = await this.files.sizes(quarter, revision);
    return {
      ...said(packOf(snapshot, before, sha256)),
      ...shown(snapshot),
      sha256,
      revisions: await revisionsOf(this.database.manager, quarter),
      files: packFormats.map((format) => ({
        format,
        name: `${packName(snapshot)}.${packForms[format].ending}`,
        address: `/api/quarters/${quarter}/review.${format}?revision=${revision}`,
        ...(format === 'json'
          ? { bytes: frozen.bytes.length, sha256 }
          : (sizes.get(format) ?? { bytes: null, sha256: null })),
      })),
    };
  }
}

function parsed({ bytes }: Frozen): Snapshot {
  return JSON.parse(bytes.toString()) as Snapshot;
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
    rows: rows
      .slice(0, mostReviewRows)
      .map((row) => ({ ...row, cells: [...row.cells], revised: [...row.revised] })),
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
