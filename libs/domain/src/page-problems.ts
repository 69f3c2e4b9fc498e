/** By their stable code. */
export type Problems = Readonly<Record<string, readonly [status: number, title: string]>>;

/** Problems that pages answer with themselves too; alone in a file, so that no page loads the others. */
export const pageProblems = {
  invalid_request: [400, 'The request is not as described'],
  not_signed_in: [401, 'Sign in to continue'],
  not_allowed: [403, 'You may see this but not do it'],
  not_found: [404, 'There is nothing here'],
  already_exists: [409, 'There is one already'],
  wrong_state: [409, 'Its state does not allow this'],
  request_in_flight: [409, 'The same request is still being worked on'],
  changed_since_read: [412, 'Somebody changed this since you read it'],
  rule_broken: [422, 'That breaks a rule'],
  file_has_errors: [422, 'The file has errors'],
  too_many_requests: [429, 'Too many requests'],
  unexpected: [500, 'Something went wrong'],
  read_only: [503, 'Headway can be read at the moment, but not changed'],
  unavailable: [503, 'Headway is not available for a moment'],
} as const satisfies Problems;

export type PageProblemCode = keyof typeof pageProblems;
