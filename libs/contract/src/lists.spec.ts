import * as z from 'zod';
import { key, paging, repeatable, search, wholeNumber } from './lists.js';
import { parsed } from './answers.fixture.js';

describe('a whole number in a query', () => {
  const schema = wholeNumber('page', 1, 1000);
  for (const [text, number] of [
    ['1', 1],
    ['007', 7],
    ['1000', 1000],
  ] as const)
    it(`can be ${text}`, () => expect(parsed(schema, text)).toEqual({ read: number }));

  for (const text of ['', ' ', '-1', '+1', '1.0', '1e2', '0x10', '1,000', '1 ', '１', '9999999999', 'NaN'])
    it(`cannot be ${JSON.stringify(text)}`, () =>
      expect(parsed(schema, text)).toEqual({ refused: ['page must be a whole number'] }));

  it('keeps to its bounds', () => {
    expect(parsed(schema, '0')).toEqual({ refused: ['page must be 1 or more'] });
    expect(parsed(schema, '1001')).toEqual({ refused: ['page must be 1000 or fewer'] });
  });

  it('is text, given once', () => {
    expect(parsed(schema, 1)).not.toEqual({ read: 1 });
    expect(parsed(schema, ['1', '2'])).toEqual({ refused: [jasmine.any(String)] });
  });
});

describe('paging', () => {
  const schema = z.strictObject(paging);
  it('begins with page 1 of 50', () =>
    expect(parsed(schema, {})).toEqual({ read: { page: 1, pageSize: 50 } }));
  it('has pages of up to 200', () => {
    expect(parsed(schema, { pageSize: '200' })).toEqual({ read: { page: 1, pageSize: 200 } });
    expect(parsed(schema, { pageSize: '201' })).toEqual({
      refused: ['pageSize: pageSize must be 200 or fewer'],
    });
  });
  it('refuses parameters it does not know', () =>
    expect(parsed(schema, { pagesize: '10' })).toEqual({ refused: [jasmine.stringMatching('pagesize')] }));
});

describe('a parameter that may be repeated', () => {
  const schema = repeatable(z.enum(['a', 'b']));
  it('is a list where given once', () => expect(parsed(schema, 'a')).toEqual({ read: ['a'] }));
  it('is a list where given twice', () => expect(parsed(schema, ['b', 'a'])).toEqual({ read: ['b', 'a'] }));
  for (const value of ['c', '', ['a', 'c'], [['a']], { 0: 'a' }, null])
    it(`cannot be ${JSON.stringify(value)}`, () => expect(schema.safeParse(value).success).toBeFalse());
});

describe('the name of a thing in a path or a filter', () => {
  it('is any readable text', () => expect(parsed(key, 'DWP-014')).toEqual({ read: 'DWP-014' }));
  for (const text of ['a\0', '\ud800'])
    it(`cannot be ${JSON.stringify(text)}`, () =>
      expect(parsed(key, text)).toEqual({ refused: ['That cannot be a name of anything here'] }));
  it('has 200 characters at most', () => {
    expect(key.safeParse('x'.repeat(200)).success).toBeTrue();
    expect(key.safeParse('x'.repeat(201)).success).toBeFalse();
  });
});

describe('words to look for', () => {
  it('may be left out, or be blank', () => {
    expect(parsed(search, undefined)).toEqual({ read: undefined });
    expect(parsed(search, '')).toEqual({ read: '' });
  });
  it('must be readable', () =>
    expect(parsed(search, 'a\0')).toEqual({ refused: ['Search must be readable text'] }));
  it('have 200 characters at most', () =>
    expect(parsed(search, 'x'.repeat(201))).toEqual({ refused: ['Search must be 200 characters or fewer'] }));
});
