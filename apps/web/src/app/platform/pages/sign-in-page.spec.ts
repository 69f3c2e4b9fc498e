import { openPage } from '../page.harness';
import { openPages } from './pages.routes';

describe('the page to sign in from', () => {
  const opened = async (query: Record<string, string>) => {
    const { page } = await openPage(`/sign-in?${new URLSearchParams(query)}`, openPages);
    const link = page().querySelector('a[href^="/api/session/sign-in"]')!.getAttribute('href')!;
    return {
      text: page().textContent,
      returnTo: new URL(link, 'http://headway.invalid').searchParams.get('returnTo'),
    };
  };

  const long = 'a'.repeat(9_000);
  for (const [what, to, back] of [
    [
      'where one meant to go, at the place on the page',
      '/services/A-1?q=a%26b#top',
      '/services/A-1?q=a%26b#top',
    ],
    ['the page alone where no server would take the whole address', `/services?q=${long}`, '/services'],
    ['the first page where not even that fits', `/${long}`, null],
    ['the first page where nothing else is meant', '', null],
  ] as const)
    it(`leads back to ${what}`, async () => {
      expect((await opened({ returnTo: to })).returnTo).toBe(back);
    });

  for (const problem of ['expired', 'failed', 'refused', 'unknown', 'unavailable'])
    it(`says why the last try came back here: ${problem}`, async () => {
      expect((await opened({ problem })).text).toMatch(/again|Ask whoever/);
    });
});
