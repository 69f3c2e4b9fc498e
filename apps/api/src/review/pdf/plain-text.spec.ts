import fc from 'fast-check';
import { breakable, plainText } from './plain-text.js';

describe('plain text', () => {
  it('is one line, without controls and marks that turn its direction', () => {
    expect(plainText(' a\tb\r\n c\u0000d\u202Ee\u2066f\uFEFFg ')).toBe('a b cdefg');
  });

  it('has U+FFFD for half a letter', () => {
    expect(plainText('a\ud83d')).toBe('a\ufffd');
  });
});

describe('long words', () => {
  it('leave a text whole that has none', () => {
    expect(breakable('Apply for a licence', 7)).toBe('Apply for a licence');
    expect(breakable('Live or beyond (%)', 6)).toBe('Live or beyond (%)');
  });

  it('are in pieces, and the words around them are not', () => {
    expect(breakable('see abcdefghij now', 5)).toEqual(['see ', 'abcd', 'efgh', 'ij ', 'now']);
  });

  it('are never cut inside a letter', () => {
    expect(breakable('👩‍👩‍👧👩‍👩‍👧', 3)).toEqual(['👩‍👩‍👧👩‍👩‍👧']);
  });

  it('say the same in pieces as whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, room) => {
        expect([breakable(text, room)].flat().join('')).toBe(text);
      }),
    );
  });
});
