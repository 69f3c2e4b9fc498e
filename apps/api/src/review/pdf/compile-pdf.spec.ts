import { stackedBars } from '@headway/charts';
import { getDocumentProxy } from 'unpdf';
import { compilePdf } from './compile-pdf.js';
import { chartWidth } from './pack-document.js';
import { packOf, samplePack } from './pack.fixture.js';

const open = (pdf: Uint8Array) => getDocumentProxy(new Uint8Array(pdf));
type Pdf = Awaited<ReturnType<typeof open>>;
interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

const pages = (pdf: Pdf) => Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));

async function textOf(pdf: Uint8Array): Promise<string> {
  const contents = await Promise.all((await pages(await open(pdf))).map((page) => page.getTextContent()));
  const parts = contents.flatMap(({ items }) =>
    items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')),
  );
  return parts.join('').replace(/\s+/g, ' ');
}

async function tagsOf(pdf: Uint8Array): Promise<Node[]> {
  const walk = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(walk)];
  const trees = await Promise.all((await pages(await open(pdf))).map((page) => page.getStructTree()));
  return trees.flatMap((tree) => walk(tree as Node));
}

describe('the review pack as PDF', () => {
  const sample = samplePack(100);
  let pdf: Uint8Array;
  beforeAll(() => {
    pdf = compilePdf(sample);
  });

  it('is the same to the byte each time', () => {
    expect(Buffer.from(compilePdf(sample)).equals(pdf)).toBeTrue();
  });

  it('says that it is PDF/UA-1, with title, author, language and the day it was published', async () => {
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/^%PDF-1\.7[^]*<pdfuaid:part>1<\/pdfuaid:part>/);
    const opened = await open(pdf);
    expect(await opened.getMarkInfo()).toEqual(jasmine.objectContaining({ Marked: true }));
    expect((await opened.getMetadata()).info).toEqual(
      jasmine.objectContaining({
        Language: 'en-GB',
        Title: sample.title,
        Author: sample.author,
        CreationDate: 'D:20261028000000Z',
      }),
    );
  });

  it('has a bookmark for each heading', async () => {
    const outline = (await (await open(pdf)).getOutline()) as { title: string; items: { title: string }[] }[];
    expect(outline.flatMap(({ title, items }) => [title, ...items.map((item) => item.title)])).toEqual(
      sample.sections.map(({ heading }) => heading),
    );
  });

  it('tags headings, lists, table headers, and charts with what they show', async () => {
    const tags = await tagsOf(pdf);
    const count = (role: string) => tags.filter((tag) => tag.role === role).length;
    expect(count('H1')).toBe(1 + sample.sections.filter(({ level }) => level === 1).length);
    expect(count('H2')).toBe(sample.sections.filter(({ level }) => level === 2).length);
    expect(count('LI')).toBeGreaterThan(100);
    expect(count('TH')).toBeGreaterThanOrEqual(7 + 7);
    const charts = sample.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart.description] : [])),
    );
    expect(tags.flatMap(({ role, alt }) => (role === 'Figure' ? [alt] : []))).toEqual(charts);
  });

  it('repeats the header of a table on each page that it reaches', async () => {
    const texts = await Promise.all((await pages(await open(pdf))).map((page) => page.getTextContent()));
    const onPage = texts.map(({ items }) => items.map((item) => ('str' in item ? item.str : '')).join(' '));
    const withRows = onPage.filter((text) => /HDW-\d+ .*External .*\[z\]/.test(text));
    expect(withRows.length).toBeGreaterThan(2);
    for (const text of withRows) expect(text).toMatch(/Reference\s+Service\s+Organisation/);
  });

  it('says all of it in reading order', async () => {
    const text = await textOf(pdf);
    const order = [
      'SHA-256 of the data',
      'Contents',
      '62 of 410 services are live or redesigned',
      'have stalled',
      'Chart 1: Services by stage, all departments',
      'Table 1: Services by stage and organisation',
      'No part of the service is online',
      '24 organisations owed a return',
      'HDW-00100',
    ].map((words) => text.lastIndexOf(words));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('takes no room for nothing to say', async () => {
    const empty = compilePdf(
      packOf(
        { kind: 'bullets', items: [] },
        { kind: 'definitions', items: [] },
        { kind: 'entries', items: [] },
        { kind: 'figures', items: [] },
        { kind: 'notes', items: [] },
        { kind: 'paragraphs', sentences: [] },
        { kind: 'table', caption: 'None', columns: [{ header: 'Name', type: 'text' }], rows: [] },
      ),
    );
    expect((await open(empty)).numPages).toBe(3);
  });

  it('refuses a row that would move the cells after it', () => {
    const table = { kind: 'table', caption: 'Two', columns: [{ header: 'Name', type: 'text' }] } as const;
    expect(() => compilePdf(packOf({ ...table, rows: [['a'], ['b', 'c']] }))).toThrowError(/Row 2 of "Two"/);
  });

  it('throws what the compiler found', () => {
    expect(() => compilePdf({ ...sample, publishedOn: '2026-13-01' })).toThrowError(/month/);
  });
});

