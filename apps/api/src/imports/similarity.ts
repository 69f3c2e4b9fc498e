import { type ImportColumn, importColumnNames, importColumns } from '@headway/contract';
import { plain } from './columns.js';

/** What people head such columns with, though it may mean something else: enough to ask, not to be sure. */
const likely: Readonly<Record<ImportColumn, readonly string[]>> = {
  reference: ['id', 'ref', 'service id', 'unique id', 'code'],
  name: ['title', 'service title', 'product', 'name of the service'],
  organisation: [
    'dept',
    'department name',
    'organisation name',
    'agency',
    'body',
    'ministry',
    'lead department',
  ],
  audience: [
    'users',
    'user type',
    'audience type',
    'who it is for',
    'internal or external',
    'external or internal',
  ],
  stage: ['status', 'phase', 'delivery status', 'current stage', 'service stage', 'progress'],
  stageReachedOn: ['date', 'stage date', 'status date', 'since', 'date reached', 'stage since'],
  redesignUnderWay: ['redesign', 'redesign in progress', 'being redesigned'],
  frontOffice: ['front', 'front end'],
  middleOffice: ['middle'],
  backOffice: ['back', 'back end'],
  liveBy: ['target live date', 'live target', 'planned live date', 'go live date'],
  redesignedBy: ['target redesign date', 'redesign target', 'planned redesign date'],
  transactionsAYear: [
    'transactions',
    'volume',
    'volumes',
    'annual transactions',
    'transactions per year',
    'annual volume',
  ],
  address: ['link', 'web address', 'website', 'service url', 'web page'],
  owner: ['sro', 'owner', 'service owner', 'responsible owner'],
  description: ['summary', 'details', 'about'],
  opensOn: ['opened', 'opened on', 'open date', 'date opened', 'start date', 'launch date'],
  note: ['notes', 'comment', 'comments', 'remarks', 'reason'],
  evidenceUrl: ['evidence link', 'evidence url', 'link to evidence', 'proof'],
};

/** From here on two names are alike enough to suggest one for the other. */
const alike = 0.72;

/** For each heading the free column that it is most like, if any; no column is suggested twice. */
export function suggestions(
  headings: readonly string[],
  free: readonly ImportColumn[],
): Map<string, ImportColumn> {
  const pairs = headings.flatMap((heading) => {
    const pairsOfHeading = pairsOf(heading);
    return free
      .map((column) => ({ heading, column, likeness: likenessOf(pairsOfHeading, column) }))
      .filter(({ likeness }) => likeness >= alike);
  });
  const found = new Map<string, ImportColumn>();
  const taken = new Set<ImportColumn>();
  for (const { heading, column } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (found.has(heading) || taken.has(column)) continue;
    found.set(heading, column);
    taken.add(column);
  }
  return found;
}

/** The pairs of letters of a name, each with how often it has it, and how many there are. */
interface LetterPairs {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

const pairsOfColumn: ReadonlyMap<ImportColumn, readonly LetterPairs[]> = new Map(
  importColumnNames.map((column) => [column, [importColumns[column], ...likely[column]].map(pairsOf)]),
);

function likenessOf(heading: LetterPairs, column: ImportColumn): number {
  return Math.max(...pairsOfColumn.get(column)!.map((name) => likeness(heading, name)));
}

/** How many pairs of letters two names share, of all that they have: 1 for the same, 0 for nothing in common. */
function likeness(a: LetterPairs, b: LetterPairs): number {
  if (a.total === 0 || b.total === 0) return 0;
  let shared = 0;
  for (const [pair, count] of a.counts) shared += Math.min(count, b.counts.get(pair) ?? 0);
  return (2 * shared) / (a.total + b.total);
}

/** Letters and digits two by two; longer than any heading that could be meant is cut. */
function pairsOf(text: string): LetterPairs {
  const letters = ` ${plain(text.slice(0, 300))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60)} `;
  const counts = new Map<string, number>();
  if (letters.trim() === '') return { counts, total: 0 };
  for (let at = 0; at < letters.length - 1; at++) {
    const pair = letters.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: letters.length - 1 };
}

/** The columns that are not in use. */
export function freeColumns(used: Iterable<ImportColumn | 'knownAt'>): ImportColumn[] {
  const taken = new Set<string>(used);
  return importColumnNames.filter((column) => !taken.has(column));
}
