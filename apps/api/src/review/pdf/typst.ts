import { fileURLToPath } from 'node:url';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';

/** Each weight of Source Sans 3 (SIL Open Font Licence) that the template sets. */
const weights = ['400Regular', '600SemiBold', '700Bold'];
const folderOf = (weight: string) =>
  fileURLToPath(
    new URL('.', import.meta.resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`)),
  );

/** Asked in turn for each letter. The last two come with the compiler; no font of the machine is named. */
export const fonts = ['Source Sans 3', 'Libertinus Serif', 'DejaVu Sans Mono'];

export function createCompiler(): NodeCompiler {
  return NodeCompiler.create({ fontArgs: [{ fontPaths: weights.map(folderOf) }] });
}

/**
 * A main file, which reads the inputs as `sys.inputs`, as PDF/UA-1, checked by the compiler itself.
 * Throws what the compiler finds, warnings too.
 */
export function toPdf(
  compiler: NodeCompiler,
  mainFileContent: string,
  inputs: Record<string, string>,
): Uint8Array {
  const compiled = compiler.compile({ mainFileContent, inputs });
  const found = compiled.takeError() ?? compiled.takeWarnings();
  if (found) throw new Error(`The compiler says: ${JSON.stringify(compiler.fetchDiagnostics(found))}`);
  compiler.evictCache(0); // Room for the writing of it.
  return compiler.pdf(compiled.result!, { pdfStandard: PdfStandard.UA_1 });
}
