import { TestBed } from '@angular/core/testing';
import { problemOf } from '../platform/problem';
import { checkId, open, url } from './import-page.fixture';
import { reportOf } from './imports.fixture';

const clean = reportOf({ problems: [] });

describe('importing services', () => {
  it('shows what a file would change, then saves the same file', async () => {
    const { http, page, settle, check, press } = await open();
    await check('services.csv', 'Reference\n');
    const checked = http.expectOne(`${url}check`);
    expect(checked.request.headers.get('Content-Type')).toBe('text/csv');
    checked.flush(clean);
    await settle();
    expect(page.querySelector('h1')!.textContent).toContain('Check the changes');
    expect(page.textContent).toContain('412 rows: 3 new services, 12 changed, 397 unchanged.');
    await press('Save these changes');
    const applied = http.expectOne(`${url}apply${checkId}`);
    expect(await (applied.request.body as Blob).text()).toBe('Reference\n');
    applied.flush({ ...clean, mode: 'apply' });
    await settle();
    expect(page.querySelector('h1')!.textContent).toBe('Changes saved');
    expect(document.activeElement).toBe(page.querySelector('h1'));
  });

  it('offers nothing to save where the file has errors, and puts them before the warnings', async () => {
    const { http, page, settle, check } = await open();
    await check('services.csv', 'x');
    http.expectOne(`${url}check`).flush(reportOf());
    await settle();
    expect(page.textContent).not.toContain('Save these changes');
    const headings = [...page.querySelectorAll('main h2')].map(({ textContent }) => textContent!.trim());
    expect(headings).toEqual(['Errors (1)', 'Warnings (1)', 'What changes']);
  });

  it('shows the report that a refused file is answered with', async () => {
    const { http, page, settle, check, press } = await open();
    await check('services.csv', 'x');
    http.expectOne(`${url}check`).flush(clean);
    await settle();
    await press('Save these changes');
    const refused = { ...problemOf('file_has_errors'), ...reportOf({ mode: 'apply' }) };
    http.expectOne(`${url}apply${checkId}`).flush(refused, { status: 422, statusText: 'x' });
    await settle();
    expect(page.querySelector('h1')!.textContent).toContain('The file has errors');
  });

  it('refuses what is no spreadsheet before it is sent', async () => {
    const { page, check } = await open();
    await check('services.pdf', 'x');
    expect(page.querySelector('.govuk-error-summary')!.textContent).toContain('must be an ODS, XLSX or CSV');
    expect(page.querySelector('#file')!.getAttribute('aria-describedby')).toBe('file-hint file-error');
  });

  it('sends a workbook as what it is', async () => {
    const { http, check } = await open();
    await check('services.ods', 'x');
    const { request } = http.expectOne(`${url}check`);
    expect(request.headers.get('Content-Type')).toBe('application/vnd.oasis.opendocument.spreadsheet');
  });

  it('offers the current list in three formats, and says how long it is', async () => {
    const { page } = await open();
    const links = [...page.querySelectorAll('a[download]')].map((link) => [
      link.getAttribute('href'),
      link.textContent,
    ]);
    expect(links).toEqual(
      ['ods', 'xlsx', 'csv'].map((format) => [
        `/api/services.${format}`,
        `Download the current list (${format.toUpperCase()}, 1,234 rows)`,
      ]),
    );
  });

  it('says where each problem stands, and what is not in the file', async () => {
    const { http, page, settle, check } = await open();
    await check('services.csv', 'x');
    const missingServices = [{ reference: 'DWP-009', name: 'Claim a thing', organisation: 'DWP' }];
    http.expectOne(`${url}check`).flush(reportOf({ missing: 700, missingServices }));
    await settle();
    expect(page.querySelector('[aria-labelledby=errors]')!.textContent).toContain('Row 9, Audience (D9)');
    expect(page.querySelector('.govuk-summary-list')!.textContent).toContain('700 are not in the file');
    const [link] = page.querySelectorAll<HTMLAnchorElement>('table[aria-labelledby=missing] a');
    expect([link!.textContent, link!.getAttribute('href')]).toEqual(['Claim a thing', '/services/DWP-009']);
  });

  it('lets only those who may add organisations ask for it', async () => {
    expect((await open('oversight')).page.textContent).toContain('Add organisations that are not here yet');
    TestBed.resetTestingModule();
    expect((await open('digital_lead')).page.textContent).not.toContain('Add organisations');
  });
});

describe('importing barriers', () => {
  const ofBarriers = url.replace('services', 'barriers');
  const choose = async ({ page, settle }: Awaited<ReturnType<typeof open>>, text: string) => {
    const labels = [...page.querySelectorAll<HTMLLabelElement>('.govuk-radios__label')];
    labels.find((label) => label.textContent === text)!.click();
    await settle();
  };

  it('starts from their download and says what a file of them would change', async () => {
    const opened = await open();
    const { http, page, settle, check, press } = opened;
    expect(page.querySelector<HTMLInputElement>('[name=kind]:checked')!.value).toBe('services');
    await choose(opened, 'Barriers');
    const [link] = page.querySelectorAll('a[download]');
    expect([link!.getAttribute('href'), link!.textContent]).toEqual([
      '/api/barriers.csv',
      'Download the current list (CSV)',
    ]);
    expect(page.textContent).not.toContain('Add organisations');
    await check('barriers.csv', 'Barrier\n');
    http.expectOne(`${ofBarriers}check`).flush(reportOf({ problems: [], headings: [] }));
    await settle();
    expect(page.querySelector('h1')!.textContent).toContain('Check the changes');
    expect(page.textContent).toContain('412 rows: 3 new barriers, 12 changed, 397 unchanged.');
    expect(page.querySelector('table th:nth-child(2)')!.textContent).toBe('Barrier');
    expect(page.textContent).not.toContain('not in the file');
    expect(page.textContent).not.toContain('what the columns mean');
    await press('Save these changes');
    http
      .expectOne(`${ofBarriers}apply${checkId}`)
      .flush(reportOf({ mode: 'apply', problems: [], headings: [] }));
    await settle();
    expect(page.querySelector('h1')!.textContent).toBe('Changes saved');
    expect(page.textContent).toContain('held back show the changes');
  });

  it('calls a report by what was sent, whatever is chosen meanwhile', async () => {
    const opened = await open();
    await choose(opened, 'Barriers');
    await opened.check('barriers.csv', 'Barrier\n');
    await choose(opened, 'Services');
    opened.http.expectOne(`${ofBarriers}check`).flush(reportOf({ problems: [], headings: [] }));
    await opened.settle();
    expect(opened.page.textContent).toContain('3 new barriers');
  });

  it('is offered to those who may change them', async () => {
    const { page } = await open('admin');
    expect(page.querySelector('[name=kind]')).toBeNull();
    expect(page.querySelector('a[download]')!.getAttribute('href')).toBe('/api/services.ods');
  });
});
