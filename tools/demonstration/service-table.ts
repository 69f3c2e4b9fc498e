import { kebab } from './departments.ts';
import { benefitsAndTax } from './services-benefits-tax.ts';
import { centre } from './services-centre.ts';
import { economy } from './services-economy.ts';
import { homeAndJustice } from './services-home-justice.ts';
import { publicServices } from './services-public-services.ts';
import { transportAndEnvironment } from './services-transport-environment.ts';
import type { Audience, ServiceTable } from './types.ts';

export interface ListedService {
  readonly reference: string;
  readonly name: string;
  readonly organisation: string;
  readonly audience: Audience;
  readonly description: string;
  readonly slug: string;
  readonly transactionsAYear: number;
  readonly owner: string | null;
  readonly isNew: boolean;
}

const tables: readonly ServiceTable[] = [
  ...benefitsAndTax,
  ...homeAndJustice,
  ...transportAndEnvironment,
  ...publicServices,
  ...economy,
  ...centre,
];

export function listedServices(): readonly ListedService[] {
  return tables.flatMap(readTable);
}

function readTable({ organisation, prefix, rows }: ServiceTable): readonly ListedService[] {
  const services: ListedService[] = [];
  let owner: string | null = null;
  for (const line of rows.trim().split('\n')) {
    if (line.startsWith('# ')) {
      owner = line === '# -' ? null : line.slice(2);
      continue;
    }
    const [kind, transactions, name, description, ...rest] = line.split(' | ');
    if (!kind || !transactions || !name || !description || rest.length > 0) {
      throw new Error(`Four columns expected in ${prefix}: ${line}`);
    }
    services.push({
      reference: `${prefix.toUpperCase()}-${String(services.length + 1).padStart(3, '0')}`,
      name,
      organisation,
      audience: kind.startsWith('e') ? 'external' : 'internal',
      description: `${description}.`,
      slug: kebab(name),
      transactionsAYear: readNumber(transactions),
      owner,
      isNew: kind.endsWith('+'),
    });
  }
  return services;
}

function readNumber(text: string): number {
  const scale = text.endsWith('m') ? 1_000_000 : text.endsWith('k') ? 1_000 : 1;
  const value = Math.round(Number.parseFloat(text) * scale);
  if (!Number.isInteger(value) || value <= 0) throw new Error(`Not a number of transactions: ${text}`);
  return value;
}
