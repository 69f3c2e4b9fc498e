import { readWorkbook } from './read-workbook.js';
import { contentTypes, refusal, rowsOf, sheetXml, workbookXml, xlsx } from './workbooks.fixture.js';

/** The text of one cell written as XML. */
async function cell(xml: string, parts?: Record<string, string>): Promise<string | undefined> {
  return (await rowsOf(xlsx(`<row r="1">${xml}</row>`, parts)))[0]?.[0];
}

describe('a cell of an XLSX sheet', () => {
  const cases = {
    'text of its own': [
      '<c r="A1" t="inlineStr"><is><t>Claim </t><r><t>a grant</t></r></is></c>',
      'Claim a grant',
    ],
    'shared text, without how it is read aloud': ['<c r="A1" t="s"><v>1</v></c>', 'rich text'],
    'escaped characters': ['<c r="A1" t="str"><v>a_x000D__x000A_b_x005F_x000D_</v></c>', 'a\r\nb_x000D_'],
    'a number': ['<c r="A1"><v>1.5E3</v></c>', '1500'],
    'a number not quite': ['<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
    'a percentage': ['<c r="A1" s="4"><v>0.25</v></c>', '0.25'],
    'a date': ['<c r="A1" s="1"><v>45382</v></c>', '2024-03-31'],
    'a date with a time that does not show': ['<c r="A1" s="1"><v>45382.7</v></c>', '2024-03-31'],
    'a date and time': ['<c r="A1" s="2"><v>45382.5</v></c>', '2024-03-31 12:00'],
    'a date and midnight': ['<c r="A1" s="2"><v>45382</v></c>', '2024-03-31'],
    'a time': ['<c r="A1" s="5"><v>0.5</v></c>', '12:00'],
    'a date in words': ['<c r="A1" t="d"><v>2024-03-31T00:00:00Z</v></c>', '2024-03-31'],
    'no date, though shown as one': ['<c r="A1" s="1"><v>-5</v></c>', '-5'],
    'zeros in front': ['<c r="A1" s="3"><v>42</v></c>', '00042'],
    true: ['<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    false: ['<c r="A1" t="b"><v>0</v></c>', 'FALSE'],
    'an error': ['<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    'a style that is not there': ['<c r="A1" s="99"><v>5</v></c>', '5'],
    'spaces and lines': ['<c r="A1" t="str"><v> a\nb </v></c>', ' a\nb '],
  } as const;
  for (const [what, [xml, text]] of Object.entries(cases))
    it(`with ${what} is ${JSON.stringify(text)}`, async () => expect(await cell(xml)).toBe(text));

  it('counts its dates from 1904 where the workbook says so', async () => {
    const workbook = workbookXml('<sheet name="S" sheetId="1" r:id="r1"/>', '<workbookPr date1904="1"/>');
    expect(await cell('<c r="A1" s="1"><v>43920</v></c>', { 'xl/workbook.xml': workbook })).toBe(
      '2024-03-31',
    );
  });

  it('that shows a text that is not there means a broken file', async () =>
    expect((await refusal(xlsx('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')))[0]).toBe('broken'));
});

describe('the rows of an XLSX sheet', () => {
  const value = (at: string, text = at) => `<c r="${at}" t="str"><v>${text}</v></c>`;

  it('stand where the spreadsheet has them, blank ones counted, blank ends left out', async () =>
    expect(
      await rowsOf(
        xlsx(
          `<row r="2">${value('B2')}<c r="D2" s="1"/></row><row r="4">${value('A4')}</row><row r="9"><c r="A9"/></row>`,
        ),
      ),
    ).toEqual([[], ['', 'B2'], [], ['A4']]));

  it('need not say where they are', async () =>
    expect(
      await rowsOf(
        xlsx('<row><c t="str"><v>a</v></c><c/><c t="str"><v>b</v></c></row><row><c><v>1</v></c></row>'),
      ),
    ).toEqual([['a', '', 'b'], ['1']]));

  it('are those of the sheet alone, not of what else the part holds', async () => {
    const sheet = `${sheetXml(`<row r="1">${value('A1')}</row>`).replace('</worksheet>', '')}<extLst><c r="A1" t="str"><f>1</f><v>x</v></c></extLst></worksheet>`;
    const read = await readWorkbook(xlsx('', { 'xl/worksheets/sheet1.xml': sheet }));
    expect([read.rows, read.formulas]).toEqual([[['A1']], []]);
  });

  it('are read whatever prefix the writer gave', async () => {
    const sheet =
      '<x:worksheet xmlns:x="s"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await rowsOf(xlsx('', { 'xl/worksheets/sheet1.xml': sheet }))).toEqual([['5']]);
  });

  it('tell which cells are formulas, by column, with what they came to last', async () => {
    const formula = (at: string) => `<c r="${at}"><f>1+1</f><v>2</v></c>`;
    const rows = Array.from({ length: 25 }, (_, n) => `<row r="${n + 2}">${formula(`C${n + 2}`)}</row>`);
    const read = await readWorkbook(
      xlsx(`<row r="1">${formula('A1')}<c r="B1"><f>""</f></c></row>${rows.join('')}`),
    );
    expect(read.rows[0]).toEqual(['2']);
    expect(read.formulas.map(({ column, count, rows }) => [column, count, rows.length])).toEqual([
      [1, 1, 1],
      [2, 1, 1],
      [3, 25, 20],
    ]);
  });
});

describe('the sheet of an XLSX workbook', () => {
  const sheets = (first: string) =>
    xlsx('<row><c><v>1</v></c></row>', {
      'xl/workbook.xml': workbookXml(
        `<sheet name="First" sheetId="1" ${first} r:id="r1"/><sheet name="Second" sheetId="2" r:id="r2"/><sheet name="Chart" sheetId="3" r:id="r9"/>`,
      ),
    });

  it('is the first', async () => {
    const { name, sheetNames } = await readWorkbook(sheets(''));
    expect([name, sheetNames]).toEqual(['First', ['First', 'Second']]);
  });

  for (const state of ['hidden', 'veryHidden'])
    it(`is the next where the first is ${state}`, async () => {
      const { name, sheetNames, rows } = await readWorkbook(sheets(`state="${state}"`));
      expect([name, sheetNames, rows]).toEqual(['Second', ['Second'], [['second']]]);
    });

  it('is the one that is asked for', async () =>
    expect(await rowsOf(sheets(''), { sheet: 'Second' })).toEqual([['second']]));

  it('must be there', async () =>
    expect(await refusal(sheets(''), { sheet: 'Third' })).toEqual(['no_sheet', 'Third']));

  it('must be there to be seen', async () => {
    const hidden = workbookXml('<sheet name="S" sheetId="1" state="hidden" r:id="r1"/>');
    expect(await refusal(xlsx('', { 'xl/workbook.xml': hidden }))).toEqual(['no_sheet', null]);
  });
});

describe('an XLSX workbook', () => {
  const cases: Record<string, [Record<string, string>, string]> = {
    'that may hold macros': [{ '[Content_Types].xml': contentTypes('sheet.macroEnabled.main') }, 'macros'],
    'with a macro project': [{ 'xl/vbaProject.bin': 'x' }, 'macros'],
    'with macros of Excel 4': [{ 'xl/macrosheets/sheet1.xml': '<x/>' }, 'macros'],
    'that is binary': [
      { '[Content_Types].xml': contentTypes('sheet.binary.macroEnabled.main') },
      'old_workbook',
    ],
    'that is a document': [
      { '[Content_Types].xml': contentTypes('document.main').replace('spreadsheetml', 'wordprocessingml') },
      'not_a_workbook',
    ],
    'linked to another': [{ 'xl/externalLinks/externalLink1.xml': '<x/>' }, 'external_links'],
    'with a connection to data': [{ 'xl/connections.xml': '<x/>' }, 'external_links'],
    'without its workbook': [{ '_rels/.rels': '<Relationships/>' }, 'broken'],
    'with a sheet cut short': [{ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }, 'broken'],
    'with a cell nowhere': [
      { 'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="1A"><v>1</v></c></row>') },
      'broken',
    ],
    'with a row nowhere': [{ 'xl/worksheets/sheet1.xml': sheetXml('<row r="-1"/>') }, 'broken'],
    'with entities of its own': [
      { 'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "aa">]>${sheetXml('')}` },
      'unsafe',
    ],
  };
  for (const [what, [parts, code]] of Object.entries(cases))
    it(`${what} is refused: ${code}`, async () => expect((await refusal(xlsx('', parts)))[0]).toBe(code));

  it('may point to pages on the web', async () => {
    const rels =
      '<Relationships><Relationship Id="a" Type="x/hyperlink" Target="https://example.com" TargetMode="External"/></Relationships>';
    expect(
      await rowsOf(xlsx('<row><c><v>1</v></c></row>', { 'xl/worksheets/_rels/sheet1.xml.rels': rels })),
    ).toEqual([['1']]);
  });
});
