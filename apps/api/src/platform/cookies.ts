import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from './config.js';

/** On https a cookie carries `__Host-`, which browsers only take with Secure, Path=/ and no Domain. */
export function cookieName(config: Config, name: 'headway_session' | 'headway_sign_in'): string {
  return config.secure ? `__Host-${name}` : name;
}

export function cookieOptions(config: Config): CookieSerializeOptions {
  return { httpOnly: true, sameSite: 'lax', secure: config.secure, path: '/' };
}
