import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { everything } from './publications.fixture.js';
import { readWorkbook } from './read-workbook.js';
import { writePublication } from './write-workbook.js';

const run = promisify(execFile);
const patience = 120_000;

/** Every sheet of a workbook, as it is read. */
async function sheetsOf(bytes: Uint8Array): Promise<unknown[]> {
  const { sheetNames } = await readWorkbook(bytes);
  return Promise.all(sheetNames.map((sheet) => readWorkbook(bytes, { sheet })));
}

const installed = spawnSync('soffice', ['--version']).status === 0;

/** Where LibreOffice is installed, it has the last word; where it is not, nothing has failed. */
if (installed) describe('LibreOffice', asksLibreOffice);
else process.stdout.write('LibreOffice is not installed, so it is not asked.\n');

function asksLibreOffice(): void {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'workbook-'))));
  afterAll(() => rm(folder, { recursive: true }));

  for (const format of ['ods', 'xlsx'] as const)
    it(
      `opens a publication as ${format.toUpperCase()}, and keeps every cell of it`,
      async () => {
        const bytes = await writePublication(everything, format);
        await writeFile(join(folder, `written.${format}`), bytes);
        const own = `-env:UserInstallation=file://${folder}/profile`;
        const into = join(folder, format);
        await run('soffice', [
          own,
          '--headless',
          '--convert-to',
          format,
          '--outdir',
          into,
          join(folder, `written.${format}`),
        ]);
        const kept = await readFile(join(into, `written.${format}`));
        expect(await sheetsOf(kept)).toEqual(await sheetsOf(bytes));
      },
      patience,
    );
}
