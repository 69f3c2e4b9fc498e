/** What is broken, where, in words. */
export interface Breach {
  readonly file: string;
  readonly why: string;
}

export interface SourceFile {
  /** From the root, like `apps/api/src/services/claim.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Which of our libraries each project may import. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  'apps/web': ['govuk', 'charts', 'contract', 'domain'],
  'apps/api': ['workbook', 'charts', 'contract', 'domain'],
  'apps/e2e': [],
  'libs/contract': ['domain'],
  'libs/domain': [],
  'libs/charts': [],
  'libs/workbook': [],
  'libs/govuk': [],
};

/** A slice imports itself, the platform and libraries, and otherwise only this. */
export const sliceImports: Readonly<Record<string, readonly string[]>> = {
  'api/records': ['services'],
  'api/organisations': ['owed', 'services', 'returns'],
  'api/services': ['owed'],
  'api/targets': ['services'],
  'api/barriers': ['services'],
  'api/portfolio': ['services'],
  'api/review': ['services', 'barriers', 'portfolio', 'pulse'],
  'api/quarters': ['owed', 'returns', 'review'],
  'api/pulse': ['portfolio', 'services', 'barriers'],
  'api/returns': ['owed', 'services', 'records'],
  'api/imports': ['owed', 'services', 'barriers'],
  'web/records': ['services'],
  'web/services': ['targets', 'barriers', 'portfolio', 'returns'],
  'web/targets': ['services'],
  'web/barriers': ['services'],
  'web/portfolio': ['services'],
  'web/imports': ['services'],
  'web/returns': ['services', 'portfolio'],
  'web/organisations': ['portfolio', 'barriers', 'pulse', 'returns'],
  'web/review': ['portfolio'],
  'web/pulse': ['portfolio'],
};

/** Folders beside the slices that start the application up, hold its schema or serve its specs. */
const notSlices = new Set(['platform', 'migrations', 'testing']);

const longest = 250;
const frameworks = /^(@angular|@nestjs|@ngrx|typeorm|rxjs|fastify|pg)(\/|$)/;
const frameworkFree = /^libs\/(domain|contract|charts|workbook)\//;
const imported =
  /(?:^|\s)(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|[\s(])import\s*\(?\s*['"]([^'"]+)['"]/g;

/** What a file imports, as written. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(imported)].map(([, from, bare]) => (from ?? bare)!);
}

/** Every rule of the house that a file breaks. */
export function breachesOf(file: SourceFile): Breach[] {
  const breach = (why: string): Breach => ({ file: file.path, why });
  const lines = file.text.trimEnd().split('\n').length;
  const tooLong = lines > longest ? [breach(`has ${lines} lines, more than ${longest}`)] : [];
  // Tools stand outside: they put the projects together.
  const imports = file.path.startsWith('tools/') ? [] : importsOf(file.text);
  const wrong = imports.flatMap((from) => wrongImport(file.path, from) ?? []);
  return [...tooLong, ...[...wrong, ...browserTest(file)].map(breach)];
}

/** Files of browser tests run in any order and side by side, however busy the machine is. */
function browserTest({ path, text }: SourceFile): readonly string[] {
  if (!path.startsWith('apps/e2e/src/')) return [];
  const own = path.endsWith('.e2e.ts') && /import \{[^}]*\btest\b[^}]*\} from '@playwright\/test'/.test(text);
  return [
    ...(own ? ['has no server of its own: take test from ./headway.ts'] : []),
    ...(/\bwaitForTimeout\(/.test(text) ? ['waits for the clock: wait for what is to happen'] : []),
  ];
}

function wrongImport(path: string, from: string): string | null {
  const project = path.split('/').slice(0, 2).join('/');
  const library = /^@headway\/([^/]+)(\/.*)?$/.exec(from);
  if (library && library[2]) return `reaches inside ${library[1]}, past its index`;
  if (library && mayImport[project] && !mayImport[project].includes(library[1]!))
    return `${project} may not import ${library[1]}`;
  if (frameworkFree.test(path) && frameworks.test(from))
    return `brings the framework ${from} into ${project}`;
  return from.startsWith('.') ? wrongSlice(path, from) : null;
}

function wrongSlice(path: string, from: string): string | null {
  const target = resolved(path, from);
  const [project, own, other] = [path.split('/').slice(0, 2).join('/'), sliceOf(path), sliceOf(target)];
  if (!target.startsWith(`${project}/`)) return `leaves ${project} by a relative path: ${from}`;
  if (!other || notSlices.has(other) || own === other || own === null) return null;
  if (own === 'platform') return `platform imports the slice ${other}`;
  if (notSlices.has(own)) return null;
  const allowed = sliceImports[`${project.split('/')[1]}/${own}`] ?? [];
  return allowed.includes(other) ? null : `the slice ${own} imports the slice ${other}`;
}

/** The folder of a slice in an application; null for the files that start it up, and for libraries. */
function sliceOf(path: string): string | null {
  return /^apps\/(?:api\/src|web\/src\/app)\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function resolved(path: string, from: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const step of from.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}
