import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SteadyDestination } from './log-destination.js';
import { newLog } from './log.js';

describe('a log that cannot be written for a while', () => {
  let full: boolean;
  let text: string;
  let said: string[];
  let log: SteadyDestination;
  beforeEach(() => {
    [full, text, said] = [false, '', []];
    const write = (line: string) => {
      if (full) throw new Error('ENOSPC: no space left on device');
      text += line;
    };
    log = new SteadyDestination({ write }, (one) => said.push(one));
  });
  const missing = (lost: number) => jasmine.objectContaining({ lost, msg: 'the log could not be written' });
  const lines = () =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as object);

  it('fails nobody, says so once, and tells how much is missing once it can', () => {
    log.write('{"n":1}\n');
    full = true;
    for (const n of [2, 3, 4]) log.write(`{"n":${n}}\n`);
    full = false;
    log.write('{"n":5}\n');
    log.write('{"n":6}\n');
    expect(lines()).toEqual([{ n: 1 }, missing(3), { n: 5 }, { n: 6 }]);
    expect(said).toEqual([jasmine.stringContaining('cannot write its log (ENOSPC')]);
  });

  it('holds back what must not be lost, in its order, and writes it before what comes later', () => {
    full = true;
    for (const n of [1, 2]) log.writeWithoutLoss(`{"head":${n}}\n`);
    log.write('{"n":1}\n');
    full = false;
    log.writeWithoutLoss('{"head":3}\n');
    expect(lines()).toEqual([missing(1), { head: 1 }, { head: 2 }, { head: 3 }]);
  });

  it('writes what it held back though nothing more is logged', () => {
    jasmine.clock().install();
    try {
      full = true;
      log.writeWithoutLoss('{"head":1}\n');
      jasmine.clock().tick(5_000);
      full = false;
      jasmine.clock().tick(1_000);
      expect(lines()).toEqual([missing(0), { head: 1 }]);
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('goes on behind a line that broke off', () => {
    const broken = new SteadyDestination(
      {
        write: (line) => {
          text += full ? line.slice(0, 4) : line;
          if (full) throw new Error('ENOSPC');
        },
      },
      () => undefined,
    );
    full = true;
    broken.write('{"n":1}\n');
    full = false;
    broken.write('{"n":2}\n');
    const [torn, ...rest] = text.split('\n').filter(Boolean);
    expect([torn, ...rest.map((line) => JSON.parse(line) as object)]).toEqual(['{"n"', missing(1), { n: 2 }]);
  });

  it('is heard by the logger above it', () => {
    full = true;
    const logger = newLog('info', { write: (line) => (full ? fail() : (text += line)) });
    const fail = () => {
      throw new Error('EIO');
    };
    expect(() => (logger.info({}, 'a request'), logger.record({ position: 7 }, 'audit head'))).not.toThrow();
    full = false;
    logger.info({}, 'another');
    expect(lines().at(1)).toEqual(jasmine.objectContaining({ position: 7, msg: 'audit head' }));
  });

  const program = `
    const { newLog } = await import('${new URL('./log.js', import.meta.url).href}');
    process.stdin.resume().once('end', () => {
      const log = newLog('info');
      for (let n = 0; n < 100; n++) log.info({ n }, 'a request');
      process.exitCode = 7;
    });`;
  it('keeps no process from going on where nobody reads it any more', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'pipe' });
    child.stdout.destroy();
    child.stdin.end();
    const [code] = await once(child, 'exit');
    expect(code).toBe(7);
  });
});
