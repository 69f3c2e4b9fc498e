import { readHeader } from './headings.js';
import { brief } from './imports.fixture.js';

const needed = ['Service name', 'Organisation', 'Audience'];
const how = (
  header: string[],
  ...rest: Parameters<typeof readHeader> extends [unknown, ...infer R] ? R : never
) =>
  Object.fromEntries(
    readHeader([header], ...rest).headings.map(({ heading, column, by, suggestion }) => [
      heading,
      by ? `${column} by ${by}` : suggestion ? `perhaps ${suggestion}` : 'unknown',
    ]),
  );

describe('the headings of a file', () => {
  it('are shown with their column and the first values, as a person sees them', () => {
    const rows = [
      ['Dept', 'Notes'],
      ['HMT', ''],
      ['HMT', ' two\nlines '],
      ['MOD', 'x'.repeat(200)],
      ['DWP', ''],
      ['HMRC', ''],
    ];
    const { headings } = readHeader(rows);
    expect(headings.map(({ heading, letter, samples }) => [heading, letter, samples])).toEqual([
      ['Dept', 'A', ['HMT', 'MOD', 'DWP']],
      ['Notes', 'B', ['two lines', `${'x'.repeat(80)}…`]],
    ]);
  });

  it('stand for what was chosen, then for our own columns, then for what is remembered, then for other names', () => {
    const remembered = new Map([
      ['dept', 'organisation' as const],
      ['stage', null],
      ['name', null],
      ['title', 'name' as const],
    ]);
    expect(
      how(['Dept', 'Stage', 'Name', 'TITLE', 'url', 'Who'], { who: 'audience', URL: null }, remembered),
    ).toEqual({
      Dept: 'organisation by remembered',
      Stage: 'stage by name',
      Name: 'null by remembered',
      TITLE: 'name by remembered',
      url: 'null by choice',
      Who: 'audience by choice',
    });
  });

  it('that were left out by choice need no warning', () => {
    const { findings } = readHeader([[...needed, 'Cost', 'Colour']], { Cost: null });
    expect(brief(findings)).toEqual(['1 Colour warning column_kept_aside']);
    expect(findings[0]!.cell).toBe('E1');
  });

  it('may be chosen away, so that a needed one is missing', () =>
    expect(brief(readHeader([needed], { Audience: null }).findings)).toEqual([
      '1 Audience error column_missing',
    ]));

  it('cannot be chosen twice for one column', () =>
    expect(brief(readHeader([[...needed, 'Dept']], { Dept: 'organisation' }).findings)).toEqual([
      '1 Dept error column_repeated',
    ]));

  it('that say nothing are not shown', () =>
    expect(readHeader([['', ...needed, '  ']]).headings.map(({ letter }) => letter)).toEqual([
      'B',
      'C',
      'D',
    ]));
});

describe('what headings may mean', () => {
  it('is suggested where names are alike, each column once', () =>
    expect(how(['Dept', 'Title', 'Status', 'User type', 'SRO', 'Go-live date', 'Volumes', 'Colour'])).toEqual(
      {
        Dept: 'perhaps organisation',
        Title: 'perhaps name',
        Status: 'perhaps stage',
        'User type': 'perhaps audience',
        SRO: 'perhaps owner',
        'Go-live date': 'perhaps liveBy',
        Volumes: 'perhaps transactionsAYear',
        Colour: 'unknown',
      },
    ));

  it('is one heading at most for each column, the one most like it', () =>
    expect(how(['Departments', 'Dept', 'Agencies'])).toEqual({
      Departments: 'unknown',
      Dept: 'perhaps organisation',
      Agencies: 'unknown',
    }));

  it('is never a column that is there already', () =>
    expect(how([...needed, 'Dept', 'Organisation name'])['Dept']).toBe('unknown'));

  it('forgives a slip of the pen', () =>
    expect(how(['Organsation', 'Transactions p.a.', 'Desciption'])).toEqual({
      Organsation: 'perhaps organisation',
      'Transactions p.a.': 'perhaps transactionsAYear',
      Desciption: 'perhaps description',
    }));

  it('is not made up', () =>
    expect(how(['2012-Q4 Vol.', 'Cost per transaction', 'Region', 'CPT (£)'])).toEqual({
      '2012-Q4 Vol.': 'unknown',
      'Cost per transaction': 'unknown',
      Region: 'unknown',
      'CPT (£)': 'unknown',
    }));
});
