import { Config } from './config.js';

const database = { DATABASE_URL: 'postgres://headway@localhost/headway' };
const demonstration = { ...database, HEADWAY_DEMO: 'on' };
const identity = {
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'headway',
  OIDC_CLIENT_SECRET: 'secret',
};

describe('the configuration', () => {
  it('has defaults for all but the database and signing in', () => {
    const config = new Config(demonstration);
    expect({ ...config }).toEqual({
      port: 3000,
      host: 'localhost',
      trustedProxies: [],
      publicUrl: 'http://localhost:3000',
      databaseUrl: database.DATABASE_URL,
      demonstration: true,
      issuer: null,
      logLevel: 'info',
    });
  });

  it('has the port in the public address unless that is given', () => {
    expect(new Config({ ...demonstration, PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    expect(new Config({ ...demonstration, PUBLIC_URL: 'https://headway.example//' }).publicUrl).toBe(
      'https://headway.example',
    );
  });

  it('trusts the proxies that it is told of', () =>
    expect(new Config({ ...demonstration, TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.1' }).trustedProxies).toEqual(
      ['10.0.0.0/8', '192.0.2.1'],
    ));

  it('takes an identity provider in place of the demonstration', () => {
    const config = new Config({ ...database, ...identity });
    expect([config.demonstration, config.issuer]).toEqual([
      false,
      { url: 'https://id.example', clientId: 'headway', clientSecret: 'secret' },
    ]);
  });

  it('is secure where browsers come by https', () => {
    expect(new Config({ ...demonstration, PUBLIC_URL: 'https://headway.example' }).secure).toBeTrue();
    expect(new Config(demonstration).secure).toBeFalse();
  });

  it('has no mind for other variables', () =>
    expect(() => new Config({ ...demonstration, HOME: '/' })).not.toThrow());

  const wrong = [
    [{}, ['DATABASE_URL', 'OIDC_ISSUER']],
    [database, ['OIDC_ISSUER']],
    [{ DATABASE_URL: 'mysql://x', HEADWAY_DEMO: 'on' }, ['DATABASE_URL']],
    [{ ...demonstration, PORT: '0' }, ['PORT']],
    [{ ...demonstration, PORT: '65536' }, ['PORT']],
    [{ ...demonstration, PORT: 'http' }, ['PORT']],
    [{ ...demonstration, PORT: '' }, ['PORT']],
    [{ ...demonstration, PUBLIC_URL: 'headway.example' }, ['PUBLIC_URL']],
    [{ ...demonstration, PUBLIC_URL: 'ftp://headway.example' }, ['PUBLIC_URL']],
    [{ ...database, ...identity, HEADWAY_DEMO: 'yes' }, ['HEADWAY_DEMO']],
    [{ ...demonstration, LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
    [{ ...database, ...identity, OIDC_ISSUER: 'id.example' }, ['OIDC_ISSUER']],
    [{ ...database, ...identity, OIDC_CLIENT_ID: undefined }, ['OIDC_CLIENT_ID']],
    [{ ...database, ...identity, OIDC_CLIENT_SECRET: '' }, ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
    [{ ...demonstration, OIDC_ISSUER: 'https://id.example' }, ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
    [
      { PORT: 'x', PUBLIC_URL: 'x', DATABASE_URL: 'x', HEADWAY_DEMO: 'x', OIDC_ISSUER: 'x', LOG_LEVEL: 'x' },
      ['PORT', 'PUBLIC_URL', 'DATABASE_URL', 'HEADWAY_DEMO', 'OIDC_ISSUER', 'LOG_LEVEL'],
    ],
    [
      { PORT: 'x', OIDC_ISSUER: 'https://id.example' },
      ['PORT', 'DATABASE_URL', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
    ],
  ] as const;
  for (const [env, names] of wrong)
    it(`that is ${JSON.stringify(env)} is refused, with ${names.join(', ')} named`, () => {
      try {
        fail(`taken: ${JSON.stringify(new Config(env))}`);
      } catch (error) {
        for (const name of names) expect((error as Error).message).toContain(name);
      }
    });

  it('never says a secret in an error', () => {
    const env = { DATABASE_URL: 'mysql://u:hunter2@h', OIDC_CLIENT_SECRET: 'hunter3', PORT: 'x' };
    expect(() => new Config(env)).toThrowMatching((error: Error) => !/hunter/.test(error.message));
  });
});
