import { canonicalJson } from './canonical.js';

describe('canonical JSON', () => {
  it('sorts members by the code units of their names, at every depth', () => {
    expect(canonicalJson({ b: 1, a: { d: [{ z: 1, y: 2 }], c: null } })).toBe(
      '{"a":{"c":null,"d":[{"y":2,"z":1}]},"b":1}',
    );
    // The order of RFC 8785, 3.2.3: by UTF-16 code units, in which an emoji comes before a presentation form.
    const names = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    const order = [...canonicalJson(names).matchAll(/:(\d)/g)].map(([, value]) => Number(value));
    expect(order).toEqual([2, 4, 6, 7, 1, 5, 3]);
  });

  for (const [value, text] of [
    [null, 'null'],
    [true, 'true'],
    [-0, '0'],
    [333333333.33333329, '333333333.3333333'],
    [1e30, '1e+30'],
    [4.5, '4.5'],
    [2e-3, '0.002'],
    ['\u20ac$\u000f\nA\'B"\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\"/"'],
    ['\u2028', '"\u2028"'],
    [[], '[]'],
    [{}, '{}'],
    [[1, 'a', [null]], '[1,"a",[null]]'],
  ] as const)
    it(`writes ${text}`, () => expect(canonicalJson(value)).toBe(text));

  it('refuses what JSON cannot hold', () => {
    for (const value of [NaN, Infinity, undefined, { a: undefined }, '\ud800', { '\udc00': 1 }, () => 1, 1n])
      expect(() => canonicalJson(value)).toThrowError(TypeError);
  });

  it('says the same whatever the order that members came in', () => {
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  });
});
