import { DataSource } from 'typeorm';
import { type TestApp, organisation, person, testApp } from '../testing/app.js';
import { type Browser, newBrowser } from '../testing/browser.js';

const lead = 'lead.dwp@headway.example';
const approver = 'approver.dwp@headway.example';

async function twoPeople(headway: TestApp): Promise<void> {
  await organisation(headway.source, 'DWP');
  await person(headway.source, 'digital_lead', 'dwp');
  await headway.source.query('UPDATE person SET email = $1', [lead]);
  await person(headway.source, 'approver', 'dwp');
  await headway.source.query('UPDATE person SET email = $1 WHERE email <> $2', [approver, lead]);
}

const isChooser = (path: string) => path.startsWith('/demonstration-people/');
const begin = (as: Browser, returnTo: string) =>
  as.follow(`/api/session/sign-in?returnTo=${encodeURIComponent(returnTo)}`, isChooser);
/** Chooses a person there, and goes on to the first page of Headway itself. */
const choose = (as: Browser, chooser: URL, email: string) =>
  as.follow(
    `${chooser.pathname}/chosen?email=${encodeURIComponent(email)}`,
    (path) => !/^\/(api|demonstration-)/.test(path),
  );
const whoIs = async (as: Browser) => (await as.json('/api/session'))['person']?.email as string | undefined;
const here = ({ pathname, search, hash }: URL) => `${pathname}${search}${hash}`;

describe('one browser', () => {
  let headway: TestApp;
  let base: string;

  beforeAll(async () => {
    headway = await testApp();
    await twoPeople(headway);
    base = await headway.listen();
  }, 60_000);
  afterAll(() => headway.close());

  it('signs in as somebody else right after signing out', async () => {
    const one = newBrowser(base);
    await choose(one, await begin(one, '/services'), lead);
    expect(await whoIs(one)).toBe(lead);
    await one.go('/api/session/sign-out', { method: 'POST' });
    expect(await whoIs(one)).toBeUndefined();
    const end = await choose(one, await begin(one, '/services'), approver);
    expect([here(end), await whoIs(one)]).toEqual(['/services', approver]);
  });

  it('signs in as somebody else without signing out', async () => {
    const one = newBrowser(base);
    for (const email of [lead, approver, lead]) {
      await choose(one, await begin(one, '/services'), email);
      expect(await whoIs(one)).toBe(email);
    }
  });

  for (const order of [
    [0, 1],
    [1, 0],
  ] as const)
    it(`signs in in two tabs side by side, tab ${order[0] + 1} first`, async () => {
      const one = newBrowser(base);
      const tabs = [await begin(one, '/services'), await begin(one, '/portfolio')];
      for (const tab of order) {
        const end = await choose(one, tabs[tab]!, [lead, approver][tab]!);
        expect(here(end)).toBe(['/services', '/portfolio'][tab]!);
        expect(await whoIs(one)).toBe([lead, approver][tab]);
      }
    });

  it('keeps few attempts, and the latest works', async () => {
    const one = newBrowser(base);
    let chooser = await begin(one, '/services');
    for (let n = 0; n < 20; n++) chooser = await begin(one, `/services?page=${n}`);
    expect([...one.cookies.keys()].filter((name) => name.startsWith('headway_sign_in'))).toHaveSize(8);
    expect(here(await choose(one, chooser, lead))).toBe('/services?page=19');
    expect([...one.cookies.keys()].filter((name) => name.startsWith('headway_sign_in'))).toHaveSize(7);
  });

  it('comes back to the place on the page, and to a long address', async () => {
    const one = newBrowser(base);
    for (const [asked, end] of [
      ['/services/DWP-014#history', '/services/DWP-014#history'],
      [`/services?q=${'a'.repeat(3_500)}#top`, `/services?q=${'a'.repeat(3_500)}#top`],
      [`/services?q=${'a'.repeat(9_000)}`, '/services'],
    ] as const)
      expect(here(await choose(one, await begin(one, asked), lead))).toBe(end);
  });

  for (const path of [
    '/api/session/sign-in?returnTo=/a&returnTo=/b',
    '/api/session/sign-in?colour=blue',
    '/api/session/sign-in?returnTo=%00%ED',
    '/api/session/callback',
    '/api/session/callback?state=nobody&code=x',
    '/api/session/callback?error=access_denied',
    '/demonstration-people/nobody',
    '/demonstration-people/nobody/chosen',
    '/demonstration-people/nobody/chosen?email=x',
    '/demonstration-identity/auth',
    '/demonstration-identity/auth?client_id=nobody&response_type=code',
    '/demonstration-identity/auth/nobody',
  ])
    it(`ends on a page, from which there is a way on: ${path}`, async () => {
      const one = newBrowser(base);
      let at = path;
      let answer = await one.go(at);
      while (answer.status >= 300 && answer.status < 400) {
        at = answer.headers.get('location')!;
        answer = await one.go(at);
      }
      expect([answer.status, answer.headers.get('content-type')])
        .withContext(at)
        .toEqual([200, 'text/html; charset=utf-8']);
      const { pathname } = new URL(at, base);
      expect(pathname === '/sign-in' || isChooser(pathname))
        .withContext(at)
        .toBeTrue();
    });

  it('is told on a page where the database is away', async () => {
    const one = newBrowser(base);
    const query = spyOn(headway.app.get(DataSource), 'query').and.rejectWith(
      Object.assign(new Error('away'), { code: 'ECONNREFUSED' }),
    );
    const answer = await one.go('/api/session/sign-in');
    query.and.callThrough();
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?problem=unavailable']);
  });
});

for (const site of ['http://127.0.0.1', 'http://headway.test:8080', 'https://headway.test'])
  describe(`at the public address ${site}`, () => {
    let headway: TestApp;

    beforeAll(async () => {
      headway = await testApp(undefined, { PUBLIC_URL: site });
      await twoPeople(headway);
    }, 60_000);
    afterAll(() => headway.close());

    it('a browser is never led to another, whatever host the request names', async () => {
      const one = newBrowser(await headway.listen(), site);
      const end = await choose(one, await begin(one, '/services'), lead);
      expect([end.origin, await whoIs(one)]).toEqual([site, lead]);
      await one.go('/api/session/sign-out', { method: 'POST' });
      await choose(one, await begin(one, '/services'), approver);
      expect(await whoIs(one)).toBe(approver);
    });
  });
