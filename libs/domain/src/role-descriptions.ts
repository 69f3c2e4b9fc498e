import type { Role } from './policies.js';

/** What each role can do, in a sentence for people. */
export const roleDescriptions: Readonly<Record<Role, string>> = {
  viewer: 'Sees the portfolio and every service.',
  digital_lead:
    'Keeps the services of one organisation, and those below it, up to date, and submits its return.',
  approver: 'Sees one organisation, and those below it, and signs off its return.',
  oversight: 'Sees everything, runs the quarters, and can import services for any organisation.',
  admin: 'Manages organisations, and sees everything.',
};
