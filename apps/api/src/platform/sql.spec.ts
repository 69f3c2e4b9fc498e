import { containing, instant, membersOf, parameters } from './sql.js';

describe('parameters of a statement', () => {
  it('are numbered as they are bound', () => {
    const { values, bind } = parameters();
    expect([bind('a'), bind(7), bind("'; DROP TABLE service; --")]).toEqual(['$1', '$2', '$3']);
    expect(values).toEqual(['a', 7, "'; DROP TABLE service; --"]);
  });

  it('carry an array as JSON', () => {
    const { values, bind } = parameters();
    expect(membersOf(bind(['a', 'b"c']), 'text')).toContain('jsonb_array_elements_text($1::jsonb)');
    expect(values).toEqual(['["a","b\\"c"]']);
  });

  it('are apart from one statement to the next', () => {
    parameters().bind('x');
    expect(parameters().bind('y')).toBe('$1');
  });
});

describe('a pattern that finds just a text', () => {
  const cases = [
    ['tax', '%tax%'],
    ['100%', '%100\\%%'],
    ['a_b', '%a\\_b%'],
    ['a\\b', '%a\\\\b%'],
    ['', '%%'],
  ] as const;
  for (const [text, pattern] of cases)
    it(`for ${JSON.stringify(text)} is ${pattern}`, () => expect(containing(text)).toBe(pattern));
});

describe('an instant', () => {
  it('is written in UTC with Z', () => expect(instant('at')).toMatch(/AT TIME ZONE 'UTC'.*"Z"/));
});
