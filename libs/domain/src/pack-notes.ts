import type { PackTable } from './pack.js';
import { pulseMarginNote } from './pulse-sentences.js';
import type { Snapshot } from './snapshot.js';

const packNotes: Readonly<Record<string, string>> = {
  recorded: 'Not recorded: no stage has been recorded. Such services are counted, and left out of shares.',
  shares: 'Shares are of the services that have a stage recorded.',
  points: 'Changes are in percentage points, worked out before rounding.',
  agencies:
    'A department’s figures include those of its agencies, so only those that are part of no other add up.',
  same: 'The same services are those that counted and had a stage recorded on both dates, here as a share of all that count now.',
};

/** Of packs that have a pulse survey. */
const pulseNotes: Readonly<Record<string, string>> = {
  pulse_shares:
    'Shares of staff are of the answers to the question. Services online, and redesign, take the answers about external and about internal services together. Where several answers could be chosen, shares come to more than 100%.',
  pulse_people:
    'Answers are anonymous, so nothing proves that each person answered once. Of two questions taken together, these are the people who answered the one that more did.',
  pulse_margin: pulseMarginNote,
  pulse_gap:
    'The gap is the share of staff less the share recorded: below 0 where staff believe less than leads recorded. One is a share of people, the other of services.',
};

/** What notes say, by key. */
export function notesOf({ pulse }: Snapshot): Readonly<Record<string, string>> {
  return pulse ? { ...packNotes, ...pulseNotes } : packNotes;
}

/** Those that tables refer to, in the order in which they come up: by it every form numbers them. */
export function notesInOrder(
  notes: Readonly<Record<string, string>>,
  tables: readonly PackTable[],
): Readonly<Record<string, string>> {
  const used = tables.flatMap((table) => [
    ...table.notes,
    ...table.columns.flatMap((column) => column.notes),
  ]);
  return Object.fromEntries(used.map((key) => [key, notes[key]!]));
}
