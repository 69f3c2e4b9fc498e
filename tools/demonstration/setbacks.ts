import type { Stage } from './types.ts';

export interface Step {
  /** Days before today. */
  readonly age: number;
  readonly stage: Stage;
  readonly note?: string;
}

// Written by hand, because a step backwards is only believable with a reason that fits its service.
export const setbacks: Readonly<Record<string, readonly Step[]>> = {
  'DWP-022': [
    { age: 1440, stage: 'in_progress' },
    { age: 905, stage: 'live' },
    {
      age: 211,
      stage: 'in_progress',
      note: 'Supplier withdrew; the online form was taken down on security advice.',
    },
  ],
  'HMRC-013': [
    { age: 1446, stage: 'live' },
    { age: 872, stage: 'redesigned' },
    {
      age: 298,
      stage: 'live',
      note: 'Since the ledger change, payments to providers are matched by hand again. Live, no longer redesigned.',
    },
  ],
  'HO-018': [
    { age: 1431, stage: 'not_started' },
    { age: 1043, stage: 'in_progress' },
    {
      age: 612,
      stage: 'not_started',
      note: 'Money moved to clearing the backlog; the alpha team was stood down and nothing is kept running.',
    },
  ],
  'HMCTS-017': [
    { age: 1449, stage: 'in_progress' },
    { age: 1190, stage: 'live' },
    {
      age: 824,
      stage: 'in_progress',
      note: 'Claims were not reaching the case system; forms go by post until the link is mended.',
    },
    { age: 563, stage: 'live', note: 'Link to the case system rebuilt and tested in four regions.' },
  ],
  'DEFRA-001': [
    { age: 1420, stage: 'in_progress' },
    { age: 760, stage: 'live' },
    {
      age: 139,
      stage: 'in_progress',
      note: 'Closed to new applications; the form for the next offer is still being built.',
    },
  ],
  'MHCLG-010': [
    { age: 1405, stage: 'not_started' },
    { age: 930, stage: 'in_progress' },
    { age: 481, stage: 'not_started', note: 'Fund paused at the spending review, and the work with it.' },
  ],
  'DVSA-008': [
    { age: 1447, stage: 'live' },
    {
      age: 1012,
      stage: 'in_progress',
      note: 'Training records were lost after an upgrade; new applications are on paper for now.',
    },
    { age: 644, stage: 'live', note: 'Records restored and the form reopened to every garage.' },
  ],
  'DFE-017': [
    { age: 1398, stage: 'not_started' },
    { age: 815, stage: 'in_progress' },
    {
      age: 331,
      stage: 'not_started',
      note: 'Contract for the platform was not renewed, and no team is working on it.',
    },
  ],
  'NHSBSA-008': [
    { age: 1444, stage: 'live' },
    {
      age: 1101,
      stage: 'in_progress',
      note: 'Failed an accessibility audit; students apply by email while the upload page is rebuilt.',
    },
    { age: 702, stage: 'live', note: 'Passed the audit; email applications have ended.' },
  ],
  'MOD-008': [
    { age: 1290, stage: 'in_progress' },
    {
      age: 764,
      stage: 'not_started',
      note: 'Paper archive is moving between depots; digital work stopped until the move is over.',
    },
    {
      age: 92,
      stage: 'in_progress',
      note: 'Archive move is over; discovery has begun again with a new team.',
    },
  ],
  'CH-005': [
    { age: 1450, stage: 'live' },
    { age: 880, stage: 'redesigned' },
    {
      age: 523,
      stage: 'live',
      note: "Creditors' objections are being typed in by hand again until the case system copes.",
    },
    { age: 96, stage: 'redesigned', note: 'Objections flow straight into casework again.' },
  ],
  'HO-027': [
    { age: 1438, stage: 'in_progress' },
    { age: 1120, stage: 'live' },
    {
      age: 254,
      stage: 'in_progress',
      note: 'Failed a security test; landlords phone the checking service until it is put right.',
    },
  ],
};
