import type { Review, ReviewFile } from '@headway/contract';
import { formatDate, instantWords, packForms, pulseSuppressed, quarterLabel } from '@headway/domain';

const extensions: Readonly<Record<ReviewFile['format'], string>> = {
  ods: 'ODS',
  xlsx: 'XLSX',
  pdf: 'PDF',
  csv: 'ZIP',
  json: 'JSON',
};

/** "OpenDocument spreadsheet (ODS, 120 KB)". */
export function fileWords({ format, bytes }: Pick<ReviewFile, 'format' | 'bytes'>): string {
  const { label } = packForms[format];
  const short = extensions[format];
  const size = bytes === null ? 'made as you download it' : sizeWords(bytes);
  return `${label} (${[...(label === short ? [] : [short]), size].join(', ')})`;
}

/** "512 bytes", "120 KB", "1.4 MB", each on one line: a kilobyte is 1,024 bytes. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1\u00a0byte' : `${bytes}\u00a0bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 999.5 ? `${Math.round(kilobytes)}\u00a0KB` : `${(kilobytes / 1024).toFixed(1)}\u00a0MB`;
}

/** "Q2 2026-27", without its months. */
export function shortLabel(quarter: Review['quarter']): string {
  return quarterLabel(quarter).split(' (')[0]!;
}

/** Where copied sentences come from, so that their figures can be found again. */
export function sourceOf({ quarter, revision }: Pick<Review, 'quarter' | 'revision'>): string {
  return `Source: Headway, review of ${shortLabel(quarter)}, revision ${revision}. Position on ${formatDate(quarter.to)}.`;
}

/** `/quarters/2026-27-Q2/review?revision=1`: the address of one revision, which never shows another. */
export function revisionPath(quarter: string, revision: number): string {
  return `/quarters/${encodeURIComponent(quarter)}/review?revision=${revision}`;
}

/** What there is to know of this revision beside the others; null where it is the only one. */
export function standing({ revision, revisions }: Pick<Review, 'revision' | 'revisions'>): {
  /** The latest, where it is another. */
  readonly later: {
    readonly revision: number;
    readonly sentence: string;
    readonly reason: string | null;
  } | null;
  /** Of a second revision and later: why there is one, and how to tell what differs. */
  readonly revised: { readonly reason: string | null; readonly sentence: string } | null;
} {
  const latest = revisions.at(-1);
  const own = revisions.find((one) => one.revision === revision);
  return {
    later:
      latest && latest.revision > revision
        ? {
            revision: latest.revision,
            reason: latest.reason,
            sentence: `This is revision ${revision}. It was replaced by revision ${latest.revision}, frozen at ${instantWords(latest.frozenAt)}.`,
          }
        : null,
    revised:
      revision > 1
        ? {
            reason: own?.reason ?? null,
            sentence: `This is revision ${revision}. What differs from ${revision === 2 ? 'revision 1' : 'earlier revisions'} is marked [r], and listed under Revisions.`,
          }
        : null,
  };
}

/** What the marks in tables stand for. */
export const marks = [
  { mark: '[c]', meaning: pulseSuppressed },
  { mark: '[r]', meaning: 'Revised: another value was published before.' },
  { mark: '[x]', meaning: 'Not available.' },
  { mark: '[z]', meaning: 'Not applicable.' },
] as const;
