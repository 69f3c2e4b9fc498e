import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

const docs = 'api/docs';

/** `/api/openapi.json`, and pages to browse it at `/api/docs`; made from the schemas that validate. */
export function describeApi(app: NestFastifyApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Headway')
    .setDescription(
      'How far government services have got on the way to digital. ' +
        'Errors are problems (RFC 9457). Changes need If-Match with the ETag that was read; ' +
        'a POST may carry Idempotency-Key, so that a retry is done once.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  SwaggerModule.setup(docs, app, () => SwaggerModule.createDocument(app, description), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Headway API',
    customCss: '.topbar { display: none }',
  });
  // Swagger's own page styles itself inline; no page of ours may.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, payload, done) => {
      const policy = reply.getHeader('content-security-policy');
      if (request.url.startsWith(`/${docs}`) && typeof policy === 'string')
        void reply.header(
          'content-security-policy',
          policy.replace(/style-src [^;]*/, "style-src 'self' 'unsafe-inline'"),
        );
      done(null, payload);
    });
}
