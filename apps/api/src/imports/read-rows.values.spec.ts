import { brief, fileWith } from './imports.fixture.js';

/** The only row as read, if it was, and what was said of it. */
function reading(cells: Record<string, string>) {
  const { rows, findings: problems } = fileWith(cells);
  return { row: rows[0] ?? null, said: brief(problems), messages: problems.map(({ message }) => message) };
}

describe('the stage in a row', () => {
  const cases = [
    ['Not started', 'not_started'],
    ['not_started', 'not_started'],
    ['IN  PROGRESS', 'in_progress'],
    ['Live', 'live'],
    [' redesigned ', 'redesigned'],
    ['', null],
    ['Not recorded', null],
    ['not_recorded', null],
  ] as const;
  for (const [text, stage] of cases)
    it(`${JSON.stringify(text)} is ${stage ?? 'none'}`, () => {
      const { row, said } = reading({ Stage: text });
      expect([row?.stage, said]).toEqual([stage, []]);
    });

  for (const text of ['Not recorded', 'not_recorded', ''])
    it(`${JSON.stringify(text)} counts as blank, so that whoever typed it is told what stays`, () => {
      const { row } = reading({ Stage: text, 'Front office': text });
      const blank = ['stage', 'frontOffice'].filter((column) => row?.blank.has(column as 'stage'));
      expect(blank).toEqual(['stage', 'frontOffice']);
    });

  for (const text of ['Discovery', 'alpha', 'BETA', 'Private beta', 'public beta'])
    it(`${text} is in progress, with a warning`, () => {
      const { row, said, messages } = reading({ Stage: text });
      expect([row?.stage, said]).toEqual(['in_progress', ['2 Stage warning phase_read_as_in_progress']]);
      expect(messages).toEqual([`${text} is read as In progress`]);
    });

  it('that is none of those is refused, with those it could be', () => {
    const { row, said, messages } = reading({ Stage: 'Done', 'Stage reached on': '2026-01-01' });
    expect([row, said]).toEqual([null, ['2 Stage error unknown_value']]);
    expect(messages).toEqual(['Done is not one of: not started, in progress, live, redesigned']);
  });

  it('is needed where there is a date', () =>
    expect(reading({ Stage: '', 'Stage reached on': '2026-01-01' }).said).toEqual([
      '2 Stage reached on error date_without_stage',
    ]));

  it('is read by its British date', () =>
    expect(reading({ Stage: 'Live', 'Stage reached on': '31/03/2026' }).row).toEqual(
      jasmine.objectContaining({ stage: 'live', stageReachedOn: '2026-03-31' }),
    ));

  for (const text of ['31/06/2026', '46112', 'soon'])
    it(`cannot have been reached on ${text}`, () =>
      expect(reading({ Stage: 'Live', 'Stage reached on': text }).said).toEqual([
        '2 Stage reached on error not_a_date',
      ]));
});

describe('a cell with something that stands for nothing', () => {
  const standIns = ['-', '--', '–', '—', '?', 'n/a', 'NA', 'None', 'TBC', 'tbd', '[not provided]', '[]'];
  const optional = [
    'Reference',
    'Stage',
    'Stage reached on',
    'Transactions a year',
    'Service address',
    'Note',
  ];

  for (const text of standIns)
    it(`${text} is read as blank, with a warning`, () => {
      const { row, said } = reading({ 'Transactions a year': text });
      expect([row?.transactionsAYear, said]).toEqual([null, ['2 Transactions a year warning read_as_blank']]);
    });

  for (const column of optional)
    it(`is read as blank, with a warning, as ${column}`, () => {
      const { row, said } = reading({ [column]: '[not provided]' });
      expect([row === null, said]).toEqual([false, [`2 ${column} warning read_as_blank`]]);
    });

  for (const column of ['Service name', 'Organisation', 'Audience'])
    it(`is missing as ${column}`, () => {
      const { row, said, messages } = reading({ [column]: '-' });
      expect([row, said]).toEqual([null, [`2 ${column} error value_missing`]]);
      expect(messages).toEqual([`${column} is missing: the cell says -`]);
    });

  it('is not any text that only begins so', () => {
    const { row, said } = reading({ Note: '- see below', Reference: 'NA-1' });
    expect([row?.note, row?.reference, said]).toEqual(['- see below', 'NA-1', []]);
  });
});

