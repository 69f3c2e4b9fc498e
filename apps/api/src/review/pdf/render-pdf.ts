import { inProcess } from '../../platform/process.js';
import { type PackDocument } from './pack-document.js';

const program = new URL('./render-pdf.process.js', import.meta.url);

/**
 * The document as PDF/UA-1: the same document, the same bytes. It is set in a process that ends, as the compiler
 * is native code that does not give its memory back. Rejects with what the compiler found, or after two minutes.
 */
export async function renderPdf(document: PackDocument): Promise<Uint8Array> {
  try {
    return await inProcess(program, [], [JSON.stringify(document)]);
  } catch (error) {
    throw new Error(`The PDF could not be made: ${(error as Error).message}`, { cause: error });
  }
}
