import { checkId, open, url } from './import-page.fixture';
import { heading, reportOf } from './imports.fixture';

const title = heading({ letter: 'A', heading: 'Title', samples: ['Claim', 'Pay'], suggestion: 'name' });
const dept = heading({ letter: 'B', heading: 'Dept', suggestion: 'organisation' });
const who = heading({ letter: 'C', heading: 'Who' });
const foreign = reportOf({ headings: [title, dept, who], problems: [] });
const chosen = { Title: 'name', Dept: 'organisation', Who: 'audience' };
const checked = `${url}check`;
// Angular leaves colons and commas as they are.
const asSent = encodeURIComponent(JSON.stringify(chosen)).replaceAll('%3A', ':').replaceAll('%2C', ',');
const withColumns = `${checked}&columns=${asSent}`;

/** The page, on the step that asks what columns mean. */
async function asked(role: 'digital_lead' | 'oversight' = 'digital_lead') {
  const here = await open(role);
  await here.check('theirs.csv', 'Title,Dept,Who\n');
  here.http.expectOne(checked).flush(foreign);
  await here.settle();
  const select = (letter: string) => here.page.querySelector<HTMLSelectElement>(`#column-${letter}`)!;
  const set = async (letter: string, value: string) => {
    select(letter).value = value;
    select(letter).dispatchEvent(new Event('input'));
    await here.settle();
  };
  const proceed = async () => {
    here.page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await here.settle();
  };
  return { ...here, select, set, proceed };
}

describe('a file with other headings', () => {
  it('leads to a step that shows what stands in each column and what it may mean', async () => {
    const { page, select } = await asked();
    expect(page.querySelector('h1')!.textContent).toContain('What do the columns mean?');
    expect(document.activeElement).toBe(page.querySelector('h1'));
    expect([select('A').value, select('B').value, select('C').value]).toEqual(['name', 'organisation', '']);
    const label = page.querySelector('label[for="column-A"]')!.textContent;
    expect([label!.trim(), page.querySelector('#column-A-hint')!.textContent]).toEqual([
      'Title (column A)',
      'For example: Claim; Pay',
    ]);
  });

  it('goes no further while a needed column is not chosen, and loses nothing', async () => {
    const { http, page, set, proceed, select } = await asked();
    await set('B', 'name');
    await proceed();
    const links = [...page.querySelectorAll('.govuk-error-summary a')].map((link) => [
      link.getAttribute('href'),
      link.textContent,
    ]);
    expect(links).toEqual([
      ['#column-B', 'Service name is chosen already, for Title'],
      ['#column-C', 'Select which column is the organisation'],
      ['#column-C', 'Select which column is the audience'],
    ]);
    expect(page.querySelector('#column-B-error')!.textContent).toContain('chosen already');
    expect(select('B').value).toBe('name');
    http.verify();
  });

  it('is remembered, checked again as it was chosen, and saved so', async () => {
    const { http, page, set, proceed, settle, press } = await asked();
    expect(page.textContent).toContain(
      'Remember what these columns mean for Department for Work and Pensions',
    );
    await set('C', 'audience');
    await proceed();
    const kept = http.expectOne('/api/imports/mappings');
    expect([kept.request.method, kept.request.body]).toEqual([
      'POST',
      { organisation: 'dwp', columns: chosen },
    ]);
    kept.flush({});
    http.expectOne(withColumns).flush(reportOf({ problems: [] }));
    await settle();
    expect(page.querySelector('h1')!.textContent).toContain('Check the changes');
    await press('Save these changes');
    http.expectOne(withColumns.replace('check', `apply${checkId}`));
  });

  it('need not be remembered', async () => {
    const { http, page, set, proceed } = await asked('oversight');
    expect(page.textContent).toContain('for all of government');
    page.querySelector<HTMLInputElement>('#remember')!.click();
    await set('C', 'audience');
    await proceed();
    http.expectOne(withColumns);
    http.expectNone('/api/imports/mappings');
  });

  it('stays on the step where it could not be remembered', async () => {
    const { http, page, set, proceed, settle } = await asked();
    await set('C', 'audience');
    await proceed();
    http.expectOne('/api/imports/mappings').flush(null, { status: 503, statusText: 'x' });
    await settle();
    expect(page.querySelector('h1')!.textContent).toContain('What do the columns mean?');
    expect(page.querySelector('.govuk-error-summary')).not.toBeNull();
  });
});

describe('a file whose columns are known', () => {
  it('leads straight to what it changes, and the columns can still be changed', async () => {
    const { http, page, check, settle, press } = await open();
    await check('ours.csv', 'x');
    const known = heading({ heading: 'Title', column: 'name', by: 'remembered' });
    const others = ['organisation', 'audience'] as const;
    const headings = [
      known,
      ...others.map((column, n) =>
        heading({ letter: 'BC'[n]!, heading: column, column, by: 'name' as const }),
      ),
    ];
    http.expectOne(checked).flush(reportOf({ headings, problems: [] }));
    await settle();
    expect(page.querySelector('h1')!.textContent).toContain('Check the changes');
    await press('Change what the columns mean');
    expect(page.querySelector<HTMLSelectElement>('#column-A')!.value).toBe('name');
  });
});

describe('what is remembered of columns', () => {
  const remembered = [
    {
      organisation: { slug: 'dwp', name: 'Department for Work and Pensions', abbreviation: 'DWP' },
      columns: { Dept: 'organisation', Colour: null },
    },
  ];

  it('is shown, and can be forgotten', async () => {
    const { http, page, press, settle } = await open('digital_lead', remembered);
    const details = page.querySelector('hw-remembered-columns')!;
    expect([...details.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
      'Dept is Organisation',
      'Colour is left out',
    ]);
    await press('Forget these');
    const forgotten = http.expectOne('/api/imports/mappings?organisation=dwp');
    expect(forgotten.request.method).toBe('DELETE');
    forgotten.flush(null, { status: 204, statusText: 'x' });
    await settle();
    expect(details.querySelector('li')).toBeNull();
  });
});