describe('a text of the pack', () => {
  const hostile = [
    '=HYPERLINK("https://example.com","x")',
    '+44 20 7946 0000',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '#import "x": *',
    '#panic("x")',
    '$x^2$ *bold* _italic_ `raw` <label> @ref // comment /* c */',
    '= Heading',
    '- list',
    '\\ back \\n \\u{41} "quotes" \'single\' ~ -- ---',
    'Gwasanaeth ŵyr ŷ',
    '<svg onload=x> &amp; &lt; ]]>',
    '{{x}} ${y} {"json": 1} %PDF-1.7 \\) endobj',
  ];
  const pairs = hostile.map((text) => [text, text] as const);

  const chart = stackedBars({
    title: hostile[4]!,
    description: hostile.join(' '),
    series: [{ key: 'a', label: hostile[6]!, colour: '#12436D' }],
    rows: hostile.map((label) => ({ label, values: [1], text: '' })),
    rowHeading: 'Row',
    unit: 'Rows',
    width: 3 * chartWidth,
  });

  it('is never markup, wherever it stands', async () => {
    const document = packOf(
      { kind: 'headline', sentence: hostile.join(' ') },
      { kind: 'figures', items: pairs.slice(0, 2).map(([figure, text]) => ({ figure, text, change: text })) },
      { kind: 'paragraphs', sentences: hostile },
      { kind: 'bullets', items: hostile },
      { kind: 'definitions', items: pairs },
      { kind: 'entries', items: pairs },
      { kind: 'notes', items: hostile },
      { kind: 'chart', chart },
      {
        kind: 'table',
        caption: hostile[4]!,
        columns: [{ header: hostile[5]!, type: 'text' }],
        rows: hostile.map((text) => [text]),
      },
    );
    const pdf = compilePdf({
      ...document,
      title: hostile[5]!,
      subtitle: hostile[3]!,
      author: hostile[4]!,
      facts: pairs,
    });
    const text = (await textOf(pdf)).replaceAll(' ', '');
    for (const one of hostile)
      expect(text.split(one.replaceAll(' ', '')).length)
        .withContext(one)
        .toBeGreaterThan(10);
  });

  it('has no letter that the fonts lack, or the PDF could not be made', async () => {
    const text = await textOf(
      compilePdf(
        packOf({
          kind: 'bullets',
          items: ['Ship 🚀', 'Full ＝ＳＵＭ', 'lone \ud800, bell \u0007', 'turn \u202Eround', 'שלום'],
        }),
      ),
    );
    for (const one of ['Ship [U+1F680]', 'Full =SUM', 'lone \ufffd, bell', 'turn round', 'שלום'])
      expect(text).toContain(one);
  });

  it('stays between the margins when one word is longer than a line', async () => {
    const word = 'x'.repeat(400);
    const pdf = compilePdf(
      packOf(
        { kind: 'headline', sentence: word },
        { kind: 'bullets', items: [word] },
        { kind: 'entries', items: [[word, word]] },
        {
          kind: 'table',
          caption: word,
          columns: ['a', 'b', 'c', 'd', 'e', 'f'].map((header) => ({ header, type: 'text' })),
          rows: [[word, word, word, word, word, word]],
        },
      ),
    );
    for (const page of await pages(await open(pdf)))
      for (const item of (await page.getTextContent()).items)
        if ('str' in item)
          expect(item.transform[4] + item.width)
            .withContext(item.str)
            .toBeLessThan(595 - 60);
  });
});
