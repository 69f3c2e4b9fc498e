import { crc32, deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { Archive } from './archive.js';
import { defaultLimits } from './limits.js';
import { refusal, zipOf } from './workbooks.fixture.js';
import { WorkbookError } from './workbook-error.js';

const megabyte = 1024 * 1024;

async function textOf(archive: Archive, name: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of archive.read(name)) text += decoder.decode(bytes, { stream: true });
  return text;
}

/** Why an archive, or a part of it, is refused. */
async function refused(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof WorkbookError) return error.code;
    throw error;
  }
  return fail('not refused') as never;
}

const open = (bytes: Uint8Array, limits = {}) => Archive.open(bytes, { ...defaultLimits, ...limits });

/** Where the directory of a zip begins, and a view of it. */
function directoryOf(zip: Uint8Array): [at: number, view: DataView] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  return [view.getUint32(zip.length - 6, true), view];
}

/** A zip whose only part says that it is small, and comes out as so many megabytes of nothing. */
function bomb(megabytes: number): Uint8Array {
  const zip = zipSync({ 'a.xml': [deflateRawSync(Buffer.alloc(megabytes * megabyte)), { level: 0 }] });
  const [directory, view] = directoryOf(zip);
  view.setUint16(8, 8, true);
  view.setUint16(directory + 10, 8, true);
  return zip;
}

/** An extra field that gives a part another name in some programs. */
function unicodePath(name: string, other: string): Uint8Array {
  const field = Buffer.from(`\x01----${other}`);
  field.writeUInt32LE(crc32(name), 1);
  return field;
}

/** The same zip of one part, its size and place put aside as for very large files. */
function zip64(zip: Uint8Array): Uint8Array {
  const copy = zip.slice();
  const [directory, view] = directoryOf(copy);
  const end = copy.length - 22;
  const extra = new DataView(new ArrayBuffer(28));
  extra.setUint16(0, 1, true);
  extra.setUint16(2, 24, true);
  for (const [index, field] of [24, 20, 42].entries()) {
    extra.setBigUint64(4 + index * 8, BigInt(view.getUint32(directory + field, true)), true);
    view.setUint32(directory + field, 0xffffffff, true);
  }
  view.setUint16(directory + 30, 28, true);
  return new Uint8Array([...copy.subarray(0, end), ...new Uint8Array(extra.buffer), ...copy.subarray(end)]);
}

describe('an archive', () => {
  it('hands out its parts, packed or not, whatever the case of their names', async () => {
    const archive = await open(zipOf({ 'A/one.xml': 'x'.repeat(100_000), two: '' }));
    expect(await textOf(archive, 'a/ONE.xml')).toBe('x'.repeat(100_000));
    expect(await textOf(archive, 'two')).toBe('');
    expect([archive.names, archive.has('TWO'), archive.has('three'), archive.inflated]).toEqual([
      ['A/one.xml', 'two'],
      true,
      false,
      100_000,
    ]);
  });

  it('has no part that is not there', async () =>
    expect(await refused(async () => textOf(await open(zipOf({ a: 'x' })), 'b'))).toBe('broken'));

  it('may end in a comment, and may have sizes put aside as for very large files', async () => {
    const zip = zipOf({ a: 'text' });
    const comment = new Uint8Array([...zip, 1, 2, 3]);
    new DataView(comment.buffer).setUint16(zip.length - 2, 3, true);
    expect(await textOf(await open(comment), 'a')).toBe('text');
    expect(await textOf(await open(zip64(zip)), 'a')).toBe('text');
  });

  for (const bytes of [1, 3, 21, 40, 80])
    it(`cut off by ${bytes} bytes is broken`, async () => {
      const zip = zipOf({ a: 'some text', b: 'more' });
      expect(await refused(() => open(zip.subarray(0, zip.length - bytes)))).toBe('broken');
    });

  it('with any byte changed is broken, or is what it was', async () => {
    const text = 'some text that is packed, packed, packed';
    const zip = zipOf({ 'a.xml': text });
    for (let at = 0; at < zip.length; at++) {
      const changed = zip.slice();
      changed[at]! ^= 0x55;
      try {
        const archive = await open(changed);
        for (const name of archive.names) expect(await textOf(archive, name)).toBe(text);
      } catch (error) {
        expect(error).toBeInstanceOf(WorkbookError);
      }
    }
  });

  for (const [what, flags] of Object.entries({ 'a password': 1, 'strong encryption': 0x41 }))
    it(`with ${what} is told as such`, async () => {
      const zip = zipOf({ a: 'x' });
      const [directory, view] = directoryOf(zip);
      view.setUint16(directory + 8, flags, true);
      expect(await refused(() => open(zip))).toBe('encrypted');
    });

  it('packed in a way that no spreadsheet writes is broken', async () => {
    const zip = zipOf({ a: 'x' });
    const [directory, view] = directoryOf(zip);
    view.setUint16(directory + 10, 12, true);
    expect(await refused(() => open(zip))).toBe('broken');
  });

  for (const name of ['../a', 'a/../../b', '/etc/passwd', 'C:\\a', 'a\\b', './a', 'a\0b'])
    it(`has no part named ${JSON.stringify(name)}`, async () =>
      expect(await refused(() => open(zipOf({ [name]: 'x' })))).toBe('unsafe'));

  it('has no part twice', async () =>
    expect(await refused(() => open(zipOf({ 'a.xml': 'x', 'A.XML': 'y' })))).toBe('unsafe'));

  it('has no part that is called otherwise where it stands', async () => {
    const zip = zipOf({ 'a.xml': 'x' });
    zip[30] = 'b'.charCodeAt(0);
    expect(await refused(() => open(zip))).toBe('broken');
    zip[30] = 0;
    expect(await refused(() => open(zip))).toBe('unsafe');
  });

  it('has no part by a name that only its extra fields give it', async () => {
    const zip = zipSync({ a: [Buffer.from('x'), { extra: { 0x7075: unicodePath('a', 'b') } }] });
    expect((await open(zip)).names).toEqual(['a']);
  });

  it('has so many parts at most', async () => {
    const parts = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`p${n}`, 'x']));
    expect(await refused(() => open(zipOf(parts), { entries: 10 }))).toBe('unsafe');
  });
});

