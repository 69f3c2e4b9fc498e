import { spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type PackDocument } from './pack-document.js';

const program = fileURLToPath(new URL('./render-pdf.process.js', import.meta.url));
const timeLimit = 60_000;

/**
 * The document as PDF/UA-1: the same document, the same bytes. It is set in a process that ends, as the compiler
 * is native code that does not give its memory back. Rejects with what the compiler found, or after a minute.
 */
export async function renderPdf(document: PackDocument): Promise<Uint8Array> {
  // One pool of memory for all threads: on Linux a tenth less is taken.
  const env = { ...process.env, MALLOC_ARENA_MAX: '1' };
  const child = spawn(process.execPath, [program], { env, timeout: timeLimit, killSignal: 'SIGKILL' });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  child.stdin.on('error', () => undefined); // It ended before it had read all: its exit code says so.
  child.stdin.end(JSON.stringify(document));
  const [pdf, problem, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`The PDF could not be made: ${problem.trim() || 'it took too long'}`);
  return pdf;
}
