import { inProcess } from '../../platform/process.js';
import type { Given, MadeFormat } from './make-form.js';

const program = new URL('./form.process.js', import.meta.url);

/** The form, made in a process of its own. */
export function formInProcess(
  format: MadeFormat | 'page',
  { snapshot, sha256, earlier }: Given,
): Promise<Buffer> {
  const snapshots = [snapshot, ...earlier];
  return inProcess(program, [format, sha256, ...snapshots.map(({ length }) => String(length))], snapshots);
}
