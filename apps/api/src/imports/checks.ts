import { createHash } from 'node:crypto';
import type { ChangedInBetween, ImportQuery } from '@headway/contract';
import { HeadwayProblem } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { inSlices, mapInSlices } from '../platform/slices.js';

/** How what a row is about stands, by heading. */
export type Standing = Readonly<Record<string, string | null>>;

/** A row that changes something: what it changes, whatever decides that, and how what it is about stands. */
export interface Touched {
  readonly row: number;
  readonly reference: string | null;
  readonly name: string;
  readonly change: object;
  readonly standing: Standing;
}

interface KeptRow {
  readonly change: string;
  readonly standing: Standing;
  readonly reference: string | null;
  readonly name: string;
}

const longestKept = 200;
const mostChecks = 10;

/** A file and how it is to be read, as a hash: what is saved has to be what was checked. */
export function fileHash(query: ImportQuery, body: Buffer): Buffer {
  const { mode: _mode, importId: _importId, ...reading } = query;
  const choices = Object.entries(reading).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(choices)).update('\n').update(body).digest();
}

/** Keeps what a check found for a day, the newest few of each person. */
export async function keepCheck(
  tx: EntityManager,
  caller: Caller,
  id: string,
  file: Buffer,
  touched: readonly Touched[],
): Promise<void> {
  await tx.query(`DELETE FROM import_check WHERE checked_at < now() - interval '1 day'`);
  await tx.query(
    `DELETE FROM import_check WHERE id IN
       (SELECT id FROM import_check WHERE person_id = $1 ORDER BY checked_at DESC OFFSET $2)`,
    [caller.id, mostChecks - 1],
  );
  await tx.query('INSERT INTO import_check (id, person_id, file, rows) VALUES ($1, $2, $3, $4)', [
    id,
    caller.id,
    file,
    await keptJson(touched),
  ]);
}

/**
 * Uses a check up: what is about to be saved is what it said, and nothing in between has changed that.
 * @throws 409 where it is not known or of another file, 412 with `changed`, what has changed since.
 */
export async function useCheck(
  tx: EntityManager,
  caller: Caller,
  id: string,
  file: Buffer,
  touched: readonly Touched[],
  standingOf: (row: number) => Standing | null,
): Promise<void> {
  const [[check]]: [{ file: Buffer; rows: Record<string, KeptRow> }[]] = await tx.query(
    'DELETE FROM import_check WHERE id = $1 AND person_id = $2 RETURNING file, rows',
    [id, caller.id],
  );
  if (!check)
    throw new HeadwayProblem(
      'wrong_state',
      'This check was saved already, or is more than a day old. Check the file again.',
    );
  if (!file.equals(check.file))
    throw new HeadwayProblem('wrong_state', 'This is not the file that was checked. Check it again.');
  const changed = await inSlices(changedSince(check.rows, touched, standingOf));
  if (changed.length === 0) return;
  throw new HeadwayProblem(
    'changed_since_read',
    'Something changed in Headway after this file was checked, so nothing was saved. Check the file again.',
    undefined,
    {},
    { changed: changed.slice(0, 500), changedCount: changed.length },
  );
}

/** The rows that would do something else now than when they were checked, with what has changed since. */
export function* changedSince(
  checked: Readonly<Record<string, KeptRow>>,
  touched: readonly Touched[],
  standingOf: (row: number) => Standing | null,
): Generator<void, ChangedInBetween[]> {
  const now = new Map<string, KeptRow>();
  for (const one of touched) {
    now.set(String(one.row), kept(one));
    yield;
  }
  const rows = new Set([...Object.keys(checked), ...now.keys()]);
  const changed: ChangedInBetween[] = [];
  for (const row of [...rows].toSorted((a, b) => Number(a) - Number(b))) {
    yield;
    const [before, after] = [checked[row], now.get(row)];
    // A row that has nothing to do any more stands as it now is.
    const fields = fieldsOf(before?.standing, after?.standing ?? shortened(standingOf(Number(row))));
    if (before && after && before.change === after.change && fields.length === 0) continue;
    const { reference, name } = (after ?? before)!;
    changed.push({ row: Number(row), reference, name, fields });
  }
  return changed;
}

/** By row. */
async function keptJson(touched: readonly Touched[]): Promise<string> {
  const rows = await mapInSlices(touched, (one) => `"${one.row}":${JSON.stringify(kept(one))}`);
  return `{${rows.join(',')}}`;
}

function fieldsOf(before: Standing | undefined, after: Standing | null): ChangedInBetween['fields'] {
  if (!before || !after) return [];
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .filter((field) => (before[field] ?? null) !== (after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

function kept({ change, standing, reference, name }: Touched): KeptRow {
  return {
    change: createHash('sha256').update(JSON.stringify(change)).digest('base64'),
    standing: shortened(standing)!,
    reference,
    name,
  };
}

function shortened(standing: Standing | null): Standing | null {
  return (
    standing &&
    Object.fromEntries(Object.entries(standing).map(([field, value]) => [field, value && short(value)]))
  );
}

/** Long text is kept as how it begins and what it is, so that a change of its end is seen too. */
function short(text: string): string {
  if (text.length <= longestKept) return text;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${text.slice(0, longestKept)}… (${hash})`;
}
