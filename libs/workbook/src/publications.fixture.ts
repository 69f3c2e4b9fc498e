import fc from 'fast-check';
import type { Publication, PublishedCell, PublishedColumn, PublishedSheet } from './publication.js';

/** Text that a spreadsheet would take for a formula, or a reader for a mark. */
export const awkwardTexts = [
  '=HYPERLINK("https://example.com","Click")',
  '+44 20 7946 0000',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '＋44',
  '－1',
  '＠SUM',
  '[x]',
  'Claims [note 7]',
  '_x000D_',
  '00012',
];

/** With everything that a publication may have: each mark, notes of a title, a header and a cell, each type, links. */
export const everything: Publication = {
  title: 'Services & stages, Q3 2026-27',
  language: 'en-GB',
  cover: [
    'Position on 31 December 2026.',
    { heading: 'Contact' },
    { text: 'digital@example.gov.uk', link: 'mailto:digital@example.gov.uk' },
    { text: 'How to read this', link: 'https://example.gov.uk/read?a=1&b=2' },
    { heading: 'Definitions' },
    'Live: the service can be used online from its beginning to its end.',
  ],
  notes: {
    unused: 'Nothing refers to this.',
    agencies: 'A department’s figures include its agencies’.',
    recorded: 'Shares are of services that have a stage recorded.',
    merged: 'Two departments merged in the quarter.',
  },
  marks: { r: 'revised since revision 1' },
  sheets: [
    {
      name: 'By organisation',
      title: 'Services by organisation',
      notes: ['agencies'],
      lines: ['Ordered by name.'],
      columns: [
        { header: 'Organisation', type: 'text', width: 45 },
        { header: 'Services', type: 'number', unit: 'number' },
        { header: 'Live or beyond', type: 'share', notes: ['recorded'] },
        { header: 'Change since last year', type: 'number', unit: 'percentage points', decimals: 1 },
        { header: 'Days to sign off', type: 'number', unit: 'days', decimals: 2 },
        { header: 'Last return', type: 'date', blank: 'z' },
      ],
      rows: [
        [{ value: 'Department for Examples', notes: ['merged'] }, 1234, 0.153, -2.5, 3.25, '2026-12-31'],
        ['Home Office', { value: 98765, revised: true }, 1, { mark: 'c' }, 0, '2026-11-30'],
        ['HM Treasury', 0, null, 0.1, 12, null],
      ],
    },
    {
      name: 'Services',
      title: 'Every service',
      columns: [
        { header: 'Service', type: 'text' },
        { header: 'Opened on', type: 'date' },
      ],
      rows: awkwardTexts.map((text) => [text, '2020-02-29']),
    },
    {
      name: 'Signals',
      title: 'Signals',
      columns: [
        { header: 'Service', type: 'text' },
        { header: 'Since', type: 'date' },
        { header: 'For', type: 'number', unit: 'days' },
      ],
      rows: [],
    },
  ],
};

const noteKeys = ['one', 'two', 'three'];
const keys = fc.subarray(noteKeys, { maxLength: 2 });
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  fc.constantFrom(...awkwardTexts, '', ' ', '\n', '[X]', '[[x]', '[note 1]', '🙂', '"quoted" & <tagged>'),
);
const line = text.map((one) => `.${one}`);
const mark = fc.record({ mark: fc.constantFrom('x', 'z', 'c'), notes: keys });
const date = fc
  .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));
const number = fc.oneof(
  fc.integer(),
  fc.double({ min: -1e14, max: 1e14, noNaN: true }),
  fc.constantFrom(0, -0, 999_999_999_999_999),
);

function value(one: fc.Arbitrary<string | number>): fc.Arbitrary<PublishedCell> {
  const said = fc.record({ value: one, revised: fc.boolean() });
  return fc.oneof(
    { weight: 4, arbitrary: one },
    fc.constant(null),
    mark,
    said,
  ) as fc.Arbitrary<PublishedCell>;
}

/** A column and what may stand in it. */
function column(index: number): fc.Arbitrary<[PublishedColumn, fc.Arbitrary<PublishedCell>]> {
  const header = line.map((one) => `${index}${one}`.slice(0, 60));
  const any = { header, notes: keys, blank: fc.constantFrom('x', 'z', 'c') };
  const width = fc.integer({ min: 1, max: 300 });
  const noted = fc.record({ value: text, revised: fc.boolean(), notes: keys });
  return fc.oneof(
    fc
      .record({ ...any, type: fc.constant('text'), width }, { requiredKeys: ['header', 'type'] })
      .map((one) => [one, fc.oneof(value(text), noted)]),
    fc
      .record({ ...any, type: fc.constant('date') }, { requiredKeys: ['header', 'type'] })
      .map((one) => [one, value(date)]),
    fc
      .record(
        {
          ...any,
          type: fc.constant('number'),
          unit: fc.constantFrom('services', 'days', '£'),
          decimals: fc.constantFrom(0, 1, 2),
        },
        { requiredKeys: ['header', 'type', 'unit'] },
      )
      .map((one) => [one, value(number)]),
    fc
      .record({ ...any, type: fc.constant('share') }, { requiredKeys: ['header', 'type'] })
      .map((one) => [one, value(fc.double({ min: -2, max: 2, noNaN: true }))]),
  ) as fc.Arbitrary<[PublishedColumn, fc.Arbitrary<PublishedCell>]>;
}

function sheet(index: number): fc.Arbitrary<PublishedSheet> {
  const columns = fc
    .integer({ min: 1, max: 5 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => column(n))));
  return columns.chain((all) =>
    fc.record({
      name: fc
        .constantFrom('Headline', 'By organisation', 'Größe', 'Q1', '2026-27', 'A & B')
        .map((one) => `${one} ${index}`),
      title: line,
      notes: keys,
      lines: fc.array(line, { maxLength: 2 }),
      columns: fc.constant(all.map(([one]) => one)),
      rows: fc.array(fc.tuple(...all.map(([, cell]) => cell)), { maxLength: 6 }),
    }),
  );
}

/** Any publication that may be written; its first sheet refers to a note, as one must. */
export const anyPublication: fc.Arbitrary<Publication> = fc.integer({ min: 1, max: 3 }).chain((count) =>
  fc.record({
    title: line,
    language: fc.constantFrom('en-GB', 'cy-GB', 'fr-FR'),
    cover: fc.array(
      fc.oneof(
        line,
        line.map((heading) => ({ heading })),
        line.map((one) => ({ text: one, link: 'https://example.com/?a=1&b=2' })),
      ),
      { maxLength: 4 },
    ),
    notes: fc.record({ one: line, two: line, three: line }),
    sheets: fc
      .tuple(...Array.from({ length: count }, (_, n) => sheet(n)))
      .map(([first, ...rest]) => [{ ...first!, notes: ['one'] }, ...rest]),
  }),
);
