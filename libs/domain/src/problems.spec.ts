import { HeadwayProblem, type ProblemCode, problems } from './problems.js';

/** Codes and statuses are promises to whoever calls the API. */
const promised: Readonly<Record<ProblemCode, number>> = {
  malformed_json: 400,
  invalid_request: 400,
  not_signed_in: 401,
  not_allowed: 403,
  cross_site_request: 403,
  read_only_token: 403,
  not_found: 404,
  method_not_allowed: 405,
  request_timeout: 408,
  already_exists: 409,
  wrong_state: 409,
  request_in_flight: 409,
  changed_since_read: 412,
  payload_too_large: 413,
  address_too_long: 414,
  unsupported_media_type: 415,
  rule_broken: 422,
  file_has_errors: 422,
  idempotency_key_reused: 422,
  if_match_required: 428,
  too_many_requests: 429,
  headers_too_large: 431,
  unexpected: 500,
  read_only: 503,
  unavailable: 503,
};

describe('problems', () => {
  it('are those promised, with the status promised', () => {
    const told = Object.fromEntries<number>(
      Object.entries(problems).map(([code, [status]]) => [code, status]),
    );
    expect(told).toEqual({ ...promised });
  });

  it('each have a title of their own', () => {
    const titles = Object.values(problems).map(([, title]) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.every((title) => /^[A-Z].*[^.]$/.test(title))).toBeTrue();
  });
});

describe('a problem thrown', () => {
  it('is an error that says its detail', () => {
    const problem = new HeadwayProblem('rule_broken', 'A return is open.');
    expect(problem).toBeInstanceOf(Error);
    expect([problem.code, problem.message]).toEqual(['rule_broken', 'A return is open.']);
  });

  it('says its title where there is no detail', () => {
    const problem = new HeadwayProblem('not_found');
    expect([problem.detail, problem.message]).toEqual([undefined, 'There is nothing here']);
  });

  it('brings headers and members of its own, or none', () => {
    const plain = new HeadwayProblem('not_found');
    expect([plain.headers, plain.members, plain.errors]).toEqual([{}, {}, undefined]);
    const dressed = new HeadwayProblem('unavailable', undefined, [], { 'Retry-After': '5' }, { rows: 3 });
    expect([dressed.headers, dressed.members, dressed.errors]).toEqual([
      { 'Retry-After': '5' },
      { rows: 3 },
      [],
    ]);
  });
});
