import { type Problems, pageProblems } from './page-problems.js';

/** What is wrong with how a request was sent. The pages only pass these on, and do without their titles. */
const ofRequests = {
  malformed_json: [400, 'The request body is not JSON that can be read'],
  cross_site_request: [403, 'The request came from another site'],
  read_only_token: [403, 'This token can only read'],
  method_not_allowed: [405, 'This cannot be done here'],
  request_timeout: [408, 'The request took too long to arrive'],
  payload_too_large: [413, 'That is too much in one request'],
  address_too_long: [414, 'That address is too long'],
  unsupported_media_type: [415, 'That kind of content is not taken here'],
  idempotency_key_reused: [422, 'This key was used for another request'],
  if_match_required: [428, 'Say which version you read'],
  headers_too_large: [431, 'The headers of the request are too large'],
} as const satisfies Problems;

/** Every problem Headway can answer with: its stable code, HTTP status and title (RFC 9457). */
export const problems = { ...ofRequests, ...pageProblems } as const satisfies Problems;

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
