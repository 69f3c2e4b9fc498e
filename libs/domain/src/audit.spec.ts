import {
  type ChainedEntry,
  type Hashing,
  breakAgainstLog,
  breakAt,
  breakAtEnd,
  chainStart,
  entryBytes,
} from './audit.js';

/** Characters stand for bytes, and the bytes for their hash: whatever differs in them shows. */
const hashing: Hashing = {
  utf8: (text) => Uint8Array.from(text, (character) => character.charCodeAt(0)),
  sha256: (parts) => parts.map((part) => part.join()).join('|'),
};

const unhashed = (change: Partial<ChainedEntry> = {}): ChainedEntry => ({
  position: 1,
  previous: chainStart.hash,
  hash: '',
  at: '1790000000000000',
  person: 'p',
  organisation: 'o',
  action: 'service.changed',
  subject: 'DWP-1',
  detail: '{}',
  ...change,
});
const hashed = (change: Partial<ChainedEntry> = {}): ChainedEntry => {
  const entry = unhashed(change);
  return { ...entry, hash: hashing.sha256(entryBytes(entry, hashing)) };
};
const bytesOf = (change: Partial<ChainedEntry>) =>
  entryBytes(unhashed(change), hashing)
    .flatMap((part) => [...part])
    .join();

describe('the bytes of an entry', () => {
  it('are each field after its length in four bytes', () => {
    const parts = entryBytes(unhashed(), hashing).map((part) => [...part]);
    expect(parts).toHaveSize(18);
    expect(parts[0]).toEqual([0, 0, 0, 15]);
    expect(String.fromCharCode(...parts[1]!)).toBe('headway audit 1');
    expect(parts.at(-2)).toEqual([0, 0, 0, 2]);
    expect(parts.at(-1)).toEqual([123, 125]);
  });

  it('tell apart where one field ends and the next begins, and none from an empty one', () => {
    expect(bytesOf({ action: 'ab', subject: 'c' })).not.toBe(bytesOf({ action: 'a', subject: 'bc' }));
    expect(bytesOf({ organisation: null })).not.toBe(bytesOf({ organisation: '' }));
  });

  for (const change of [
    { position: 2 },
    { previous: '1'.repeat(64) },
    { at: '1790000000000001' },
    { person: 'q' },
    { organisation: 'x' },
    { organisation: null },
    { action: 'service.created' },
    { subject: 'DWP-2' },
    { detail: '{"a": 1}' },
  ] satisfies Partial<ChainedEntry>[])
    it(`differ with ${JSON.stringify(change)}`, () => expect(bytesOf(change)).not.toBe(bytesOf({})));
});

describe('a chain', () => {
  const first = hashed();
  const second = hashed({ position: 2, previous: first.hash, subject: 'DWP-2' });

  it('goes on from its start, entry by entry', () => {
    expect(breakAt(chainStart, first, hashing)).toBeNull();
    expect(breakAt(first, second, hashing)).toBeNull();
    expect(breakAtEnd(second, second)).toBeNull();
  });

  it('breaks where an entry is missing, does not follow, or has been changed', () => {
    const why = (before: typeof chainStart, entry: ChainedEntry) => breakAt(before, entry, hashing);
    expect(why(chainStart, second)).toEqual({
      position: 1,
      why: 'it is missing: the next entry that there is has position 2',
    });
    const elsewhere = hashed({ position: 2 });
    expect(why(first, elsewhere)?.why).toBe('it does not follow from the entry before it');
    expect(why(first, { ...second, subject: 'DWP-3' })).toEqual({ position: 2, why: 'it has been changed' });
  });

  it('breaks at its end where the head says otherwise', () => {
    expect(breakAtEnd(first, second)).toEqual({
      position: 2,
      why: 'it is missing: the chain had 2 entries',
    });
    expect(breakAtEnd(second, first)?.position).toBe(2);
    expect(breakAtEnd(first, { ...first, hash: 'x' })?.position).toBe(1);
    expect(breakAtEnd(first, null)).toEqual({ position: 1, why: 'the chain has no head' });
    expect(breakAtEnd(chainStart, null)).toBeNull();
  });

  it('breaks where the log says otherwise', () => {
    expect(breakAgainstLog(first, first.hash)).toBeNull();
    expect(breakAgainstLog(first, second.hash)?.why).toBe('the log has another hash of it');
    expect(breakAgainstLog(first, null)?.why).toBe('it is missing, but the log has its hash');
  });
});
