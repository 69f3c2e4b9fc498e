import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { demonstrationProviderToken } from './chooser.controller.js';
import { demonstrationPath } from './client.js';
import type Provider from 'oidc-provider';

/** Puts the demonstration provider under its path, before the routes of Headway itself. */
export async function mountDemonstration(app: NestFastifyApplication): Promise<void> {
  const provider = app.get<Provider>(demonstrationProviderToken);
  app.use(demonstrationPath, provider.callback());
}
