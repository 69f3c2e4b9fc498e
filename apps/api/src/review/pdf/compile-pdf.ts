import { type PackDocument } from './pack-document.js';
import { prepare } from './prepare.js';
import { template } from './template.js';
import { createCompiler, fonts, toPdf } from './typst.js';
import { typewriter } from './typewriter.js';

/** Sets the document here and now, which blocks. The same document, the same bytes. Throws what the compiler finds. */
export function compilePdf(document: PackDocument): Uint8Array {
  const compiler = createCompiler();
  const pack = prepare(document, {
    write: typewriter(compiler, fonts),
    // For a letter that is not in its font, a picture would take whatever font the machine has.
    writeInChart: typewriter(compiler, fonts.slice(0, 1)),
  });
  return toPdf(compiler, template, { pack: JSON.stringify({ ...pack, fonts }) });
}
