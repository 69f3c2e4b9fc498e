import type { Portfolio, Trend } from '@headway/contract';
import {
  type Audience,
  type FigureTable,
  type TrendMeasure,
  audiencesTable,
  coverageSentence,
  departmentLines,
  departmentsSpread,
  departmentsTable,
  disagreement,
  formatDate,
  headline,
  headlineChange,
  measuresTable,
  officeSentence,
  offices,
  officesTable,
  onlineSentences,
  organisationsTable,
  redesignSentences,
  stageChanges,
  stageSentences,
  trendSentence,
  trendTable,
  wholeOf,
  wholeTable,
} from '@headway/domain';
import type { Cell, Sheet, Table, Workbook } from '@headway/workbook';

/** What the page shows, and how it was chosen. */
export interface PortfolioShown {
  readonly portfolio: Portfolio;
  readonly trend: Trend;
  /** What the change over these quarters is made of, in a sentence; nothing where there is none. */
  readonly madeOf: string;
  readonly audience: Audience | null;
  readonly measure: TrendMeasure;
  /** How it was chosen: "Organisations", "All". */
  readonly chosen: readonly (readonly [what: string, is: string])[];
}

/** Every table of the page, in its order, by the name of its sheet. */
export function tablesOf({ portfolio, trend, audience, measure }: PortfolioShown): [string, FigureTable][] {
  return [
    ['Stages', wholeTable(portfolio)],
    ['Quarters', trendTable(trend.quarters, measure)],
    ['Departments', departmentsTable(trend.quarters, departmentLines(trend.byOrganisation))],
    ['Measures', measuresTable(portfolio)],
    ['Offices', officesTable(portfolio)],
    ['Audiences', audiencesTable(portfolio, audience)],
    ['Organisations', organisationsTable(portfolio.byOrganisation)],
  ];
}

/** What the page says in words, sentence by sentence, in its order. */
export function sentencesOf({ portfolio, trend, madeOf, measure }: PortfolioShown): string[] {
  const { total, comparison, online, redesign, offices: counted } = portfolio;
  const words = (said: readonly { readonly sentence: string }[]) => said.map(({ sentence }) => sentence);
  return [
    comparison ? headlineChange(comparison) : headline(total),
    comparison ? disagreement(comparison) : '',
    ...words(comparison ? stageChanges(comparison) : stageSentences(total)),
    coverageSentence(total),
    trendSentence(trend.quarters, measure),
    madeOf,
    departmentsSpread(trend.quarters, trend.byOrganisation),
    ...words([...onlineSentences(online), ...redesignSentences(redesign)]),
    ...offices.map((office) => officeSentence(office, counted[office])),
  ].filter(Boolean);
}

/** What the file is of, and what the page says in words. */
function aboutOf(shown: PortfolioShown): (readonly [what: string, is: string])[] {
  return [
    ...shown.chosen,
    ...sentencesOf(shown).map((sentence, n) => [`Finding ${n + 1}`, sentence] as const),
    ['Shares', 'Of the services that have a stage recorded. A department’s figures include its agencies’.'],
  ];
}

/** A sheet that says what it is, then a table a sheet. */
export function workbookOf(shown: PortfolioShown): Workbook {
  const tables = tablesOf(shown);
  const title = `Portfolio on ${formatDate(shown.portfolio.on)}`;
  const about: Table = {
    name: 'about',
    columns: [
      { header: 'What', type: 'text' },
      { header: 'Is', type: 'text', width: 100 },
    ],
    rows: [
      ['Title', title],
      ...aboutOf(shown),
      ...tables.map(([name, { caption }]) => [`Sheet ${name}`, caption]),
    ],
  };
  return {
    title,
    language: 'en-GB',
    sheets: [{ name: 'About', table: about }, ...tables.map(([name, table]) => sheetOf(name, table))],
  };
}

function sheetOf(name: string, { heading, columns, shareHeading, lines }: FigureTable): Sheet {
  const nested = lines.some(({ level }) => level > 0);
  return {
    name,
    table: {
      name: name.toLowerCase(),
      columns: [
        { header: heading, type: 'text', width: 45 },
        ...(nested ? [{ header: 'Part of', type: 'text', width: 45 } as const] : []),
        ...columns.map((header) => ({ header, type: 'number' }) as const),
        { header: shareHeading, type: 'text', width: 22 },
      ],
      rows: lines.map(({ label, figures, share }, n) => [
        label,
        ...(nested ? [wholeOf(lines, n)] : []),
        ...figures.map(({ value }): Cell => value),
        share.value,
      ]),
    },
  };
}

/** What it is of and says, then every figure in a row of its own, so that one table holds them all. */
export function rowsOf(shown: PortfolioShown): { columns: string[]; rows: (string | number)[][] } {
  const about = aboutOf(shown).map(([what, is]) => ['About', what, '', '', shown.portfolio.on, is]);
  const rows = tablesOf(shown).flatMap(([name, { columns, shareHeading, lines }]) =>
    lines.flatMap(({ label, figures, share }, n) =>
      [...figures, share].map(({ value, narrowing }, i) => [
        ...[name, label, wholeOf(lines, n), columns[i] ?? shareHeading],
        ...[narrowing.on ?? shown.portfolio.on, value],
      ]),
    ),
  );
  return { columns: ['Table', 'Line', 'Part of', 'Figure', 'Date', 'Value'], rows: [...about, ...rows] };
}
