import { inProcess } from '../platform/process.js';
import type { Closing } from './revisions.js';

/** Which closing, on which database, and whom its review names for questions. */
export interface Given {
  readonly closing: Closing;
  readonly databaseUrl: string;
  readonly contact: string;
}

const program = new URL('./snapshot.process.js', import.meta.url);

/** The canonical bytes of a closing's snapshot, worked out in a process of its own. */
export function snapshotInProcess(given: Given): Promise<Buffer> {
  return inProcess(program, [], [JSON.stringify(given)]);
}
