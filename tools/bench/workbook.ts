import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  type Publication,
  type PublishedCell,
  type PublishedColumn,
  type WorkbookFormat,
  checkWorkbook,
  writePublication,
} from '../../libs/workbook/dist/index.js';

/** How long a workbook of so many services takes to write and to check, and how much memory more, each in a process of its own. */
const services = Number(process.argv[3] ?? 10_000);
const [, , format] = process.argv;

if (format === undefined || !/^(ods|xlsx)$/.test(format)) {
  process.stdout.write(
    '| format | written in | memory | checked in | memory | size | rules broken |\n|---|---|---|---|---|---|---|\n',
  );
  for (const each of ['ods', 'xlsx'])
    process.stdout.write(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), each, String(services)]),
    );
} else {
  const publication = publicationOf(services);
  const rest = process.resourceUsage().maxRSS;
  const [written, bytes] = await timed(() => writePublication(publication, format as WorkbookFormat));
  const most = process.resourceUsage().maxRSS;
  const [checked, breaches] = await timed(() => checkWorkbook(bytes, format as WorkbookFormat));
  const after = process.resourceUsage().maxRSS;
  const cells = [
    ...[format, written, `${megabytes(most - rest)} MB`, checked, `${megabytes(after - rest)} MB`],
    ...[`${Math.round(bytes.length / 1024)} kB`, breaches.length],
  ];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

/** Milliseconds on the clock, and those that the processor worked: others may share the machine. */
async function timed<T>(work: () => Promise<T>): Promise<[ms: string, result: T]> {
  const [begin, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return [
    `${Math.round(performance.now() - begin)} ms (${Math.round((user + system) / 1000)} worked)`,
    result,
  ];
}

function megabytes(kilobytes: number): number {
  return Math.round(kilobytes / 1024);
}

/** Fifteen columns of every type, and ten more tables of fifty rows. */
function publicationOf(count: number): Publication {
  const columns: readonly PublishedColumn[] = [
    ...Array.from({ length: 8 }, (_, n) => ({ header: `Text ${n}`, type: 'text' }) as const),
    ...Array.from(
      { length: 3 },
      (_, n) => ({ header: `Number ${n}`, type: 'number', unit: 'services' }) as const,
    ),
    ...Array.from(
      { length: 2 },
      (_, n) => ({ header: `Share ${n}`, type: 'share', notes: ['shares'] }) as const,
    ),
    ...Array.from({ length: 2 }, (_, n) => ({ header: `Date ${n}`, type: 'date' }) as const),
  ];
  const cell = ({ type }: PublishedColumn, row: number, column: number): PublishedCell => {
    if ((row + column) % 17 === 0) return null;
    if (type === 'text')
      return column < 3 ? `Service ${row} of department ${column}` : `Stage ${(row + column) % 4}`;
    if (type === 'date') return `20${10 + (row % 17)}-0${1 + (column % 9)}-${10 + (row % 19)}`;
    const value = (row * 7919 + column) % 100_000;
    return type === 'share' ? value / 100_000 : { value, revised: row % 50 === 0 };
  };
  const sheet = (name: string, rows: number) => ({
    ...{ name, title: `All of ${name}`, columns },
    rows: Array.from({ length: rows }, (_, row) => columns.map((column, n) => cell(column, row, n))),
  });
  return {
    ...{ title: 'A quarter', language: 'en-GB', cover: ['Made to be measured.'] },
    notes: { shares: 'Of services that have a stage recorded.' },
    sheets: [...Array.from({ length: 10 }, (_, n) => sheet(`Table ${n + 1}`, 50)), sheet('Services', count)],
  };
}
