import { readWorkbook } from './read-workbook.js';
import { ods, odsContent, refusal, rowsOf } from './workbooks.fixture.js';

const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`;
const text = (value: string, more = '') =>
  `<table:table-cell office:value-type="string"${more}><text:p>${value}</text:p></table:table-cell>`;

describe('a cell of an ODS sheet', () => {
  const typed = (type: string, value: string, shown: string) =>
    `<table:table-cell office:value-type="${type}" ${value}><text:p>${shown}</text:p></table:table-cell>`;
  const cases = {
    text: [text('Claim'), 'Claim'],
    paragraphs: [
      '<table:table-cell office:value-type="string"><text:p>a</text:p><text:p/><text:p>b</text:p></table:table-cell>',
      'a\n\nb',
    ],
    'marked spaces': [text('<text:s text:c="2"/>a<text:s/>b<text:tab/>c<text:line-break/>d'), '  a b\tc\nd'],
    'spaces that are not marked': [text('\n  a\n  <text:span> b</text:span> c'), 'a b c'],
    'a link': [text('<text:a>GOV.UK</text:a>'), 'GOV.UK'],
    'a comment beside it': [
      '<table:table-cell office:value-type="string"><office:annotation><text:p>said</text:p></office:annotation><text:p>a</text:p></table:table-cell>',
      'a',
    ],
    'how it is read aloud': [
      text('<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>'),
      'a',
    ],
    'a number': [typed('float', 'office:value="1234.50"', '1,234.5'), '1234.5'],
    'a large number': [typed('float', 'office:value="1E+15"', '1E+15'), '1000000000000000'],
    'zeros in front': [typed('float', 'office:value="42"', '00042'), '00042'],
    'a percentage': [typed('percentage', 'office:value="0.25"', '25%'), '0.25'],
    money: [typed('currency', 'office:value="5"', '£5.00'), '5'],
    'a date': [typed('date', 'office:date-value="2024-03-31"', '31/03/24'), '2024-03-31'],
    'a date and midnight': [
      typed('date', 'office:date-value="2024-03-31T00:00:00"', '31/03/24'),
      '2024-03-31',
    ],
    'a date and time': [typed('date', 'office:date-value="2024-03-31T12:30:00"', 'x'), '2024-03-31 12:30:00'],
    true: [typed('boolean', 'office:boolean-value="true"', 'WAHR'), 'TRUE'],
    'a time': [typed('time', 'office:time-value="PT12H"', '12:00'), '12:00'],
    'text as a value': ['<table:table-cell office:value-type="string" office:string-value="a"/>', 'a'],
    'an error': [typed('string', 'office:string-value=""', '#N/A'), '#N/A'],
  } as const;
  for (const [what, [xml, value]] of Object.entries(cases))
    it(`with ${what} is ${JSON.stringify(value)}`, async () =>
      expect((await rowsOf(ods(row(xml))))[0]?.[0]).toBe(value));
});

describe('the rows of an ODS sheet', () => {
  it('stand where the spreadsheet has them, blank ones counted', async () =>
    expect(
      await rowsOf(
        ods(
          row('<table:table-cell/>', ' table:number-rows-repeated="2"') +
            row(
              `<table:table-cell table:number-columns-repeated="2"/>${text('C3')}<table:covered-table-cell/>${text('E3')}`,
            ),
        ),
      ),
    ).toEqual([[], [], ['', '', 'C3', '', 'E3']]));

  it('repeat as often as they say', async () =>
    expect(
      await rowsOf(
        ods(
          row(text('a', ' table:number-columns-repeated="2"') + text('b'), ' table:number-rows-repeated="3"'),
        ),
      ),
    ).toEqual([
      ['a', 'a', 'b'],
      ['a', 'a', 'b'],
      ['a', 'a', 'b'],
    ]));

  it('may be blank to the end of the sheet at no cost', async () => {
    const blank = row(
      '<table:table-cell table:number-columns-repeated="16384"/>',
      ' table:number-rows-repeated="1048576"',
    );
    expect(await rowsOf(ods(row(text('a')) + blank))).toEqual([['a']]);
  });

  it('that repeat what they hold to the end of the sheet are too many', async () => {
    const far = row(text('a'), ' table:number-rows-repeated="1048576"');
    expect(await refusal(ods(far))).toEqual(['too_many_rows', 'A100001']);
    const wide = row(text('a', ' table:number-columns-repeated="16384"'));
    expect(await refusal(ods(wide))).toEqual(['too_many_columns', 'SG1']);
  });

  it('come in groups and as headers too', async () =>
    expect(
      await rowsOf(
        ods(
          `<table:table-header-rows>${row(text('a'))}</table:table-header-rows><table:table-row-group>${row(text('b'))}</table:table-row-group>`,
        ),
      ),
    ).toEqual([['a'], ['b']]));

  it('tell which cells are formulas, with what they came to last', async () => {
    const formula =
      '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>';
    const read = await readWorkbook(ods(row('<table:table-cell/>') + row(text('a') + formula)));
    expect([read.rows, read.formulas]).toEqual([[[], ['a', '2']], [{ column: 2, count: 1, rows: [2] }]]);
  });

  it('leave out a sheet within a sheet', async () =>
    expect(
      await rowsOf(
        ods(
          row(
            `<table:table-cell><table:table table:name="in">${row(text('x'))}</table:table></table:table-cell>${text('a')}`,
          ),
        ),
      ),
    ).toEqual([['', 'a']]));
});

describe('the sheet of an ODS workbook', () => {
  const hidden =
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style><style:style style:name="ta2" style:family="table"/>';
  const sheets = (style: string) =>
    ods('', {
      'content.xml': odsContent(
        `<table:table table:name="First" table:style-name="${style}">${row(text('one'))}</table:table><table:table table:name="Second">${row(text('two'))}</table:table>`,
        hidden,
      ),
    });

  it('is the first that is shown', async () => {
    const first = await readWorkbook(sheets('ta2'));
    expect([first.name, first.sheetNames, first.rows]).toEqual(['First', ['First', 'Second'], [['one']]]);
    const second = await readWorkbook(sheets('ta1'));
    expect([second.name, second.sheetNames, second.rows]).toEqual(['Second', ['Second'], [['two']]]);
  });

  it('is the one that is asked for', async () =>
    expect(await rowsOf(sheets('ta2'), { sheet: 'Second' })).toEqual([['two']]));

  it('must be there', async () =>
    expect(await refusal(sheets('ta1'), { sheet: 'First' })).toEqual(['no_sheet', 'First']));
});

describe('an ODS workbook', () => {
  const content = (xml: string) => ({ 'content.xml': odsContent(xml) });
  const cases: Record<string, [Record<string, string>, string]> = {
    'that is a text': [{ mimetype: 'application/vnd.oasis.opendocument.text' }, 'not_a_workbook'],
    'with a password': [
      {
        'META-INF/manifest.xml':
          '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
      },
      'encrypted',
    ],
    'with a password, as it is done now': [{ 'encrypted-package': 'x' }, 'encrypted'],
    'with macros': [{ 'Basic/Standard/Module1.xml': '<x/>' }, 'macros'],
    'with scripts': [{ 'Scripts/python/a.py': 'x' }, 'macros'],
    'with a script of its own': [content('<office:script/>'), 'macros'],
    'with a button that runs one': [
      content('<table:table><office:forms><script:event-listener/></office:forms></table:table>'),
      'macros',
    ],
    'linked to another': [
      content('<table:table table:name="a"><table:table-source/></table:table>'),
      'external_links',
    ],
    'fed by another program': [
      content('<table:dde-links><table:dde-link/></table:dde-links>'),
      'external_links',
    ],
    'with a count that is none': [
      content('<table:table table:name="a"><table:table-row table:number-rows-repeated="-1"/></table:table>'),
      'broken',
    ],
    'with entities of its own': [
      { 'content.xml': `<!DOCTYPE x [<!ENTITY a "aa">]>${odsContent('')}` },
      'unsafe',
    ],
    'without a sheet': [content(''), 'no_sheet'],
  };
  for (const [what, [parts, code]] of Object.entries(cases))
    it(`${what} is refused: ${code}`, async () => expect((await refusal(ods('', parts)))[0]).toBe(code));

  it('may have a library of macros with nothing in it', async () =>
    expect(
      await rowsOf(
        ods(row(text('a')), { 'Basic/Standard/script-lb.xml': '<x/>', 'Basic/script-lc.xml': '<x/>' }),
      ),
    ).toEqual([['a']]));
});
