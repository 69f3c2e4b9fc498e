import { Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { Config } from './config.js';
import { demonstrationClient, demonstrationIssuer } from './demonstration/client.js';

const scope = 'openid email';

export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** The identity provider: OpenID Connect, authorization code with PKCE, state and nonce. */
@Injectable()
export class Identity {
  private configuration: Promise<client.Configuration> | undefined;

  constructor(private readonly config: Config) {}

  async authorizationUrl(attempt: Attempt): Promise<string> {
    return client.buildAuthorizationUrl(await this.discovered(), {
      redirect_uri: this.redirectUri,
      scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(attempt.codeVerifier),
      code_challenge_method: 'S256',
    }).href;
  }

  /** The verified address of the person who came back. @throws where the provider's answer does not hold. */
  async emailFrom(callback: URL, attempt: Attempt): Promise<string | null> {
    const tokens = await client.authorizationCodeGrant(await this.discovered(), callback, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    const told = claims?.['email']
      ? claims
      : await client.fetchUserInfo(await this.discovered(), tokens.access_token, claims!.sub);
    const { email, email_verified: verified } = told as { email?: unknown; email_verified?: unknown };
    return typeof email === 'string' && verified === true ? email : null;
  }

  /** Where signing out of the provider too is done; null where it has no such place. */
  async endSessionUrl(): Promise<string | null> {
    const configuration = await this.discovered();
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return client.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.config.publicUrl}/signed-out`,
    }).href;
  }

  get redirectUri(): string {
    return `${this.config.publicUrl}/api/session/callback`;
  }

  /** Asked once; asked again after a failure, so that a provider that was away is found when it is back. */
  private discovered(): Promise<client.Configuration> {
    this.configuration ??= this.discover().catch((error: unknown) => {
      this.configuration = undefined;
      throw error;
    });
    return this.configuration;
  }

  private discover(): Promise<client.Configuration> {
    const { issuer } = this.config;
    if (issuer) return client.discovery(new URL(issuer.url), issuer.clientId, issuer.clientSecret);
    return demonstrationClient(demonstrationIssuer(this.config), this.config);
  }
}
