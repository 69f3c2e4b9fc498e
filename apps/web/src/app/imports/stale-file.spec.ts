import { problemOf } from '../platform/problem';
import { checkId, open, url } from './import-page.fixture';
import { reportOf } from './imports.fixture';

const clean = reportOf({ problems: [] });
const newer = {
  row: 3,
  column: 'Senior responsible owner',
  cell: 'O3',
  reference: 'DWP-015',
  name: 'Report a change',
  file: 'Ann',
  now: 'Bob',
  by: 'A Wren',
  at: '2026-11-03T14:05:00.000Z',
};

describe('a file that is older than what Headway knows', () => {
  it('shows apart what is newer, of when the file is, and overwrites that only where asked', async () => {
    const { http, page, check, press, settle } = await open();
    await check('services.csv', 'text');
    const knownAt = { from: '2026-11-02T09:00:00.000Z', to: '2026-11-02T09:00:00.000Z', rowsWithout: 0 };
    http.expectOne(`${url}check`).flush({ ...clean, newer: [newer], newerCount: 1, knownAt });
    await settle();
    expect(page.textContent).toContain('The file was downloaded at 9:00am on 2 November 2026');
    const row = page.querySelector('[aria-labelledby=newer] tbody tr')!.textContent.replace(/\s+/g, ' ');
    expect(row).toContain('Row 3, Senior responsible owner (O3)');
    expect(row).toContain('Report a change DWP-015');
    expect(row).toContain('2:05pm on 3 November 2026 by A Wren');
    await press('Overwrite what is newer in Headway');
    http.expectOne(`${url}check&overwriteNewer=true`).flush(clean);
    await settle();
    await press('Keep what is newer in Headway');
    http.expectOne(`${url}check`).flush(clean);
    await settle();
    http.verify();
  });

  it('that does not say when it was downloaded is said to be compared with now', async () => {
    const { http, page, check, settle } = await open();
    await check('services.csv', 'text');
    http.expectOne(`${url}check`).flush(clean);
    await settle();
    expect(page.textContent).toContain('compared with Headway as it is now');
    expect(page.textContent).not.toContain('Overwrite what is newer');
  });
});

describe('a file that was overtaken between its check and saving it', () => {
  it('says what changed, has saved nothing, and can be checked again', async () => {
    const { http, page, check, press, settle } = await open();
    await check('services.csv', 'text');
    http.expectOne(`${url}check`).flush(clean);
    await settle();
    await press('Save these changes');
    const fields = [{ field: 'Stage', before: 'In progress', after: 'Live' }];
    const changed = [{ row: 2, reference: 'DWP-014', name: 'Apply for a pension', fields }];
    const refused = { ...problemOf('changed_since_read'), changed, changedCount: 1 };
    http.expectOne(`${url}apply${checkId}`).flush(refused, { status: 412, statusText: 'x' });
    await settle();
    expect(page.querySelector('h1')!.textContent).toBe('Something changed after you checked this file');
    const row = page.querySelector('[aria-labelledby=changed] tbody')!.textContent.replace(/\s+/g, ' ');
    expect(row.trim()).toBe('2 Apply for a pension DWP-014StageIn progressLive');
    await press('Check again');
    http.expectOne(`${url}check`).flush(clean);
    await settle();
    expect(page.querySelector('h1')!.textContent).toBe('Check the changes');
    http.verify();
  });
});
