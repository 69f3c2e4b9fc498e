export const roles = ['viewer', 'digital_lead', 'approver', 'oversight', 'admin'] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Readonly<Record<Role, string>> = {
  viewer: 'Viewer',
  digital_lead: 'Digital lead',
  approver: 'Approver',
  oversight: 'Oversight',
  admin: 'Admin',
};

/** A role of organisations, or of all government; a viewer may be either. The database holds it so too. */
export const organisationRoles: readonly Role[] = ['digital_lead', 'approver'];
export const governmentRoles: readonly Role[] = ['oversight', 'admin'];

/** A role, over everything or over organisations by id, those below them already counted in. */
export interface Grant {
  readonly role: Role;
  readonly organisations: 'all' | readonly string[];
}

export interface Person {
  readonly grants: readonly Grant[];
}

const everyone = roles;

/**
 * Who may do what: the one table that decides on the server and shows or hides in the browser.
 * A role counts for the organisations it was granted over. Whoever may not see a thing gets the
 * answer of a missing thing; whoever may see but not do is told so.
 */
export const policies = {
  signIn: 'public',
  readHealth: 'public',
  readPages: 'public',
  readSession: everyone,
  manageOwnTokens: everyone,
  listenToEvents: everyone,
  readPortfolio: everyone,
  readOrganisations: everyone,
  readServices: everyone,
  createOrganisation: ['admin'],
  changeOrganisation: ['admin'],
  createService: ['digital_lead', 'oversight', 'admin'],
  changeService: ['digital_lead', 'oversight', 'admin'],
  closeService: ['digital_lead', 'oversight', 'admin'],
  /** Out of one organisation and into another, so by somebody who sees both. */
  transferService: ['oversight', 'admin'],
  reorganise: ['admin'],
  recordStage: ['digital_lead'],
  setTarget: ['digital_lead'],
  changeBarrier: ['digital_lead', 'oversight'],
  /** With their stages: what a commission or an earlier tool gathered comes in by oversight and admin too. */
  importServices: ['digital_lead', 'oversight', 'admin'],
  importOrganisations: ['oversight', 'admin'],
  /** When a signal holds, for all of government. */
  setThreshold: ['oversight', 'admin'],
  readAudit: ['oversight', 'admin'],
  readQuarters: everyone,
  /** Opens, closes, re-opens, reminds, and excuses from a return. */
  runQuarters: ['oversight'],
  readReturns: everyone,
  prepareReturn: ['digital_lead'],
  /** Whoever submits cannot sign off, whatever the roles. */
  signOffReturn: ['approver'],
  /** Reopens a return that was submitted or signed off. */
  requestChanges: ['approver', 'oversight'],
  /** Asks and answers in a return's thread. */
  discussReturn: ['digital_lead', 'approver', 'oversight'],
  /** A closed quarter's pack is for everybody, all of government included. */
  readReview: everyone,
  readMail: ['oversight', 'admin'],
  /** Anonymous, so by whoever has the link: nothing is asked or kept of who it is. */
  answerPulse: 'public',
  /** Of all government too: what would tell of fewer than 10 people is not shown to anybody. */
  readPulse: everyone,
  /** Opens waves, and sends their links out. */
  runPulse: ['oversight'],
} as const satisfies Readonly<Record<string, 'public' | readonly Role[]>>;

export type Policy = keyof typeof policies;

/** The organisations, by id, for which a policy lets the person act; `all` where no bound. */
export function scopeOf(person: Person, policy: Policy): 'all' | readonly string[] {
  const allowed: 'public' | readonly Role[] = policies[policy];
  if (allowed === 'public') return 'all';
  const granted = person.grants.filter((grant) => allowed.includes(grant.role));
  if (granted.some((grant) => grant.organisations === 'all')) return 'all';
  return [...new Set(granted.flatMap((grant) => grant.organisations as readonly string[]))];
}

/** Whether the person may do it to this organisation's things, or, with none named, to any at all. */
export function can(person: Person, policy: Policy, organisationId?: string): boolean {
  const scope = scopeOf(person, policy);
  if (scope === 'all') return true;
  return organisationId === undefined ? scope.length > 0 : scope.includes(organisationId);
}
