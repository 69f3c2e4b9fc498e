import { withAllBelow } from './with-all-below.js';

function one(slug: string, parent: string | null, services: number | null, listed = true) {
  return { slug, parent, listed, own: services === null ? null : { services, live: services > 1 ? 1 : 0 } };
}

function countsOf(...given: ReturnType<typeof one>[]): string[] {
  return withAllBelow(given, ['services', 'live']).map(
    ({ slug, tallies }) => `${slug}: ${tallies.services}, ${tallies.live} live`,
  );
}

describe('the roll-up', () => {
  it('adds to each organisation all that are below it, however deep, in the order given', () => {
    expect(
      countsOf(
        one('agency', 'department', 3),
        one('department', null, 1),
        one('office', 'agency', 2),
        one('other', null, null),
      ),
    ).toEqual(['agency: 5, 2 live', 'department: 6, 2 live', 'office: 2, 1 live', 'other: 0, 0 live']);
  });

  it('leaves out what does not exist on the day, unless something counts as its all the same', () => {
    expect(countsOf(one('gone', null, null, false), one('held', null, 2, false))).toEqual([
      'held: 2, 1 live',
    ]);
    expect(countsOf(one('above', null, null, false), one('part', 'above', 1))).toEqual([
      'above: 1, 0 live',
      'part: 1, 0 live',
    ]);
    expect(countsOf(one('left', null, 0, false))).toEqual([]);
  });

  it('adds nothing to what is not seen', () => {
    expect(countsOf(one('agency', 'department', 3))).toEqual(['agency: 3, 1 live']);
  });

  it('ends where organisations are part of each other', () => {
    expect(countsOf(one('a', 'b', 1), one('b', 'a', 2))).toEqual(['a: 3, 1 live', 'b: 3, 1 live']);
  });
});
