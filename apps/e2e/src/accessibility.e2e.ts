import { expect } from '@playwright/test';
import { mustBeClean } from './clean.ts';
import { test } from './headway.ts';
import { signIn } from './people.ts';
import { fillIfAsked, goOnToCheck, pressTodayIfAsked } from './recording.ts';
import { thisQuarter } from './the-table.ts';
import { quarterAgo, today, typed } from './today.ts';

const open = ['/sign-in', '/signed-out', '/accessibility-statement', '/cookies', '/privacy', '/feedback'];
const pages: Readonly<Record<string, readonly string[]>> = {
  'oversight@headway.example': [
    '/portfolio',
    `/portfolio?on=${quarterAgo(9).to}&audience=external`,
    '/portfolio/compare',
    `/portfolio/compare?from=${quarterAgo(10).to}&to=${quarterAgo(6).to}&boundaries=today&kind=entered`,
    '/portfolio/signals',
    '/portfolio/signals?signal=front_only&organisation=home-office',
    '/portfolio/signals/thresholds/slipped',
    '/services',
    '/services?stage=not_recorded&q=apply',
    '/services?q=nothing-is-called-this',
    '/services?closed=true&boundaries=today',
    `/portfolio?on=${quarterAgo(9).to}&asKnownAt=${quarterAgo(8).to}&boundaries=today`,
    '/services/DWP-001',
    `/services/DWP-022?on=${quarterAgo(5).to}&asKnownAt=${quarterAgo(3).to}`,
    '/services/DWP-001/transfer',
    '/services/NOTHING',
    '/departments',
    '/departments/department-for-transport',
    '/pulse/waves',
    '/pulse/waves/new',
    '/import',
    '/account',
    '/mail',
    '/mail/nothing',
    '/nothing-here',
  ],
  'viewer@headway.example': [
    '/pulse',
    '/pulse?question=online&organisation=department-for-transport',
    '/pulse?question=barriers&grade=senior_civil_servant&audience=external',
    '/pulse/record-and-belief',
    '/pulse/record-and-belief?question=confidence',
    '/pulse/record-and-belief?question=barriers&organisation=department-for-transport',
  ],
  'admin@headway.example': [
    '/departments',
    '/departments/new',
    '/departments/ended',
    '/departments/department-for-transport/change',
    '/departments/department-for-business-and-trade',
    '/departments/department-for-international-trade',
    '/departments/reorganise',
    '/departments/reorganise/rename',
    '/departments/reorganise/merge',
    '/departments/reorganise/transfer',
    '/departments/reorganise/move',
    '/departments/department-for-business-and-trade/changes',
    '/audit',
    '/audit?action=organisation.reorganised',
    '/audit?subject=NOTHING',
  ],
  'lead.ukef@headway.example': [
    '/return',
    `/return/${quarterAgo(2).id}`,
    `/return/${quarterAgo(2).id}/done`,
    '/return/2999-00-Q1',
  ],
  'lead.dwp@headway.example': [
    '/portfolio',
    '/quarters',
    `/quarters/${quarterAgo(1).id}`,
    '/pulse/record-and-belief?question=redesign',
    '/services/new',
    '/services/DWP-001/change',
    '/services/DWP-001/record',
    '/services/DWP-001/confirm',
    '/services/DWP-001/close',
    '/services/DWP-022',
    '/services/DWP-021/targets/live',
    '/services/DWP-001/barriers/new',
    '/departments/department-for-work-and-pensions/barriers/new',
    '/departments/new',
  ],
};

