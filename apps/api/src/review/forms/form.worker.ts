import { parentPort, workerData } from 'node:worker_threads';
import { type Given, type MadeFormat, makeForm } from './make-form.js';

/** Makes one form and ends, so that what it took is given back. */
const { format, given } = workerData as { format: MadeFormat; given: Given };
parentPort!.postMessage(await makeForm(format, given));
