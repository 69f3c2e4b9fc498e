import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { clearAwayCopies, copyFor, makeCopy, noteUse, servedCopy } from './copies.mjs';

const libraries = ['domain', 'contract', 'charts', 'workbook'];

describe('the copy that is served', () => {
  let root: string;
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'headway-copies-')));
    for (const name of ['package.json', 'package-lock.json', 'nx.json', 'tsconfig.base.json'])
      write(name, '{ "type": "module" }');
    write('tools/start.ts', `import '../apps/api/dist/main.js';`);
    write('apps/api/src/main.ts', '1');
    write('apps/api/src/main.spec.ts', '1');
    write('apps/api/package.json', '{ "type": "module" }');
    write(
      'apps/api/dist/main.js',
      `setTimeout(async () => console.log((await import('@headway/domain')).said), 1)`,
    );
    write('apps/api/dist/main.spec.js', '');
    write('apps/web/dist/browser/index.html', '<h1>Headway</h1>');
    for (const name of libraries) {
      write(
        `libs/${name}/package.json`,
        `{ "name": "@headway/${name}", "type": "module", "exports": "./dist/index.js" }`,
      );
      write(`libs/${name}/dist/index.js`, `export const said = 'as it was';`);
    }
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function copied(): string {
    const copy = copyFor(root);
    makeCopy(root, copy);
    return copy;
  }

  it('goes on as it was while what it was made of is deleted, built and changed', () => {
    const copy = copied();
    for (const part of ['apps', 'libs', 'tools']) rmSync(join(root, part), { recursive: true });
    const said = execFileSync(process.execPath, [join(copy, 'tools/start.ts')], { encoding: 'utf8' });
    expect(said).toBe('as it was\n');
    expect(readFileSync(join(copy, 'apps/web/dist/browser/index.html'), 'utf8')).toBe('<h1>Headway</h1>');
    expect(existsSync(join(copy, 'apps/api/dist/main.spec.js'))).toBeFalse();
  });

  it('is another for other sources, and the same for other specs or outputs', () => {
    const copy = copyFor(root);
    write('apps/api/src/main.spec.ts', '2');
    write('apps/api/dist/main.js', '2');
    expect(copyFor(root)).toBe(copy);
    for (const file of [
      'apps/api/src/main.ts',
      'apps/web/src/main.ts',
      'libs/domain/src/a.ts',
      'tools/a.mjs',
      'nx.json',
    ]) {
      const before = copyFor(root);
      write(file, 'new');
      expect(copyFor(root)).withContext(file).not.toBe(before);
    }
  });

  it('is not made twice: who serves it keeps its files', () => {
    const copy = copied();
    write('apps/api/dist/main.js', 'built once more');
    makeCopy(root, copy);
    expect(readFileSync(join(copy, 'apps/api/dist/main.js'), 'utf8')).toContain('@headway/domain');
  });

  it('stays as long as somebody runs from it, and is what commands use meanwhile', () => {
    const [old, now] = [copied(), join(root, 'dist', '0123456789abcdef')];
    cpSync(old, now, { recursive: true });
    expect(servedCopy(root)).toBeUndefined();
    clearAwayCopies(root, old);
    expect([existsSync(old), existsSync(now)]).toEqual([true, false]);
    cpSync(old, now, { recursive: true });
    const script = join(old, 'tools/run.mjs');
    const copies = new URL('copies.mjs', import.meta.url).href;
    writeFileSync(
      script,
      `import { clearAwayCopies, noteUse, servedCopy } from '${copies}';
       noteUse('${root}', process.pid, { copy: '${old}', serves: true });
       clearAwayCopies('${root}', '${now}');
       console.log(servedCopy('${root}'));`,
    );
    expect(execFileSync(process.execPath, [script], { encoding: 'utf8' })).toBe(`${old}\n`);
    expect([existsSync(old), existsSync(now)]).toEqual([true, true]);
    // It has ended.
    expect(servedCopy(root)).toBeUndefined();
    clearAwayCopies(root, now);
    expect([existsSync(old), existsSync(now)]).toEqual([false, true]);
  });

  it('is not held by a note whose process was killed', () => {
    const copy = copied();
    noteUse(root, 2 ** 22 + 1, { copy, serves: true });
    expect(servedCopy(root)).toBeUndefined();
  });
});
