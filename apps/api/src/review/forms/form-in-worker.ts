import { Worker } from 'node:worker_threads';
import type { Given, MadeFormat } from './make-form.js';

const program = new URL('./form.worker.js', import.meta.url);
/** Ten times what ten thousand services take: what goes past it is stopped, and not the API with it. */
const resourceLimits = { maxOldGenerationSizeMb: 2_048 };

/** The form, made in a thread of its own: nobody else waits meanwhile, and its memory goes with it. */
export function formInWorker(format: MadeFormat, given: Given): Promise<Uint8Array> {
  return new Promise((made, failed) => {
    const worker = new Worker(program, { workerData: { format, given }, resourceLimits });
    worker.once('message', made);
    worker.once('error', failed);
    worker.once('exit', () => failed(new Error(`The ${format} form was not made`)));
  });
}
