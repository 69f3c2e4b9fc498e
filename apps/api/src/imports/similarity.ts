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
  const pairs = headings.flatMap((heading) =>
    free.map((column) => ({ heading, column, likeness: likenessOf(heading, column) })),
  );
  const found = new Map<string, ImportColumn>();
  for (const { heading, column, likeness } of pairs.toSorted((a, b) => b.likeness - a.likeness))
    if (likeness >= alike && !found.has(heading) && ![...found.values()].includes(column))
      found.set(heading, column);
  return found;
}

function likenessOf(heading: string, column: ImportColumn): number {
  return Math.max(...[importColumns[column], ...likely[column]].map((name) => likeness(heading, name)));
}

/** How many pairs of letters two names share, of all that they have: 1 for the same, 0 for nothing in common. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  });
  return (2 * shared.length) / (left.length + right.length);
}

/** Letters and digits two by two; longer than any heading that could be meant is cut. */
function pairsOf(text: string): string[] {
  const letters = ` ${plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60)} `;
  return letters.trim() === ''
    ? []
    : Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2));
}

/** The columns that are not in use. */
export function freeColumns(used: Iterable<ImportColumn>): ImportColumn[] {
  const taken = new Set(used);
  return importColumnNames.filter((column) => !taken.has(column));
}
