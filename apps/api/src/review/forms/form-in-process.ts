import { inProcess } from '../../platform/process.js';
import type { Given, MadeFormat } from './make-form.js';

const program = new URL('./form.process.js', import.meta.url);

/** The form, made in a process of its own. */
export function formInProcess(
  format: MadeFormat | 'page',
  { snapshot, sha256, before }: Given,
): Promise<Buffer> {
  return inProcess(
    program,
    [format, sha256, String(snapshot.length)],
    [snapshot, ...(before ? [before] : [])],
  );
}