for (const width of [1280, 320])
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('pages for everybody', async ({ page }) => {
      for (const path of open) {
        await page.goto(path);
        await mustBeClean(page, path);
      }
      await page.goto('/api/session/sign-in');
      await mustBeClean(page, 'the demonstration people');
    });

    for (const [email, paths] of Object.entries(pages))
      test(`pages of ${email}`, async ({ page }) => {
        await signIn(page, email);
        for (const path of paths) {
          await page.goto(path);
          await mustBeClean(page, path);
        }
      });

    test('states: correcting a record, closing a service', async ({ page }) => {
      await signIn(page, 'lead.dwp@headway.example', '/services/DWP-022');
      await page
        .getByRole('link', { name: /^Correct this record/ })
        .first()
        .click();
      await expect(page).toHaveTitle(/^Correct/);
      await mustBeClean(page, 'a record to correct');
      await page.getByRole('radio', { name: 'It should say something else' }).check();
      await page.getByRole('button', { name: 'Correct this record' }).click();
      await expect(page.locator('.govuk-error-summary')).toBeFocused();
      await mustBeClean(page, 'a correction without a reason');
      await page.goto('/services/DWP-022/close');
      await page.getByRole('radio', { name: 'Merged into another service' }).check();
      await page.getByRole('button', { name: 'Close this service' }).click();
      await expect(page.locator('.govuk-error-summary')).toBeFocused();
      await mustBeClean(page, 'a closing without a date');
    });

    // Looked at and never made, so nothing changes for the others.
    test('states: a reorganisation typed, wrong, and looked at', async ({ page }) => {
      await signIn(page, 'admin@headway.example', '/departments/reorganise/split');
      const look = page.getByRole('button', { name: 'See what would change' });
      await look.click();
      await expect(page.locator('.govuk-error-summary')).toBeFocused();
      await mustBeClean(page, 'a split of nothing');
      await page.getByLabel('Which organisation is split?').selectOption('Department for Transport');
      const [year, month, day] = today().split('-');
      await page.getByLabel('Day').fill(day!);
      await page.getByLabel('Month').fill(month!);
      await page.getByLabel('Year').fill(year!);
      await page.getByRole('radio', { name: 'It goes on' }).check();
      await page.getByLabel('Who receives?').selectOption('A new organisation');
      await page.getByLabel('Name of the new organisation').fill('Department for Roads');
      await page.getByRole('radio', { name: 'Ministerial department', exact: true }).check();
      await page.getByRole('checkbox', { name: 'Driver and Vehicle Licensing Agency' }).check();
      await page.getByRole('checkbox', { name: /DFT-001/ }).check();
      await mustBeClean(page, 'a split that is typed');
      await look.click();
      await expect(page).toHaveTitle(/^Check what would change/);
      await mustBeClean(page, 'a split looked at');
    });

    test('states: a file with other headings, and what it would change', async ({ page }) => {
      await signIn(page, 'lead.hmrc@headway.example', '/import');
      // Opened today, as what its organisation has submitted is locked up to the end of its quarter.
      const buffer = Buffer.from(
        `Title,Dept,Users,Opens on\nA tax nobody has thought of,HMRC,External,${today()}\n`,
      );
      await page
        .getByLabel('Choose a file')
        .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: 'Check this file' }).click();
      await expect(page).toHaveTitle(/^What do the columns mean/);
      await mustBeClean(page, 'columns to be told apart');
      const name = page.getByLabel('Title (column A)');
      await name.selectOption('Leave it out');
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.locator('.govuk-error-summary')).toBeFocused();
      await mustBeClean(page, 'no column of names');
      await name.selectOption('Service name');
      await page.getByRole('checkbox', { name: /^Remember/ }).uncheck();
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page).toHaveTitle(/^Check the changes/);
      await mustBeClean(page, 'what a file would change');
    });

    // Nothing is sent, so nothing changes for the others.
    test('states of updating many: keys, ticks, more, what is wrong, the check', async ({ page }) => {
      await signIn(page, 'lead.ukef@headway.example');
      await page.goto(thisQuarter());
      const row = (index: number) => page.locator('tbody').nth(index);
      await page.getByText('Work by keyboard alone').click();
      if (width < 960)
        await page.getByRole('button', { name: 'Show filter' }).or(page.locator('#q')).first().click();
      await row(0).getByRole('button', { name: /More/ }).click();
      await row(0).getByRole('checkbox').first().check();
      await mustBeClean(page, 'ticked, with more of a service');
      await page.getByRole('button', { name: 'Set', exact: true }).click();
      await mustBeClean(page, 'no stage chosen for the ticked');
      await page.getByRole('button', { name: 'Confirm: nothing has changed' }).click();
      await row(1).getByRole('combobox').first().selectOption('redesigned');
      await row(1).getByRole('textbox').first().fill('31 6 2028');
      await page.getByRole('button', { name: /^Check/ }).click();
      await expect(page.locator('.govuk-error-summary')).toBeFocused();
      await expect(page).toHaveTitle(/^Error: /);
      await mustBeClean(page, 'a date that is none');
      await row(1).getByRole('textbox').first().fill(typed(today()));
      await page.getByRole('button', { name: /^Check/ }).click();
      await page.getByText('Show the services with no change').click();
      await mustBeClean(page, 'the check');
    });

    test('states: errors on submit, every question, check answers', async ({ page }) => {
      await signIn(page, 'lead.dwp@headway.example', '/services/new');
      await page
        .getByRole('button', { name: /Add|Save|Continue/ })
        .last()
        .click();
      await expect(page.locator('.govuk-error-summary')).toBeFocused();
      await expect(page).toHaveTitle(/^Error: /);
      await mustBeClean(page, 'errors of a new service');
      await page.goto('/services/DWP-003/record');
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.locator('.govuk-error-summary')).toBeFocused();
      await mustBeClean(page, 'no stage chosen');
      await page.getByRole('radio', { name: 'Live', exact: true }).check();
      await goOnToCheck(page, async () => {
        await mustBeClean(page, page.url());
        await pressTodayIfAsked(page);
        await fillIfAsked(page, /Reason/, 'The supplier withdrew.');
      });
      await mustBeClean(page, 'the check of the answers');
    });
  });
