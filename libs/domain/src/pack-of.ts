import { formatDate } from './calendar.js';
import { changeSentences, headlineSentences } from './pack-headline.js';
import { notesInOrder, notesOf } from './pack-notes.js';
import { revisionsSentence, revisionsTable, withRevisions } from './pack-revisions.js';
import { sectionsOf } from './pack-sections.js';
import { tablesOf } from './pack-tables.js';
import type { Pack } from './pack.js';
import { instantWords } from './past.js';
import { quarterLabel } from './quarter.js';
import type { Snapshot } from './snapshot.js';

/**
 * All that a review says, from its snapshot alone, and, of a second revision and later, from those before, by which
 * it is marked what differs. The same snapshots give the same pack, and every form is written from it.
 */
export function packOf(snapshot: Snapshot, earlier: readonly Snapshot[], sha256: string): Pack {
  const { quarter, revision, frozenAt, contact, reason, definitions } = snapshot;
  const made = tablesOf(snapshot);
  const before = earlier.map((one) => ({ revision: one.revision, tables: tablesOf(one) }));
  const tables = before.length > 0 ? withRevisions(made, before) : [...made, revisionsTable([])];
  const differences = tables.at(-1)!.rows;
  return {
    title: `Progress of government services: ${quarterLabel(quarter)}`,
    subtitle: `Position on ${formatDate(quarter.to)}${revision === 1 ? '' : `, revision ${revision}`}`,
    ...{ revision, frozenAt, contact },
    facts: [
      ['Quarter', quarterLabel(quarter)],
      ['Position on', formatDate(quarter.to)],
      ['Revision', String(revision)],
      ['Closed', instantWords(frozenAt)],
      ...(reason === null ? [] : [['Why it was revised', reason] as const]),
      ['SHA-256 of the data', sha256],
    ],
    headline: headlineSentences(snapshot),
    changes: {
      lastQuarter: changeSentences(snapshot, 'lastQuarter'),
      lastYear: changeSentences(snapshot, 'lastYear'),
    },
    sections: sectionsOf(snapshot, revisionsSentence(differences, revision)),
    tables,
    notes: notesInOrder(notesOf(snapshot), tables),
    definitions: [
      { heading: 'Stages', terms: definitions.stages },
      { heading: 'Measures', terms: definitions.measures },
      { heading: 'Coverage', terms: definitions.coverage },
      { heading: 'Signals', terms: definitions.signals },
    ],
  };
}
