import fc from 'fast-check';
import { pathHere } from './sign-in.js';

describe('where to go after signing in', () => {
  const kept = [
    ['/', '/'],
    ['/services', '/services'],
    ['/services?stage=live&q=a%20b', '/services?stage=live&q=a%20b'],
    ['/services/DWP-014#history', '/services/DWP-014#history'],
    ['/services?q=a#<b>', '/services?q=a#%3Cb%3E'],
    [`/services?q=${'a'.repeat(3_900)}`, `/services?q=${'a'.repeat(3_900)}`],
    [`/services?q=${'a'.repeat(4_000)}#top`, '/services'],
    [`/${'a'.repeat(4_000)}`, '/'],
    ['/a/../b', '/b'],
    ['/search?next=https://evil.example', '/search?next=https://evil.example'],
    ['/tŷ', '/t%C5%B7'],
    ['/apiary', '/apiary'],
    ['/services/%C5%B7', '/services/%C5%B7'],
  ] as const;
  for (const [asked, path] of kept) it(`is ${path} for ${asked}`, () => expect(pathHere(asked)).toBe(path));

  const elsewhere = [
    'https://evil.example',
    'http://headway.invalid/services',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/./\\evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    ' //evil.example',
    'services',
    '',
    '/api/session/sign-in',
    '/a/../api/session',
    '/api',
    '/api?x',
    '/%61pi/session',
    '/a%70i/services.csv',
    '/demonstration-people/x',
    '/demonstration-identity/auth',
    '/services/%E0%A4%A',
    '//',
    'http://',
  ];
  for (const asked of elsewhere)
    it(`is the first page for ${JSON.stringify(asked)}`, () => expect(pathHere(asked)).toBe('/'));

  it('is always a path of this site', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '\t',
      '\n',
      ' ',
      'a',
      '@',
      ':',
      '?',
      '#',
      'evil.example',
      'https:',
    );
    const path = fc.array(parts, { maxLength: 8 }).map((all) => `/${all.join('')}`);
    const staysHere = (asked: string) =>
      new URL(pathHere(asked), 'https://headway.example').host === 'headway.example';
    expect(() => fc.assert(fc.property(path, staysHere), { numRuns: 2000 })).not.toThrow();
  });
});
