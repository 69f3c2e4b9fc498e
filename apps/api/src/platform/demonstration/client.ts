import * as client from 'openid-client';
import { randomBytes } from 'node:crypto';
import type { Config } from '../config.js';

export const demonstrationPath = '/demonstration-identity';
export const demonstrationClientId = 'headway';
/** Known to this process alone, which is both the provider and the one that asks it. */
export const demonstrationClientSecret = randomBytes(32).toString('base64url');

export function demonstrationIssuer(config: Config): URL {
  return new URL(`${config.publicUrl}${demonstrationPath}`);
}

/** Discovery like any other, but over loopback, since the public address may lead through a proxy. */
export async function demonstrationClient(issuer: URL, config: Config): Promise<client.Configuration> {
  return client.discovery(issuer, demonstrationClientId, demonstrationClientSecret, undefined, {
    execute: [client.allowInsecureRequests],
    [client.customFetch]: (url, options) =>
      fetch(url.replace(issuer.origin, `http://localhost:${config.port}`), options as RequestInit),
  });
}
