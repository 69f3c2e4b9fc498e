/** Every problem Headway can answer with: its stable code, HTTP status and title (RFC 9457). */
export const problems = {
  malformed_json: [400, 'The request body is not JSON that can be read'],
  invalid_request: [400, 'The request is not as described'],
  not_signed_in: [401, 'Sign in to continue'],
  not_allowed: [403, 'You may see this but not do it'],
  cross_site_request: [403, 'The request came from another site'],
  read_only_token: [403, 'This token can only read'],
  not_found: [404, 'There is nothing here'],
  method_not_allowed: [405, 'This cannot be done here'],
  request_timeout: [408, 'The request took too long to arrive'],
  already_exists: [409, 'There is one already'],
  wrong_state: [409, 'Its state does not allow this'],
  request_in_flight: [409, 'The same request is still being worked on'],
  changed_since_read: [412, 'Somebody changed this since you read it'],
  payload_too_large: [413, 'That is too much in one request'],
  address_too_long: [414, 'That address is too long'],
  unsupported_media_type: [415, 'That kind of content is not taken here'],
  rule_broken: [422, 'That breaks a rule'],
  file_has_errors: [422, 'The file has errors'],
  idempotency_key_reused: [422, 'This key was used for another request'],
  if_match_required: [428, 'Say which version you read'],
  too_many_requests: [429, 'Too many requests'],
  headers_too_large: [431, 'The headers of the request are too large'],
  unexpected: [500, 'Something went wrong'],
  read_only: [503, 'Headway can be read at the moment, but not changed'],
  unavailable: [503, 'Headway is not available for a moment'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

export type ProblemCode = keyof typeof problems;

/** What is wrong with one input: where (RFC 6901 pointer), a stable code, and words for a person. */
export interface InputError {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** The body of every error answer. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly code: ProblemCode;
  readonly errors?: readonly InputError[];
}

/** A problem thrown where it is found and answered at the edge. */
export class HeadwayProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail?: string,
    readonly errors?: readonly InputError[],
    readonly headers: Readonly<Record<string, string>> = {},
    /** Members of its own, as RFC 9457 allows. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail ?? problems[code][1]);
  }
}
