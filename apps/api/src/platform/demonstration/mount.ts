import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config.js';
import { demonstrationProviderToken } from './chooser.controller.js';
import { demonstrationPath } from './client.js';
import type Provider from 'oidc-provider';

/**
 * Puts the demonstration provider under its path, before the routes of Headway itself. It names its addresses
 * after the request, which comes over loopback or through a proxy, so it is told the public one. And it keeps
 * nobody signed in: each sign-in chooses a person, whoever the browser was before or is in another tab.
 */
export async function mountDemonstration(
  app: NestFastifyApplication,
  { publicUrl }: Pick<Config, 'publicUrl'>,
): Promise<void> {
  const provider = app.get<Provider>(demonstrationProviderToken);
  const answer = provider.callback();
  const { host, protocol } = new URL(publicUrl);
  app.use(demonstrationPath, (request: IncomingMessage, response: ServerResponse) => {
    request.headers['x-forwarded-host'] = host;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    request.headers.cookie = withoutSession(request.headers.cookie);
    return answer(request, response);
  });
}

function withoutSession(cookies = ''): string {
  const kept = cookies.split(';').filter((cookie) => !/^\s*_session(\.|=)/.test(cookie));
  return kept.join(';');
}
