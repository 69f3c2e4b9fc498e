import fc from 'fast-check';
import { calendarDate, line, neededText, optionalLine, optionalText, optionalWebAddress } from './text.js';
import { parsed } from './answers.fixture.js';

const broken = [
  ['NUL', 'a\0b'],
  ['a lone high surrogate', 'a\ud800b'],
  ['a lone low surrogate', 'a\udc00b'],
  ['surrogates the wrong way round', '\udc00\ud800'],
  ['an escape character', 'a\u001b[31mb'],
  ['a vertical tab', 'a\u000bb'],
  ['a form feed', 'a\fb'],
  ['delete', 'a\u007fb'],
  ['a line separator', 'a\u2028b'],
  ['a paragraph separator', 'a\u2029b'],
] as const;

const fields = {
  'a line': line('Name', 10),
  'text of several lines': optionalText('Name', 10),
  'an optional line': optionalLine('Name', 10),
};

const unseen = [
  '\u200b',
  '\u2060\u200d',
  '\ufeff',
  '\u00ad',
  '\u3164',
  '\u115f',
  '\u2800',
  '\u200e \u200f',
  '\u{e0020}',
];

describe('text of which nothing can be seen', () => {
  it('is none', () => {
    for (const text of unseen) {
      const what = JSON.stringify(text);
      expect(parsed(line('Name', 10), text))
        .withContext(what)
        .toEqual({ refused: ['Enter name'] });
      expect(parsed(optionalText('Note', 10), text))
        .withContext(what)
        .toEqual({ read: null });
      expect(parsed(neededText('Reason', 10, 'Enter why'), text))
        .withContext(what)
        .toEqual({ refused: ['Enter why'] });
    }
    expect(parsed(neededText('Reason', 10, 'Enter why'), '\u200bso')).toEqual({ read: '\u200bso' });
  });
});

describe('any text', () => {
  for (const [what, schema] of Object.entries(fields)) {
    for (const [kind, text] of broken)
      it(`with ${kind} is refused as ${what}`, () =>
        expect(parsed(schema, text)).toEqual({
          refused: ['Name must not contain control characters or broken characters'],
        }));

    it(`is trimmed and composed as ${what}`, () =>
      expect(parsed(schema, ' \u00a0\tCafe\u0301\n ')).toEqual({ read: 'Café' }));

    it(`is measured after trimming as ${what}`, () => {
      expect(parsed(schema, `  ${'x'.repeat(10)}  `)).toEqual({ read: 'x'.repeat(10) });
      expect(parsed(schema, 'x'.repeat(11))).toEqual({ refused: ['Name must be 10 characters or fewer'] });
    });

    it(`may hold any whole character as ${what}`, () =>
      expect(parsed(schema, 'Tŷ 👩‍🚀 <b>')).toEqual({ read: 'Tŷ 👩‍🚀 <b>' }));

    for (const value of [7, true, {}, ['x']])
      it(`is not ${JSON.stringify(value)} as ${what}`, () =>
        expect(parsed(schema, value)).toEqual({ refused: ['Name must be text'] }));
  }

  it('that passes is never changed by passing again', () => {
    const schema = optionalText('Note', 1000);
    const rule = (text: string) => {
      const first = schema.safeParse(text);
      return !first.success || schema.safeParse(first.data).data === first.data;
    };
    expect(() => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), rule))).not.toThrow();
  });
});

describe('a line', () => {
  it('must say something', () => {
    for (const blank of ['', '  ', '\n\t', '\u00a0'])
      expect(parsed(line('Name', 10), blank)).toEqual({ refused: ['Enter name'] });
    expect(parsed(line('Name', 10, 'Enter the name of it'), '')).toEqual({
      refused: ['Enter the name of it'],
    });
  });

  it('must be there', () => {
    expect(parsed(line('Name', 10), undefined)).toEqual({ refused: ['Name must be text'] });
    expect(parsed(line('Name', 10), null)).toEqual({ refused: ['Name must be text'] });
  });

  for (const mark of ['\n', '\r\n', '\r', '\t'])
    it(`must not have ${JSON.stringify(mark)} within`, () =>
      expect(parsed(line('Name', 10), `a${mark}b`)).toEqual({ refused: ['Name must be on one line'] }));
});

describe('optional text', () => {
  it('is null where blank', () => {
    for (const blank of ['', '   ', '\r\n', null])
      expect(parsed(optionalText('Note', 10), blank)).toEqual({ read: null });
  });

  it('keeps its lines', () =>
    expect(parsed(optionalText('Note', 10), 'a\nb\tc')).toEqual({ read: 'a\nb\tc' }));

  it('writes a large limit with its comma', () =>
    expect(parsed(optionalText('Note', 4000), 'x'.repeat(4001))).toEqual({
      refused: ['Note must be 4,000 characters or fewer'],
    }));
});

describe('an optional line', () => {
  it('is null where blank', () => {
    for (const blank of ['', '   ', null])
      expect(parsed(optionalLine('Owner', 10), blank)).toEqual({ read: null });
  });

  it('is on one line', () =>
    expect(parsed(optionalLine('Owner', 10), 'a\nb')).toEqual({ refused: ['Owner must be on one line'] }));
});

describe('a web address', () => {
  const schema = optionalWebAddress('Link');
  const taken = [
    'https://www.gov.uk/example',
    'http://a.example',
    'HTTPS://A.EXAMPLE/x',
    'https://a.example:8443/x?y=1&z=%20#f',
    'https://bücher.example/ŵ',
    'https://[2001:db8::1]/',
  ];
  for (const text of taken)
    it(`can be ${text}`, () => expect(parsed(schema, ` ${text} `)).toEqual({ read: text }));

  const refused = [
    'www.gov.uk',
    '/example',
    '//evil.example',
    'javascript:alert(1)',
    'JavaScript://a.example/%0aalert(1)',
    'data:text/html,x',
    'ftp://a.example',
    'mailto:a@b.example',
    'https:a.example',
    'https:/a.example',
    'https://',
    'https:///a.example',
    'https://a b.example',
    'https://a.example/x y',
    'https://?',
    'https://a.example:99999',
    'xhttps://a.example',
  ];
  for (const text of refused)
    it(`cannot be ${text}`, () =>
      expect(parsed(schema, text)).toEqual({
        refused: ['Link must be a web address, like https://www.gov.uk/example'],
      }));

  it('can be left blank', () => {
    expect(parsed(schema, '')).toEqual({ read: null });
    expect(parsed(schema, null)).toEqual({ read: null });
  });

  it('has 2,000 characters at most', () =>
    expect(parsed(schema, `https://a.example/${'x'.repeat(2000)}`)).toEqual({
      refused: ['Link must be 2,000 characters or fewer'],
    }));
});

describe('a date', () => {
  const schema = calendarDate('on');
  it('is a real date', () => expect(parsed(schema, '2024-02-29')).toEqual({ read: '2024-02-29' }));

  for (const text of ['2026-06-31', '31/03/2026', '2026-3-1', '', ' 2026-03-01', '2026-03-01T00:00:00Z'])
    it(`is not ${JSON.stringify(text)}`, () =>
      expect(parsed(schema, text)).toEqual({ refused: ['on must be a real date, like 2026-03-31'] }));

  for (const value of [20260301, null, undefined, {}])
    it(`is not ${JSON.stringify(value)}`, () =>
      expect(parsed(schema, value)).toEqual({ refused: ['on must be a date, like 2026-03-31'] }));
});
