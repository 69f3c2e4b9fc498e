import {
  type BarrierColumn,
  type ImportColumn,
  barrierColumns,
  importColumnNames,
  importColumns,
} from '@headway/contract';

/** Text as it is compared: case, line breaks and doubled spaces do not matter. */
export function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
}

/** What columns go by beside their heading and the name of their field in the API. */
const otherNames: Partial<Readonly<Record<ImportColumn, readonly string[]>>> = {
  reference: ['service reference'],
  name: ['name of service', 'service'],
  organisation: ['organization', 'department'],
  stageReachedOn: ['effectiveon'],
  address: ['url'],
};

const otherNamesOfBarriers: Partial<Readonly<Record<BarrierColumn, readonly string[]>>> = {
  reference: otherNames.reference!,
  name: otherNames.name!,
  organisation: otherNames.organisation!,
  barrier: ['description'],
  barrierId: ['id'],
};

function namesOf<C extends string>(
  labels: Readonly<Record<C, string>>,
  others: Partial<Readonly<Record<C, readonly string[]>>>,
): ReadonlyMap<string, C> {
  const columns = Object.keys(labels) as C[];
  return new Map(
    columns.flatMap((column) =>
      [plain(labels[column]), column.toLowerCase(), ...(others[column] ?? [])].map(
        (name) => [name, column] as const,
      ),
    ),
  );
}

const byName = namesOf(importColumns, otherNames);
const byNameOfBarriers = namesOf(barrierColumns, otherNamesOfBarriers);
const byLabel = new Map<string, ImportColumn>(
  importColumnNames.map((column) => [plain(importColumns[column]), column]),
);

/** The column that a heading is the very name of, as downloads write it. */
export function columnLabelled(heading: string): ImportColumn | null {
  return byLabel.get(plain(heading)) ?? null;
}

/** The column that a heading is known to stand for. */
export function columnNamed(heading: string): ImportColumn | null {
  return byName.get(plain(heading)) ?? null;
}

/** The column of a file of barriers that a heading is known to stand for. */
export function barrierColumnNamed(heading: string): BarrierColumn | null {
  return byNameOfBarriers.get(plain(heading)) ?? null;
}