describe('a cell with an error of the spreadsheet', () => {
  const errors = [
    '#REF!',
    '#N/A',
    '#VALUE!',
    '#NAME?',
    '#DIV/0!',
    '#NUM!',
    '#NULL!',
    '#SPILL!',
    '#CALC!',
    '#ref!',
  ];
  for (const text of errors)
    it(`${text} is refused`, () => {
      const { row, said, messages } = reading({ 'Service name': text });
      expect([row, said]).toEqual([null, ['2 Service name error spreadsheet_error']]);
      expect(messages).toEqual([`Service name holds the error ${text}`]);
    });

  const columns = [
    'Reference',
    'Organisation',
    'Audience',
    'Stage',
    'Stage reached on',
    'Transactions a year',
    'Service address',
    'Note',
  ];
  for (const column of columns)
    it(`is refused as ${column}`, () => {
      const stage = column === 'Stage reached on' ? { Stage: 'Live' } : {};
      const { row, said } = reading({ ...stage, [column]: '#REF!' });
      expect([row, said]).toEqual([null, [`2 ${column} error spreadsheet_error`]]);
    });

  it('is not any text with a hash', () => expect(reading({ Note: '#1 priority' }).said).toEqual([]));
});

describe('transactions a year in a row', () => {
  it('may have commas', () =>
    expect(reading({ 'Transactions a year': '1,234,567' }).row?.transactionsAYear).toBe(1234567));
  it('may be 0', () => expect(reading({ 'Transactions a year': '0' }).row?.transactionsAYear).toBe(0));
  for (const text of ['-5', '1.5', '12,34', 'many', '1e6'])
    it(`cannot be ${text}`, () => {
      const { row, said, messages } = reading({ 'Transactions a year': text });
      expect([row, said]).toEqual([null, ['2 Transactions a year error not_a_number']]);
      expect(messages).toEqual([`${text} is not a whole number of 0 or more`]);
    });
});

describe('the address in a row', () => {
  it('is kept where it is one', () =>
    expect(reading({ 'Service address': 'https://www.gov.uk/x' }).row?.address).toBe('https://www.gov.uk/x'));

  it('may leave out https', () =>
    expect(reading({ 'Service address': 'www.gov.uk/x' }).row?.address).toBe('https://www.gov.uk/x'));

  for (const text of ['see the intranet', 'javascript:alert(1)', 'gov.uk/x', 'https://a b'])
    it(`is left out where it says ${text}, with a warning, and the row is kept`, () => {
      const { row, said } = reading({ 'Service address': text });
      expect([row?.address, said]).toEqual([null, ['2 Service address warning address_left_out']]);
    });
});

describe('other cells of a row', () => {
  it('name the audience by label or by name, without case', () => {
    for (const text of ['External', 'external', ' EXTERNAL '])
      expect(reading({ Audience: text }).row?.audience).toBe('external');
    expect(reading({ Audience: 'Internal' }).row?.audience).toBe('internal');
  });

  it('say what the audience could be', () =>
    expect(reading({ Audience: 'citizens' }).messages).toEqual([
      'citizens is not one of: external, internal',
    ]));

  it('have a reference that a service can have', () => {
    expect(reading({ Reference: 'T/1.a' }).row?.reference).toBe('T/1.a');
    expect(reading({ Reference: 'T 1' }).said).toEqual(['2 Reference error invalid_value']);
    expect(reading({ Reference: 'x'.repeat(41) }).said).toEqual(['2 Reference error too_big']);
  });

  it('have no control characters', () =>
    expect(reading({ 'Service name': 'a\u0007b' }).said).toEqual(['2 Service name error invalid_value']));
});

describe('what a row says beside the stage', () => {
  it('names the stages of offices, by label or by name', () =>
    expect(
      reading({ 'Front office': 'Live', 'Middle office': 'in_progress', 'Back office': 'Beta' }).row?.offices,
    ).toEqual({
      frontOffice: 'live',
      middleOffice: 'in_progress',
      backOffice: 'in_progress',
    }));

  for (const [text, underWay] of [
    ['Yes', true],
    ['y', true],
    ['TRUE', true],
    ['No', false],
    ['FALSE', false],
    ['', null],
  ] as const)
    it(`is ${underWay} for redesign under way: ${JSON.stringify(text)}`, () =>
      expect(reading({ 'Redesign under way': text }).row?.redesignUnderWay).toBe(underWay));

  it('is Yes or No', () =>
    expect(reading({ 'Redesign under way': 'perhaps' }).messages).toEqual([
      'perhaps is not one of: yes, y, true, no, n, false',
    ]));

  it('has targets, an owner, a day it opens and evidence', () => {
    const { row, said } = reading({
      'Live by': '31/03/2027',
      'Redesigned by': '2028-03-31',
      'Senior responsible owner': 'None Smith',
      'Opens on': '1 April 2020',
      Evidence: 'www.gov.uk/claim',
    });
    expect(row!.targets).toEqual({ live: '2027-03-31', redesigned: '2028-03-31' });
    expect([row!.owner, row!.opensOn, row!.evidenceUrl, said]).toEqual([
      'None Smith',
      '2020-04-01',
      'https://www.gov.uk/claim',
      [],
    ]);
  });
});
