import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const docs = 'api/docs';

const header = (name: string, required: boolean, description: string) => ({
  in: 'header' as const,
  name,
  required,
  description,
  schema: { type: 'string' },
});
const ifMatch = header('If-Match', true, 'The ETag that was read, or * for any version');
const idempotencyKey = header('Idempotency-Key', false, 'The same key and body are done once');
const problem = { description: 'A problem (RFC 9457)', content: { 'application/problem+json': {} } };

/** The headers that changes take, and what every route may answer instead. */
function withHeaders(document: OpenAPIObject): OpenAPIObject {
  for (const [path, { patch, post, put, ...others }] of Object.entries(document.paths)) {
    for (const change of [patch, put])
      if (change) change.parameters = [...(change.parameters ?? []), ifMatch, idempotencyKey];
    if (post) post.parameters = [...(post.parameters ?? []), idempotencyKey];
    if (post && path.endsWith('/records')) post.parameters?.push(ifMatch);
    for (const operation of [patch, post, put, others.get, others.delete])
      if (operation) operation.responses['default'] = problem;
  }
  return document;
}

/** `/api/openapi.json`, and pages to browse it at `/api/docs`; made from the schemas that validate. */
export function describeApi(app: NestFastifyApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Headway')
    .setDescription(
      'How far government services have got on the way to digital. ' +
        'Errors are problems (RFC 9457). Changes need If-Match with the ETag that was read; ' +
        'a POST, PUT or PATCH may carry Idempotency-Key, so that a retry is done once.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  SwaggerModule.setup(docs, app, () => withHeaders(SwaggerModule.createDocument(app, description)), {
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