describe('what comes out of an archive', () => {
  const inflatedUntilRefused = async (archive: Archive, ...names: string[]) => {
    const code = await refused(async () => {
      for (const name of names) await textOf(archive, name);
    });
    return [code, archive.inflated] as const;
  };

  it('is counted as it comes, whatever the file says: 64 megabytes in 64 kilobytes stop at 200 times that', async () => {
    const archive = await open(bomb(64));
    const [code, inflated] = await inflatedUntilRefused(archive, 'a.xml');
    expect(code).toBe('too_large');
    expect(inflated).toBeGreaterThan(4 * megabyte);
    expect(inflated).toBeLessThan(200 * 65_536 + 100_000);
  });

  it('has a limit for each part', async () => {
    const archive = await open(zipOf({ a: 'x'.repeat(2 * megabyte) }), { entryBytes: megabyte });
    const [code, inflated] = await inflatedUntilRefused(archive, 'a');
    expect([code, inflated < 1.2 * megabyte]).toEqual(['too_large', true]);
  });

  it('has a limit for all parts together', async () => {
    const archive = await open(zipOf({ a: 'x'.repeat(700_000), b: 'y'.repeat(700_000) }), {
      bytes: megabyte,
    });
    const [code, inflated] = await inflatedUntilRefused(archive, 'a', 'b');
    expect([code, inflated < 1.2 * megabyte]).toEqual(['too_large', true]);
  });

  for (const [what, level] of [
    ['packed', 1],
    ['not packed', 0],
  ] as const)
    it(`comes in pieces where it is ${what}, and others have their turn between them`, async () => {
      const text = Buffer.from(Array.from({ length: 200_000 }, (_, n) => `${n * n}`).join());
      const archive = await open(zipSync({ a: [text, { level }] }));
      let turns = 0;
      const turn = setInterval(() => turns++, 0);
      let largest = 0;
      for await (const { length } of archive.read('a')) {
        largest = Math.max(largest, length);
        const until = performance.now() + 2;
        while (performance.now() < until);
      }
      clearInterval(turn);
      expect(largest).toBeLessThanOrEqual(65_536);
      expect(turns).toBeGreaterThanOrEqual(text.length / largest / 2);
    });

  it('may be as it pleases while it is small', async () =>
    expect((await textOf(await open(zipOf({ a: 'x'.repeat(3 * megabyte) })), 'a')).length).toBe(
      3 * megabyte,
    ));
});

describe('a file that is no workbook', () => {
  const compound = (name: string) =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Buffer.alloc(600),
      ...Buffer.from(name, 'utf16le'),
    ]);
  const cases: Record<string, [Uint8Array, string]> = {
    'of text': [new TextEncoder().encode('Reference,Service name'), 'not_a_workbook'],
    'of text that begins with PK': [new TextEncoder().encode('PK,Service name'), 'not_a_workbook'],
    'of nothing': [new Uint8Array(0), 'not_a_workbook'],
    zipped: [zipOf({ 'a.csv': 'x' }), 'not_a_workbook'],
    'of Excel before 2007': [compound('Workbook'), 'old_workbook'],
    'of Excel before 1997': [compound('Book'), 'old_workbook'],
    'of Excel with a password': [compound('EncryptedPackage'), 'encrypted'],
    'of Word before 2007': [compound('WordDocument'), 'not_a_workbook'],
    'that only begins like a zip': [new TextEncoder().encode('PK\x03\x04 and so on'), 'broken'],
  };
  for (const [what, [bytes, code]] of Object.entries(cases))
    it(`${what} is refused: ${code}`, async () => expect((await refusal(bytes))[0]).toBe(code));
});
