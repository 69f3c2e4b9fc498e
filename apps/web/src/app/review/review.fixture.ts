import type { Review, ReviewTable } from '@headway/contract';
import { portfolioOf } from '../portfolio/portfolio.fixture';

type Column = ReviewTable['columns'][number];

export function columnOf(key: string, change: Partial<Column> = {}): Column {
  const header = `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
  return { key, header, type: 'text', unit: null, blank: 'z', notes: [], ...change };
}

/** A table of two departments, one with an agency, where one figure was revised. */
export function tableOf(change: Partial<ReviewTable> = {}): ReviewTable {
  const row = (key: string, level: number, cells: (string | number | null)[], revised: string[] = []) => ({
    ...{ key, level, cells, revised, suppressed: [] },
  });
  const rows = change.rows ?? [
    row('co', 0, ['Cabinet Office', 1200, 15.25, null]),
    row('dft', 0, ['Department for Transport', 30, 40, 2.5], ['services']),
    row('dvla', 1, ['Driver and Vehicle Licensing Agency', 12, null, -1]),
  ];
  return {
    ...{ key: 'organisations', name: 'By organisation', title: 'Services by stage and organisation' },
    ...{ lines: [], notes: ['agencies'], headers: 1 },
    columns: [
      columnOf('organisation'),
      columnOf('services', { type: 'number', unit: 'services' }),
      columnOf('live', { type: 'share', unit: '%', blank: 'x', notes: ['shares'] }),
      columnOf('change', { type: 'points', unit: 'percentage points' }),
    ],
    rows,
    total: rows.length,
    ...change,
  };
}

/** A list of services, mostly in words. */
export function listOf(rows: number, total = rows): ReviewTable {
  return tableOf({
    ...{ key: 'services', name: 'Services', title: 'All services', notes: [], headers: 2, total },
    columns: [
      columnOf('reference'),
      columnOf('service'),
      columnOf('stage'),
      columnOf('since', { type: 'date' }),
    ],
    rows: Array.from({ length: rows }, (_, n) => ({
      ...{ key: `DFT-${n}`, level: 0, revised: [], suppressed: [] },
      cells: [`DFT-${n}`, `Service ${n}`, 'Live', '2026-09-30'],
    })),
  });
}

export function revisionOf(revision: number, reason: string | null = null): Review['revisions'][number] {
  return {
    revision,
    frozenAt: `2026-11-0${revision}T14:15:00.000Z`,
    sha256: String(revision).repeat(64),
    reason,
  };
}

/** The second revision of a review that says little. */
export function reviewOf(change: Partial<Review> = {}): Review {
  const file = (format: Review['files'][number]['format'], bytes: number | null) => ({
    ...{ format, bytes, name: `review.${format}`, sha256: bytes === null ? null : 'f'.repeat(64) },
    address: `/api/quarters/2026-27-Q2/review.${format}?revision=2`,
  });
  return {
    quarter: { id: '2026-27-Q2', from: '2026-07-01', to: '2026-09-30' },
    revision: 2,
    revisions: [revisionOf(1), revisionOf(2, 'A department sent the wrong list')],
    frozenAt: revisionOf(2).frozenAt,
    sha256: revisionOf(2).sha256,
    title: 'Progress of government services: Q2 2026-27 (July to September 2026)',
    subtitle: 'Position on 30 September 2026, revision 2',
    contact: 'digital@headway.example',
    headline: [
      '8 of the 20 services recorded are live or beyond, 40%.',
      '4 services have no stage recorded.',
    ],
    changes: { lastQuarter: ['6 services are live, 30%; 1 point up.'], lastYear: [] },
    sections: [
      { key: 'headline', heading: 'Headline', sentences: [], tables: [] },
      {
        key: 'trend',
        heading: 'Trend',
        sentences: ['Neither the quarter before nor the same quarter last year was published.'],
        tables: ['published'],
      },
      { key: 'organisations', heading: 'Organisations', sentences: [], tables: ['organisations'] },
      {
        key: 'services',
        heading: 'Services',
        sentences: ['The list has 412 services.'],
        tables: ['services'],
      },
      {
        key: 'revisions',
        heading: 'Revisions',
        sentences: ['1 value differs from revision 1, and is marked [r] wherever it is shown.'],
        tables: [],
      },
    ],
    tables: [
      tableOf(),
      listOf(200, 412),
      tableOf({ key: 'published', title: 'Figures as they were published', rows: [] }),
    ],
    notes: [
      { key: 'shares', text: 'Of the services that have a stage recorded.' },
      { key: 'agencies', text: 'A department’s figures include those of its agencies.' },
    ],
    definitions: [{ heading: 'Stages', terms: [{ term: 'Live', meaning: 'Anybody can use it online.' }] }],
    portfolio: portfolioOf({ on: '2026-09-30' }),
    trend: { boundaries: 'then', quarters: [], byOrganisation: [] },
    files: [file('ods', 122_880), file('pdf', 1_500_000), file('json', null)],
    ...change,
  };
}
