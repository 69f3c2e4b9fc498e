import { plain } from './columns.js';
import { readHeader } from './headings.js';
import { brief } from './imports.fixture.js';

describe('text as it is compared', () => {
  for (const text of [
    'Service name',
    ' SERVICE  NAME ',
    'service\nname',
    'Service\u00a0name',
    'Service\r\n\tname',
  ])
    it(`of ${JSON.stringify(text)} is "service name"`, () => expect(plain(text)).toBe('service name'));
  it('is the same however accents are put together', () => expect(plain('Tŷ')).toBe(plain('Ty\u0302')));
});

describe('the header of an import', () => {
  const found = (...cells: string[]) => Object.fromEntries(readHeader([cells]).at);
  const problems = (...cells: string[]) => brief(readHeader([cells]).findings);

  it('has the columns of the export, in any order', () => {
    const cells = ['Stage', 'Service address', 'Audience', 'Reference', 'Organisation', 'Service name'];
    const more = ['Transactions a year', 'Stage reached on', 'Note'];
    expect(found(...cells, ...more)).toEqual({
      stage: 0,
      address: 1,
      audience: 2,
      reference: 3,
      organisation: 4,
      name: 5,
      transactionsAYear: 6,
      stageReachedOn: 7,
      note: 8,
    });
    expect(problems(...cells, ...more)).toEqual([]);
  });

  it('may call them by the names of the fields, or in another case, or over two lines', () =>
    expect(found('NAME', 'organisation', 'audience', 'stageReachedOn', 'Transactions\na  year')).toEqual({
      name: 0,
      organisation: 1,
      audience: 2,
      stageReachedOn: 3,
      transactionsAYear: 4,
    }));

  it('keeps other columns aside with a warning', () =>
    expect(problems('Name', 'Organisation', 'Audience', 'Cost\ncentre')).toEqual([
      '1 Cost centre warning column_kept_aside',
    ]));

  it('says nothing of columns without a name', () =>
    expect(problems('Name', '', 'Organisation', '  ', 'Audience')).toEqual([]));

  it('refuses a column twice, by whichever names, and reads the first', () => {
    expect(problems('Name', 'Organisation', 'Audience', 'Service name')).toEqual([
      '1 Service name error column_repeated',
    ]);
    expect(found('Name', 'Organisation', 'Audience', 'Service name')['name']).toBe(0);
  });

  it('must name service, organisation and audience', () => {
    expect(problems('Reference', 'Stage')).toEqual([
      '1 Service name error column_missing',
      '1 Organisation error column_missing',
      '1 Audience error column_missing',
    ]);
  });

  it('does not take words that every object knows for columns', () =>
    expect(problems('Name', 'Organisation', 'Audience', 'constructor', '__proto__')).toEqual([
      '1 constructor warning column_kept_aside',
      '1 __proto__ warning column_kept_aside',
    ]));
});
