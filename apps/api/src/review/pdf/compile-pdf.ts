import { type PackDocument } from './pack-document.js';
import { prepare } from './prepare.js';
import { template } from './template.js';
import { createCompiler, fonts, toPdf } from './typst.js';
import { typewriter } from './typewriter.js';

/** Sets the document here and now, which blocks. The same document, the same bytes. Throws what the compiler finds. */
export function compilePdf(document: PackDocument): Uint8Array {
  const compiler = createCompiler();
  const [texts, inCharts] = textsOf(document);
  const pack = prepare(document, {
    write: typewriter(compiler, fonts, texts),
    // For a letter that is not in its font, a picture would take whatever font the machine has.
    writeInChart: typewriter(compiler, fonts.slice(0, 1), inCharts),
  });
  return toPdf(compiler, template, { pack: JSON.stringify({ ...pack, fonts }) });
}

/** All that is written of it, and what is in its charts. */
function textsOf(document: PackDocument): [texts: Set<string>, inCharts: Set<string>] {
  const [texts, inCharts] = [new Set<string>(), new Set<string>()];
  const into = (set: Set<string>) => (text: string) => {
    set.add(text);
    return text;
  };
  prepare(document, { write: into(texts), writeInChart: into(inCharts) });
  return [texts, inCharts];
}
