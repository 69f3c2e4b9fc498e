import { type TestApp, organisation, person, testApp } from '../testing/app.js';
import { type Browser, newBrowser } from '../testing/browser.js';

describe('signing in', () => {
  let headway: TestApp;
  let base: string;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    await person(headway.source, 'digital_lead', 'dwp');
    await headway.source.query(
      `UPDATE person SET email = 'lead.dwp@headway.example', name = 'Ada <b>Lead</b>'`,
    );
    base = await headway.listen();
  }, 60_000);
  afterAll(() => headway.close());

  const browser = () => newBrowser(base);
  const signIn = async (as: Browser, email: string, returnTo = '/portfolio') => {
    const chooser = await as.follow(`/api/session/sign-in?returnTo=${encodeURIComponent(returnTo)}`, (path) =>
      path.startsWith('/demonstration-people/'),
    );
    const page = await (await as.go(chooser.href)).text();
    const chosen = `${chooser.pathname}/chosen?email=${encodeURIComponent(email)}`;
    const end = await as.follow(chosen, (path) => path === returnTo || path === '/sign-in' || path === '/');
    return { page, end };
  };

  it('goes by OpenID Connect to the page of people and back to where one was', async () => {
    const one = browser();
    const { page, end } = await signIn(one, 'lead.dwp@headway.example', '/services');
    expect(page).toContain('Ada &lt;b&gt;Lead&lt;/b&gt;');
    expect(end.pathname).toBe('/services');
    const session = await one.json('/api/session');
    expect(session['person'].email).toBe('lead.dwp@headway.example');
    expect(session['grants'][0].role).toBe('digital_lead');
    const cookie = one.set.find((line) => line.startsWith('headway_session='))!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\//);
  });

  it('leads from a link in a mail to the return that it is about, as who one is there', async () => {
    const path = '/quarters/2026-27-Q3/returns/dwp';
    const one = browser();
    const { end } = await signIn(one, 'lead.dwp@headway.example', path);
    expect(end.pathname).toBe(path);
    const [grant] = (await one.json('/api/session'))['grants'];
    expect([grant.role, grant.organisation.slug, grant.organisations.length]).toEqual([
      'digital_lead',
      'dwp',
      1,
    ]);
    // At another link, in a session that has run out, it is the same again.
    await headway.source.query('DELETE FROM session');
    const again = await signIn(one, 'lead.dwp@headway.example', path);
    expect(again.end.pathname).toBe(path);
  });

  it('keeps where one meant to go over a try that fails', async () => {
    const path = '/quarters/2026-27-Q3/returns/dwp?tab=messages';
    const one = browser();
    const chooser = await one.follow(`/api/session/sign-in?returnTo=${encodeURIComponent(path)}`, (at) =>
      at.startsWith('/demonstration-people/'),
    );
    const callback = await one.follow(`${chooser.pathname}/chosen?email=lead.dwp@headway.example`, (at) =>
      at.endsWith('/callback'),
    );
    callback.searchParams.set('code', 'forged');
    const next = new URL((await one.go(callback.href)).headers.get('location')!, base);
    expect([next.pathname, Object.fromEntries(next.searchParams)]).toEqual([
      '/sign-in',
      { problem: 'refused', returnTo: path },
    ]);
  });

  it('stores only the hash of the session, and a new one each time', async () => {
    const one = browser();
    await signIn(one, 'lead.dwp@headway.example');
    const first = one.cookies.get('headway_session')!;
    await signIn(one, 'lead.dwp@headway.example');
    expect(one.cookies.get('headway_session')).not.toBe(first);
    const [{ stored }] = await headway.source.query(
      `SELECT count(*) AS stored FROM session WHERE token_hash = $1 OR encode(token_hash, 'escape') = $2`,
      [Buffer.from(first), first],
    );
    expect(stored).toBe(0);
  });

  it('ends by signing out, by an hour of rest and after twelve hours', async () => {
    const status = async (as: Browser) => (await as.go('/api/session')).status;
    const one = browser();
    await signIn(one, 'lead.dwp@headway.example');
    const kept = new Map(one.cookies);
    expect((await one.json('/api/session/sign-out', { method: 'POST' }))['next']).toBe('/signed-out');
    for (const [name, value] of kept) one.cookies.set(name, value);
    expect(await status(one)).toBe(401);
    for (const aged of [
      `last_seen_at = now() - interval '61 minutes'`,
      `created_at = now() - interval '721 minutes'`,
    ]) {
      const two = browser();
      await signIn(two, 'lead.dwp@headway.example');
      expect(await status(two)).toBe(200);
      await headway.source.query(`UPDATE session SET ${aged}`);
      expect(await status(two))
        .withContext(aged)
        .toBe(401);
    }
  });

  it('refuses an attempt of another browser, a used one, and whoever is not known here', async () => {
    const [one, two] = [browser(), browser()];
    const chooser = await one.follow('/api/session/sign-in', (path) =>
      path.startsWith('/demonstration-people/'),
    );
    const callback = await one.follow(`${chooser.pathname}/chosen?email=lead.dwp@headway.example`, (path) =>
      path.endsWith('/callback'),
    );
    expect((await two.go(callback.href)).headers.get('location')).toBe('/sign-in?problem=expired');
    expect(two.cookies.has('headway_session')).toBeFalse();
    expect((await one.go(callback.href)).headers.get('location')).toBe('/');
    expect((await one.go(callback.href)).headers.get('location')).toBe('/sign-in?problem=expired');
  });

  it('refuses a change that another site sends with the cookie', async () => {
    const one = browser();
    await signIn(one, 'lead.dwp@headway.example');
    const post = (headers: Record<string, string>) =>
      one.go('/api/tokens', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"name":"x"}',
      });
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      const answer = await post(headers);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        403,
        'cross_site_request',
      ]);
    }
    expect((await post({ origin: base })).status).toBe(201);
  });

  it('by a token lets it do what its person may, reading only unless made to write, until revoked', async () => {
    const one = browser();
    await signIn(one, 'lead.dwp@headway.example');
    const headers = { 'content-type': 'application/json', origin: base };
    const made = await one.json('/api/tokens', { method: 'POST', headers, body: '{"name":"Power BI"}' });
    const token = made['token'] as string;
    expect((await headway.ask('GET', '/api/services', { token })).statusCode).toBe(200);
    const write = await headway.ask('POST', '/api/tokens', { token, body: { name: 'more' } });
    expect([write.statusCode, write.json().code]).toEqual([403, 'read_only_token']);
    expect((await (await one.go('/api/tokens')).text()).includes(token)).toBeFalse();
    expect(
      (await one.go(`/api/tokens/${made['id']}`, { method: 'DELETE', headers: { origin: base } })).status,
    ).toBe(204);
    expect((await headway.ask('GET', '/api/services', { token })).statusCode).toBe(401);
  });
});
