import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import Provider, { type Configuration, type JWK, interactionPolicy } from 'oidc-provider';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { demonstrationClientId, demonstrationClientSecret, demonstrationIssuer } from './client.js';

import { signInPage } from '../sign-in.js';
import { Store } from './store.js';

export const chooserPath = '/demonstration-people';

/** An OpenID provider for the demonstration: whoever is chosen from its page of people signs in. */
export async function demonstrationProvider(config: Config, database: DataSource): Promise<Provider> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ format: 'jwk' }) as JWK;
  const provider = new Provider(demonstrationIssuer(config).href, {
    adapter: Store,
    clients: [
      {
        client_id: demonstrationClientId,
        client_secret: demonstrationClientSecret,
        redirect_uris: [`${config.publicUrl}/api/session/callback`],
      },
    ],
    jwks: { keys: [{ ...key, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { policy: alwaysChoose(), url: (_, { uid }) => `${chooserPath}/${uid}` },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      IdToken: 300,
      Interaction: 900,
      Session: 900,
      Grant: 900,
    },
    findAccount: async (_, email) => {
      const [person] = await database.query('SELECT email FROM person WHERE email = $1', [email]);
      if (!person) return undefined;
      return { accountId: email, claims: () => ({ sub: email, email, email_verified: true }) };
    },
    // Of an old address, say: an attempt that is not known any more.
    renderError: (ctx) => {
      ctx.status = 303;
      ctx.redirect(`${config.publicUrl}${signInPage('expired')}`);
    },
    // There is one client and it is Headway itself, so nobody is asked to consent.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  } satisfies Configuration);
  provider.proxy = true;
  return provider;
}

/** Every sign-in shows the people again, so that one browser can be one person after another. */
function alwaysChoose(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.get('login')!.checks.add(
    new interactionPolicy.Check('choose', 'choose a demonstration person', 'login_required', (ctx) => {
      return ctx.oidc.result?.login
        ? interactionPolicy.Check.NO_NEED_TO_PROMPT
        : interactionPolicy.Check.REQUEST_PROMPT;
    }),
  );
  return policy;
}
