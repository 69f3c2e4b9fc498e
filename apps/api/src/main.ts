import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { Config } from './platform/config.js';
import { mountDemonstration } from './platform/demonstration/mount.js';
import { dressHttp, httpAdapter } from './platform/http.js';
import { nestLogger, newLog } from './platform/log.js';
import { describeApi } from './platform/openapi.js';

/** Builds the whole application; the caller decides whether it listens. */
export async function createApp(
  config: Config,
  log = newLog(config.logLevel),
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, log),
    httpAdapter(log, config),
    {
      bodyParser: false,
      logger: nestLogger(log),
      abortOnError: false,
    },
  );
  await dressHttp(app, config);
  if (config.demonstration) await mountDemonstration(app, config);
  describeApi(app);
  app.enableShutdownHooks();
  await app.init();
  return app;
}

if (import.meta.main) {
  try {
    const config = new Config(process.env);
    const app = await createApp(config);
    await app.listen(config.port, config.host);
    process.send?.('listening');
    // Whoever started this is gone without a word, so nobody would ever stop it.
    process.once('disconnect', () => void app.close().finally(() => process.exit(0)));
  } catch (error) {
    process.stderr.write(
      `Headway could not start: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(1);
  }
}
