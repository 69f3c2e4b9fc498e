import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { breachesOf, importsOf } from './rules.ts';

/** The sources as git knows them, new ones included. */
function sources(): string[] {
  const listed = execFileSync('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'apps',
    'libs',
    'tools',
  ]);
  const all = listed.toString().split('\n');
  return all.filter((path) => /\.(ts|mjs|html|scss)$/.test(path) && existsSync(path));
}

describe('the house', () => {
  it('has no file that breaks its rules', () => {
    const paths = sources();
    expect(paths.length).toBeGreaterThan(150);
    const breaches = paths.flatMap((path) => breachesOf({ path, text: readFileSync(path, 'utf8') }));
    expect(breaches).toEqual([]);
  });
});

describe('its rules', () => {
  const cases: readonly [path: string, line: string, why: RegExp | null][] = [
    ['libs/domain/src/a.ts', `import { z } from '@headway/contract';`, /may not import contract/],
    ['libs/charts/src/a.ts', `export * from '@headway/domain';`, /may not import domain/],
    ['libs/domain/src/a.ts', `import { Injectable } from '@nestjs/common';`, /brings the framework/],
    ['libs/contract/src/a.ts', `import type { Stage } from '@headway/domain';`, null],
    ['apps/api/src/services/a.ts', `import { x } from '@headway/govuk';`, /may not import govuk/],
    ['apps/api/src/services/a.ts', `import { x } from '@headway/domain/src/stage.js';`, /reaches inside/],
    [
      'apps/api/src/platform/a.ts',
      `import { x } from '../services/b.js';`,
      /platform imports the slice services/,
    ],
    [
      'apps/api/src/services/a.ts',
      `import { x } from '../records/b.js';`,
      /slice services imports the slice records/,
    ],
    ['apps/api/src/records/a.ts', `import { x } from '../services/claim.js';`, null],
    ['apps/api/src/records/a.ts', `import { x } from '../platform/changes.js';`, null],
    [
      'apps/web/src/app/people/a.ts',
      `const x = await import('../imports/b');`,
      /slice people imports the slice imports/,
    ],
    ['apps/web/src/app/people/a.ts', `import '../../../../api/src/main.js';`, /leaves apps\/web/],
    ['apps/web/src/app/app.routes.ts', `import('./records/records.routes')`, null],
    ['apps/api/src/services/a.ts', '\n'.repeat(250) + 'x', /has 251 lines/],
    ['apps/e2e/src/a.e2e.ts', `import { expect, test } from '@playwright/test';`, /no server of its own/],
    ['apps/e2e/src/a.e2e.ts', `import { test } from './headway.ts';`, null],
    ['apps/e2e/src/a.ts', `await page.waitForTimeout(2500);`, /waits for the clock/],
  ];
  for (const [path, text, why] of cases)
    it(`${why ? 'refuse' : 'allow'} ${text.trim().slice(0, 60)} in ${path}`, () => {
      const [breach] = breachesOf({ path, text });
      if (why) expect(breach?.why ?? 'nothing').toMatch(why);
      else expect(breach).toBeUndefined();
    });

  it('see imports over several lines, of types, and those for effect', () => {
    const text = `import {\n  a,\n} from 'one';\nimport type { B } from 'two';\nexport { c } from 'three';\nimport 'four';`;
    expect(importsOf(text)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('are held by lint too', () => {
    const lint = (path: string, input: string) =>
      spawnSync('node_modules/.bin/eslint', ['--stdin', '--stdin-filename', path], {
        input,
      }).stdout.toString();
    const forbidden = `import { NewRecord } from '@headway/contract';\nexport const record = NewRecord;\n`;
    expect(lint('libs/domain/src/stage.ts', forbidden)).toContain('@nx/enforce-module-boundaries');
    expect(lint('apps/api/src/app.module.ts', forbidden)).toBe('');
    expect(lint('libs/domain/src/stage.ts', 'export {};\n'.repeat(260))).toContain('max-lines');
  }, 60_000);
});
