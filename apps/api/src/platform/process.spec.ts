import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inProcess } from './process.js';

const program = new URL('./process.fixture.js', import.meta.url);

describe('a process of ours', () => {
  it('answers with what it writes of what it is given', async () => {
    expect((await inProcess(program, ['copy'], ['one ', Buffer.from('two')])).toString()).toBe('one two');
  });

  it('rejects with what it complains of', async () => {
    await expectAsync(inProcess(program, ['complain'], [])).toBeRejectedWithError(/It does not add up/);
  });

  it('rejects otherwise when it is killed than when its time is up', async () => {
    await expectAsync(inProcess(program, ['be-killed'], [])).toBeRejectedWithError(
      'It was killed by SIGKILL.',
    );
    await expectAsync(inProcess(program, ['stay'], [], 10)).toBeRejectedWithError('It took too long.');
  });

  it('rejects as unavailable where it finds the database away', async () => {
    await expectAsync(inProcess(program, ['find-no-database'], [])).toBeRejectedWith(
      jasmine.objectContaining({ code: 'unavailable' }),
    );
  });

  it('rejects where no more files may be open, and does no other harm', async () => {
    const script = `
      import { openSync } from 'node:fs';
      import { inProcess } from '${new URL('./process.js', import.meta.url).href}';
      try { for (;;) openSync('/dev/null'); } catch {}
      const problem = await inProcess(new URL('${program.href}'), ['copy'], ['one']).catch(({ code }) => code);
      setImmediate(() => process.exit(problem === 'EMFILE' ? 7 : 8));`;
    const limited = 'ulimit -n 64 && exec "$0" --input-type=module --eval "$1"';
    await expectAsync(promisify(execFile)('sh', ['-c', limited, process.execPath, script])).toBeRejectedWith(
      jasmine.objectContaining({ code: 7, stderr: '' }),
    );
  });

  it('runs beside one other at most, and one that fails leaves its place to the next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'headway-'));
    const log = join(folder, 'log');
    await Promise.allSettled([
      inProcess(program, ['complain'], []),
      inProcess(program, ['complain'], []),
      ...Array.from({ length: 6 }, () => inProcess(program, ['log', log], [])),
    ]);
    const logged = readFileSync(log, 'utf8');
    rmSync(folder, { recursive: true });
    expect(logged.length).toBe(12);
    expect(logged).not.toMatch(/\+\+\+|\+\+-\+\+/);
  });
});
