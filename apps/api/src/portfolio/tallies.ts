import {
  type Counts,
  type Office,
  type RedesignCounts,
  type StageOrNone,
  addCounts,
  countsFrom,
  offices,
  redesignCounts,
  stages,
  stagesOrNone,
} from '@headway/domain';

const officeColumns: Readonly<Record<Office, string>> = {
  frontOffice: 'front',
  middleOffice: 'middle',
  backOffice: 'back',
};

/** What a roll-up counts, by the column of `stage_flow` that holds it; and what is true of what it counts. */
const counted: readonly (readonly [column: string, of: (r: string) => string])[] = [
  ['not_recorded', (r) => `${r}.stage IS NULL`],
  ...stages.map((stage) => [stage, (r: string) => `${r}.stage = '${stage}'`] as const),
  ['under_way', (r) => `${r}.redesign_under_way`],
  ...offices.flatMap((office) =>
    stages.map((stage) => {
      const column = officeColumns[office];
      return [`${column}_${stage}`, (r: string) => `${r}.${column}_office = '${stage}'`] as const;
    }),
  ),
];

/** Services counted in each way, as a row. */
export type Tallies = Readonly<Record<string, number>>;

export const tallyColumns = counted.map(([column]) => column);

/** Each column worked out from rows of spans or records `r`; with a sign, what entries add and take away. */
export function tallied(r: string, sign?: string): string {
  const one = (column: string, of: string) =>
    sign
      ? `coalesce(sum(${sign}) FILTER (WHERE ${of}), 0)::integer AS ${column}`
      : `(count(*) FILTER (WHERE ${of}))::integer AS ${column}`;
  return counted.map(([column, of]) => one(column, of(r))).join(', ');
}

/** Each column summed up. */
export const summed = sumsOf(tallyColumns);

/** The stages only, summed up. */
export const stagesSummed = sumsOf(stagesOrNone);

function sumsOf(columns: readonly string[]): string {
  return columns.map((column) => `sum(${column})::integer AS ${column}`).join(', ');
}

export interface Measured {
  readonly counts: Counts;
  readonly redesign: RedesignCounts;
  readonly offices: Readonly<Record<Office, Counts>>;
}

/** What tallies come to, added up. */
export function measured(all: readonly Tallies[]): Measured {
  const sum = (column: string) => all.reduce((total, row) => total + row[column]!, 0);
  const counts = stageCounts(sum);
  const ofOffice = (office: Office) => {
    const said = stageCounts((stage) =>
      stage === 'not_recorded' ? 0 : sum(`${officeColumns[office]}_${stage}`),
    );
    const silent = counts.services - said.services;
    return addCounts(said, countsFrom([{ stage: 'not_recorded', services: silent }]));
  };
  return {
    counts,
    redesign: redesignCounts(counts, sum('under_way')),
    offices: {
      frontOffice: ofOffice('frontOffice'),
      middleOffice: ofOffice('middleOffice'),
      backOffice: ofOffice('backOffice'),
    },
  };
}

export function stageCounts(of: (stage: StageOrNone) => number): Counts {
  return countsFrom(stagesOrNone.map((stage) => ({ stage, services: of(stage) })));
}
