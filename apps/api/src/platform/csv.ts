import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';
import { type Pool, escapeLiteral } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import { attachment } from './attachment.js';
import { noAnswer } from './connection.js';
import type { Bind } from './sql.js';

export const csvType = 'text/csv; charset=utf-8; header=present';

/** A reader slower than this would keep a connection that others wait for. */
const longest = 60_000;

/** COPY takes no parameters, so values are quoted into it. */
export const quoted: Bind = (value) =>
  escapeLiteral(typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Text that a spreadsheet would take for a formula gets an apostrophe before it; the import takes it off. */
export function harmless(column: string): string {
  const first = `left(ltrim(${column}, ''''), 1)`;
  return `CASE WHEN ${first} IN ('=', '+', '-', '@', E'\\t', E'\\r') THEN '''' || ${column} ELSE ${column} END`;
}

/** Longer than any file of ours takes from one chunk to the next. */
const longestSilence = 8_000;

/** Streams what a query finds as a file, rows as the database finds them, for a minute at most. */
export async function sendCsv(
  database: DataSource,
  query: string,
  fileName: string,
  reply: FastifyReply,
): Promise<void> {
  const client = await (database.driver as unknown as { master: Pool }).master.connect();
  // A connection that breaks says so to whoever waits for the rows; unheard otherwise, it would end the process.
  client.on('error', ignored);
  let sending = false;
  try {
    // What is sorted and joined for a file of everything fits into this, and need not go by the disk. And it takes one
    // processor, not all: who reads a page meanwhile should not wait for who downloads a file.
    await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = '60s'; SET LOCAL work_mem = '32MB';
      SET LOCAL max_parallel_workers_per_gather = 0`);
    const rows = client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT csv, HEADER)`));
    rows.on('error', ignored);
    const csv = new PassThrough();
    const { watch, hear } = watchFor(rows, csv);
    try {
      // Until there is something to send, the answer can still be a problem.
      await once(rows, 'readable');
      const sent = pipeline(rows, csv, { signal: AbortSignal.timeout(longest) });
      rows.on('data', hear);
      sending = true;
      csv.write('\ufeff');
      void attachment(reply, csvType, fileName).send(csv);
      await sent;
    } finally {
      clearInterval(watch);
    }
    await client.query('COMMIT');
    client.off('error', ignored);
    client.release();
  } catch (error) {
    // A connection in the middle of a COPY is no use to anybody else.
    client.release(true);
    // Once it is being sent, Fastify sees to a stream that broke; one that was sent whole lacks nothing.
    if (!sending) throw error;
  }
}

const ignored = () => undefined;

/** Breaks off where the database says nothing for long although the reader would take more. */
function watchFor(rows: Readable, csv: PassThrough): { watch: NodeJS.Timeout; hear: () => void } {
  let heard = Date.now();
  const hear = () => void (heard = Date.now());
  const watch = setInterval(() => {
    if (csv.writableNeedDrain) hear();
    else if (Date.now() - heard > longestSilence) rows.destroy(noAnswer());
  }, 1_000).unref();
  return { watch, hear };
}
