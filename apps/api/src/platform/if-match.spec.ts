import { HeadwayProblem } from '@headway/domain';
import { expectedVersions } from './if-match.js';

describe('If-Match', () => {
  const cases = [
    ['"7"', [7], 'one strong tag'],
    [' "7" ', [7], 'spaces around it'],
    ['"7", "8","9"', [7, 8, 9], 'a list'],
    ['*', null, 'any version'],
    [' * ', null, 'any version, with spaces'],
    ['W/"7"', [], 'a weak tag, which matches nothing'],
    ['W/"7", "8"', [8], 'a weak tag in a list'],
    ['7', [], 'no quotes'],
    ['"seven"', [], 'a tag that is none of ours'],
    ['""', [], 'an empty tag'],
    ['"-1"', [], 'a number below 0'],
    ['"1.5"', [], 'no whole number'],
    ['"1e3"', [], 'another way to write a number'],
    ['"1234567890"', [], 'a number too large for a version'],
    ['"7', [], 'a quote not closed'],
    ['"7,8"', [], 'two numbers in one tag'],
    ['"7" "8"', [], 'tags with nothing between'],
    ['*, "7"', [7], 'a star among tags, which is no tag'],
    [',,', [], 'nothing between commas'],
  ] as const;
  for (const [header, versions, what] of cases)
    it(`${header} allows ${versions === null ? 'any' : `[${versions.join()}]`}: ${what}`, () =>
      expect(expectedVersions(header)).toEqual(versions === null ? null : [...versions]));

  for (const header of [undefined, '', '   '])
    it(`must be there: ${JSON.stringify(header)}`, () =>
      expect(() => expectedVersions(header)).toThrowMatching(
        (error) => error instanceof HeadwayProblem && error.code === 'if_match_required',
      ));
});
