import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from './config.js';

/** On https a cookie carries `__Host-`, which browsers only take with Secure, Path=/ and no Domain. */
export function cookieName(config: Config, name: 'headway_session' | `headway_sign_in_${string}`): string {
  return config.secure ? `__Host-${name}` : name;
}

/** One for each sign-in under way, by its state, so that several tabs can sign in side by side. */
export function signInCookieName(config: Config, state: string): string {
  return cookieName(config, `headway_sign_in_${state.replaceAll(/[^\w-]/g, '').slice(0, 16)}`);
}

export function cookieOptions(config: Config): CookieSerializeOptions {
  return { httpOnly: true, sameSite: 'lax', secure: config.secure, path: '/' };
}
