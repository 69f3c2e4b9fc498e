import { type Page, expect } from '@playwright/test';
import { mustBeClean } from './clean.ts';
import { Hands } from './hands.ts';
import { test } from './headway.ts';
import { api, leave, signIn } from './people.ts';

interface Links {
  readonly items: readonly { readonly organisation: { readonly slug: string }; readonly link: string }[];
}
interface Waves {
  readonly items: readonly { readonly id: string; readonly state: string }[];
}

/** Where the staff of an organisation answer, in the wave of this state. Needs oversight signed in. */
async function surveyIn(page: Page, state: string, slug = 'hm-treasury'): Promise<string> {
  const { items } = await api<Waves>(page, '/api/pulse/waves');
  const wave = items.find((one) => one.state === state)!;
  const links = await api<Links>(page, `/api/pulse/waves/${wave.id}/links`);
  return `/pulse/survey/${links.items.find(({ organisation }) => organisation.slug === slug)!.link}`;
}

test.describe('the pulse survey', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('is answered by keyboard alone on a small screen, by nobody in particular', async ({ page }) => {
    await signIn(page, 'oversight@headway.example');
    const survey = await surveyIn(page, 'open');
    await leave(page);
    const asked: { path: string; method: string; cookie: string | null }[] = [];
    page.on('request', (request) => {
      const path = new URL(request.url()).pathname;
      if (!path.startsWith('/api/')) return;
      void request
        .headerValue('cookie')
        .then((cookie) => asked.push({ path, method: request.method(), cookie }));
    });
    const hands = new Hands(page);
    const heading = page.getByRole('heading', { level: 1 });
    await page.goto(survey);
    await mustBeClean(page, 'the start');
    await hands.tabTo(/^Start now/);
    await hands.press('Enter');

    await expect(heading).toHaveText('What is your grade?');
    await hands.tabTo(/^Continue/);
    await hands.press('Enter');
    await expect(page.locator('.govuk-error-summary')).toBeFocused();
    await mustBeClean(page, 'no grade selected');
    await hands.tabTo(/^Select your grade/);
    await hands.press('Enter');
    // Three grades are one stop for Tab; the arrow keys go through them.
    await hands.press('ArrowDown', 2);
    await hands.seesFocus();
    await hands.tabTo(/^Continue/);
    await hands.press('Enter');

    for (let question = 2; question < 8; question++) {
      await expect(page.getByText(`Question ${question} of 8`)).toBeVisible();
      await expect(heading).toBeFocused();
      await mustBeClean(page, `question ${question}`);
      await hands.press('Tab');
      await hands.press('Space');
      await hands.tabTo(/^Continue/);
      await hands.press('Enter');
    }
    await expect(heading).toHaveText('What holds back digital transformation in your organisation?');
    await hands.tabTo(/^Funding/);
    await hands.press('Space');
    await hands.tabTo(/^Nothing holds it back/);
    await hands.press('Space');
    await expect(page.getByRole('checkbox', { name: 'Funding' })).not.toBeChecked();
    await hands.tabTo(/^Continue/);
    await hands.press('Enter');

    await expect(heading).toHaveText('Check your answers');
    await mustBeClean(page, 'the check');
    await expect(page.getByRole('definition').filter({ hasText: 'Nothing holds it back' })).toBeVisible();
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
    await hands.tabTo(/^Send my answers/);
    await hands.press('Enter');
    await expect(heading).toHaveText('Thank you');
    await expect(heading).toBeFocused();
    await mustBeClean(page, 'thanks');

    const at = `/api${survey}`;
    await expect
      .poll(() => asked)
      .toEqual([
        { path: at, method: 'GET', cookie: null },
        { path: at, method: 'POST', cookie: null },
      ]);
    expect(await page.evaluate(() => Object.keys({ ...sessionStorage, ...localStorage }))).toEqual([]);
    await page.goBack();
    await expect(heading).not.toHaveText('Check your answers');
  });

  test('takes no answers by a link of a wave that has closed', async ({ page }) => {
    await signIn(page, 'oversight@headway.example');
    await page.goto(await surveyIn(page, 'closed'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This survey has closed');
    await mustBeClean(page, 'a survey that has closed');
  });
});

test('the published survey stands on the page in its own words', async ({ page }) => {
  await signIn(page, 'viewer@headway.example', '/pulse');
  const said = page.getByRole('main');
  for (const sentence of [
    'Services online: 14% live (3 points up on the wave before), 52% in progress (unchanged).',
    /Redesign: 11% complete .*, 51% in progress/,
    /17% very confident .*, and 12% among senior civil servants\./,
    /75% feel an impact .*, 33% a significant one/,
  ])
    await expect(said.getByRole('link', { name: sentence })).toBeVisible();
  await page.getByRole('navigation', { name: 'Questions' }).getByRole('link', { name: 'Confidence' }).click();
  await expect(page.getByRole('table', { name: /^Confidence that planned/ }).first()).toContainText('12%');
});

test('oversight gets the links of a wave, and copies one', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, 'oversight@headway.example', '/pulse/waves');
  await page.getByRole('row', { name: /Open/ }).getByRole('link').first().click();
  const row = page.getByRole('row', { name: /^HM Treasury/ });
  await row.getByRole('button', { name: 'Copy the link of HM Treasury' }).click();
  await expect(row.getByRole('button', { name: 'Copied the link of HM Treasury' })).toBeVisible();
  expect(new URL(await page.evaluate(() => navigator.clipboard.readText())).pathname).toBe(
    await surveyIn(page, 'open'),
  );
  await mustBeClean(page, 'the links of a wave');
});
