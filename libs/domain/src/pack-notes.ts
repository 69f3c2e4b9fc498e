/** What notes say, by key, in the order in which they are numbered. */
export const packNotes: Readonly<Record<string, string>> = {
  recorded: 'Not recorded: no stage has been recorded. Such services are counted, and left out of shares.',
  shares: 'Shares are of the services that have a stage recorded.',
  points: 'Changes are in percentage points, worked out before rounding.',
  agencies:
    'A department’s figures include those of its agencies, so only those that are part of no other add up.',
  same: 'The same services are those that counted and had a stage recorded on both dates, here as a share of all that count now.',
};
