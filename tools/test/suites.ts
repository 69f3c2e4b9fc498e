/** What one suite came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export interface Suite {
  readonly name: string;
  /** Program and arguments, run on the project's own Node. */
  readonly command: readonly string[];
  /**
   * Whether it takes `--seed=N` for its order and writes what it came to into the file `TALLY`. A check that does not
   * counts as one: passed where it ends with 0.
   */
  readonly counts: boolean;
}

const check = (name: string, ...command: string[]): Suite => ({ name, command, counts: false });
const suite = (name: string, ...command: string[]): Suite => ({ name, command, counts: true });

export const suites: readonly Suite[] = [
  check('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '.', '--cache', '--log-level=warn'),
  check('lint', 'node_modules/eslint/bin/eslint.js', '.', '--cache', '--cache-location', '.cache/eslint/'),
  check('types', 'node_modules/typescript/bin/tsc', '-p', 'tools'),
  check('types of browser tests', 'node_modules/typescript/bin/tsc', '-p', 'apps/e2e'),
  suite(
    'unit',
    'tools/test/jasmine.ts',
    'libs/*/dist/**/*.spec.js',
    'apps/api/dist/**/!(*.db).spec.js',
    'tools/**/!(*.db).spec.ts',
  ),
  suite(
    'database',
    'tools/test/with-database.ts',
    '--unsynced',
    'tools/test/jasmine.ts',
    'apps/api/dist/**/*.db.spec.js',
    'tools/**/*.db.spec.ts',
  ),
  suite('components', 'tools/test/components.ts'),
  suite('browser', 'tools/test/with-database.ts', '--unsynced', 'tools/test/end-to-end.ts'),
];
