import { text } from 'node:stream/consumers';
import { canonicalJson } from '@headway/domain';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../platform/database.js';
import { unavailableExit } from '../platform/process.js';
import { isUnavailable } from '../platform/unavailable.js';
import { type Given } from './snapshot-in-process.js';
import { readSnapshot } from './snapshot-reading.js';

/** The process that `snapshotInProcess` starts: which closing in, the bytes of its snapshot out. */
const { closing, databaseUrl, contact } = JSON.parse(await text(process.stdin)) as Given;
try {
  const database = await new DataSource(databaseOptions(databaseUrl)).initialize();
  process.stdout.end(canonicalJson(await readSnapshot(database, closing, contact)));
  await database.destroy();
} catch (error) {
  if (!isUnavailable(error)) throw error;
  process.exit(unavailableExit);
}
