import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { gzipAsync } from '@gfx/zopfli';
import { rolldown } from 'rolldown';

/**
 * Packs what Angular has built for fewer bytes on the way. Angular splits scripts by who needs them and minifies each
 * by itself, which leaves thirty of a kilobyte on the pages that people come to most, none of them well compressed,
 * and much that no other script asks for any more. Here all are minified as one, and what is first needed on such a
 * page comes in one piece. Rolldown is what Angular itself ends its build with.
 */
const [from, to] = ['apps/web/dist/unpacked', 'apps/web/dist/browser'];
/** Pages with a piece of their own, by the scripts that begin them. */
const pages = [['services-page'], ['portfolio.routes', 'figures-below']];
/** Where most people come in, what other pages need too is not kept apart: one piece is a kilobyte less than two. */
const inOnePiece = new Set(['portfolio.routes']);

const scripts = readdirSync(from).filter((name) => name.endsWith('.js'));
const sources = new Map(scripts.map((name) => [name, readFileSync(`${from}/${name}`, 'utf8')]));
const index = readFileSync(`${from}/index.html`, 'utf8');

/** Scripts that are there once these are. */
function together(names: readonly string[], all = new Set<string>()): Set<string> {
  for (const name of names) {
    if (all.has(name)) continue;
    all.add(name);
    const imported = sources.get(name)!.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g);
    together(
      [...imported].map(([, other]) => other!),
      all,
    );
  }
  return all;
}

function named(name: string): string {
  const found = scripts.find((script) => script.replace(/-[\w-]{8}\.js$/, '') === name);
  if (!found) throw new Error(`No script is named ${name}`);
  return found;
}

const main = named('main');
const first = together([main]);
const begins = pages.map((names) => names.map(named));
const ofPages = begins.map((names) => together(names));
/** What pages other than these load too, so that they need not load these. */
const others = together(
  [...sources.values()]
    .flatMap((source) =>
      [...source.matchAll(/import\(["'`]\.\/([^"'`]+\.js)["'`]\)/g)].map(([, name]) => name!),
    )
    .filter((name) => !begins.flat().includes(name)),
);

/** Which piece a script goes into; null for a script of its own. */
function pieceOf(id: string): string | null {
  const name = basename(id);
  const those = ofPages.flatMap((scriptsOfPage, n) => (scriptsOfPage.has(name) ? pages[n]![0]! : []));
  if (first.has(name) || those.length > 1) return 'first';
  const [only] = those;
  if (only === undefined) return null;
  return others.has(name) && !inOnePiece.has(only) ? `beside-${only}` : only;
}

rmSync(to, { recursive: true, force: true });
cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.js') });
const bundle = await rolldown({
  input: `${from}/${main}`,
  preserveEntrySignatures: 'allow-extension',
  // Reading a property does nothing by itself, so what nobody uses of it goes.
  treeshake: { propertyReadSideEffects: false },
});
const { output } = await bundle.write({
  dir: to,
  minify: true,
  // Hints for bundlers, which none reads any more.
  comments: false,
  entryFileNames: 'main-[hash].js',
  chunkFileNames: ({ name }) => `${name.replace(/-[\w-]{8}$/, '')}-[hash].js`,
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [{ name: pieceOf, debugName: 'pages' }],
  },
});
await bundle.close();

const begin = output.find((one) => one.type === 'chunk' && one.isEntry);
if (begin?.type !== 'chunk') throw new Error('No script begins the app');
const nonce = 'nonce="__CSP_NONCE__"';
const preload = begin.imports.map((name) => `<link rel="modulepreload" href="${name}" ${nonce}>`).join('');
const page = index
  .replaceAll(/<link rel="modulepreload"[^>]*>/g, '')
  .replace(
    /<script src="main-[^>]*><\/script>/,
    `${preload}<script src="${begin.fileName}" type="module" ${nonce}></script>`,
  );
if (!page.includes(begin.fileName))
  throw new Error('The page does not ask for the script that begins the app');
writeFileSync(`${to}/index.html`, page);

// Compressed here once, as far as it goes, and not anew for everybody who asks: Zopfli saves 4% over zlib's best.
for (const name of readdirSync(to, { encoding: 'utf8', recursive: true })) {
  if (!/\.(js|css|svg)$/.test(name)) continue;
  const bytes = readFileSync(`${to}/${name}`);
  writeFileSync(`${to}/${name}.gz`, await gzipAsync(bytes, { numiterations: 15 }));
  writeFileSync(`${to}/${name}.br`, brotliCompressSync(bytes));
}
