/** What notes say, by key, in the order in which they are numbered. */
export const packNotes: Readonly<Record<string, string>> = {
  recorded: 'No stage has been recorded. Such services are counted, and left out of shares.',
  shares: 'Of the services that have a stage recorded.',
  points: 'In percentage points, worked out before rounding.',
  agencies:
    'A department’s figures include those of its agencies, so only those that are part of no other add up.',
  same: 'Services that counted and had a stage recorded on both dates, as a share of all that count now.',
};
