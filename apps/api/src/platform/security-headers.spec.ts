import fastify from 'fastify';
import { nonceOf, sendSecurityHeaders } from './security-headers.js';

async function answered(secure: boolean): Promise<{ headers: Record<string, unknown>; nonce: string }> {
  const app = fastify();
  sendSecurityHeaders(app, { secure });
  app.get('/', (_, reply) => nonceOf(reply.raw));
  const { headers, body } = await app.inject('/');
  await app.close();
  return { headers, nonce: body };
}

describe('headers that keep a browser to what is ours', () => {
  it('take styles of the page by a nonce that is never the same, and scripts from here only', async () => {
    const [one, other] = [await answered(false), await answered(false)];
    const policy = String(one.headers['content-security-policy']);
    expect(policy).toContain(`style-src 'self' 'nonce-${one.nonce}';`);
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(one.nonce).toMatch(/^[\w-]{22}$/);
    expect(other.nonce).not.toBe(one.nonce);
  });

  it('name no other type than the one that is sent, nor where somebody came from', async () => {
    const { headers } = await answered(false);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
  });

  it('keep to https only where Headway is reached by it', async () => {
    expect((await answered(true)).headers['strict-transport-security']).toContain('max-age=');
    const { headers } = await answered(false);
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });
});
