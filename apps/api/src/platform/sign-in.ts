import { Injectable } from '@nestjs/common';
import { Log } from './log.js';
import * as client from 'openid-client';
import { DataSource } from 'typeorm';
import { type Attempt, Identity } from './identity.js';
import { hashOf, newSecret } from './secret.js';
import { Sessions } from './sessions.js';

/** Signing in and out: an attempt is tied to the browser that began it, and is used once. */
@Injectable()
export class SignIn {
  constructor(
    private readonly identity: Identity,
    private readonly sessions: Sessions,
    private readonly database: DataSource,
    private readonly log: Log,
  ) {}

  /** Where to go to sign in, and what the browser keeps meanwhile: nothing where the identity provider is away. */
  async begin(returnTo = '/'): Promise<{ url: string; kept: { state: string; secret: string } | null }> {
    const secret = newSecret();
    const attempt: Attempt = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier: client.randomPKCECodeVerifier(),
    };
    const url = await this.identity.authorizationUrl(attempt).catch((error: unknown) => {
      this.log.error({ err: error }, 'the identity provider is away');
      return null;
    });
    if (!url) return { url: signInPage('unavailable', pathHere(returnTo)), kept: null };
    await this.database.query(
      `INSERT INTO sign_in_attempt (token_hash, state, nonce, code_verifier, return_to)
       VALUES ($1, $2, $3, $4, $5)`,
      [hashOf(secret), attempt.state, attempt.nonce, attempt.codeVerifier, pathHere(returnTo)],
    );
    return { url, kept: { state: attempt.state, secret } };
  }

  /** Where to go next, with a session where the person is known here. */
  async finish(
    callback: URL,
    secret: string | undefined,
    before: string | undefined,
  ): Promise<{ session: string | null; next: string }> {
    const [[attempt]] = secret
      ? await this.database.query(
          `DELETE FROM sign_in_attempt
           WHERE token_hash = $1 AND created_at > now() - interval '15 minutes'
           RETURNING state, nonce, code_verifier AS "codeVerifier", return_to AS "returnTo"`,
          [hashOf(secret)],
        )
      : [[]];
    if (!attempt) return { session: null, next: signInPage('expired') };
    const email = await this.identity.emailFrom(callback, attempt).catch((error: unknown) => {
      this.log.warn({ err: error }, 'sign-in refused by the identity provider');
      return null;
    });
    if (!email) return { session: null, next: signInPage('refused', attempt.returnTo) };
    const [person] = await this.database.query('SELECT id FROM person WHERE lower(email) = lower($1)', [
      email,
    ]);
    if (!person) return { session: null, next: signInPage('unknown', attempt.returnTo) };
    if (before) await this.sessions.end(before);
    return { session: await this.sessions.start(person.id), next: attempt.returnTo };
  }

  async end(secret: string | undefined): Promise<{ next: string }> {
    if (secret) await this.sessions.end(secret);
    const elsewhere = await this.identity.endSessionUrl().catch((error: unknown) => {
      this.log.warn({ err: error }, 'signed out here, but the identity provider is away');
      return null;
    });
    return { next: elsewhere ?? '/signed-out' };
  }
}

/** Where it is said why signing in failed, and from where another try still leads to where one meant to go. */
export function signInPage(problem: SignInProblem, returnTo = '/'): string {
  return `/sign-in?${new URLSearchParams({ problem, ...(returnTo === '/' ? {} : { returnTo }) }).toString()}`;
}

/** What keeps somebody from signing in; the page has words for each. */
export type SignInProblem = 'expired' | 'failed' | 'refused' | 'unavailable' | 'unknown';

/** A longer address would not fit into those that lead back to it. */
const longest = 4_000;

/**
 * Only a path of ours, with what it shows and the place on its page: an address that leads away, or to no page,
 * becomes the first page, and one that is too long loses what comes after its path.
 */
export function pathHere(returnTo: string): string {
  const base = 'http://headway.invalid';
  const url = URL.canParse(returnTo, base) ? new URL(returnTo, base) : null;
  if (!url || url.origin !== base || !returnTo.startsWith('/') || notAPage(url.pathname)) return '/';
  // `/.//elsewhere` is a path here, but what is left of it once tidied is the address of another site.
  if (url.pathname.startsWith('//')) return '/';
  const whole = `${url.pathname}${url.search}${url.hash}`;
  return [whole, url.pathname, '/'].find((path) => path.length <= longest)!;
}

/** The API, and the demonstration's identity provider, however their letters are written. */
function notAPage(path: string): boolean {
  try {
    return /^\/(api|demonstration-(identity|people))(\/|$)/.test(decodeURIComponent(path));
  } catch {
    return true;
  }
}
