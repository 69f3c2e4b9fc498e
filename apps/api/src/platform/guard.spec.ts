import { HeadwayProblem } from '@headway/domain';
import { mustComeFromHere } from './guard.js';

const ours = 'https://headway.example';
const host = 'headway.example';

function passes(headers: Record<string, string | undefined>, publicUrl = ours): boolean {
  const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  try {
    mustComeFromHere({ headers: sent }, publicUrl);
    return true;
  } catch (error) {
    if (error instanceof HeadwayProblem && error.code === 'cross_site_request') return false;
    throw error;
  }
}

/** Sec-Fetch-Site down, Origin across. Where the browser says the first, the second does not matter. */
const origins = [undefined, ours, 'https://evil.example', 'https://sub.headway.example', 'null'];
const table: readonly [site: string | undefined, ...passes: string[]][] = [
  //              none   ours   evil   sub    null
  ['same-origin', 'yes', 'yes', 'yes', 'yes', 'yes'],
  ['none', '      yes', 'yes', 'yes', 'yes', 'yes'],
  ['same-site', ' no', ' no', ' no', ' no', ' no'],
  ['cross-site', 'no', ' no', ' no', ' no', ' no'],
  ['nonsense', '  no', ' no', ' no', ' no', ' no'],
  ['', '          no', ' no', ' no', ' no', ' no'],
  [undefined, '   yes', 'yes', 'no', ' no', ' no'],
];

describe('a change by cookie', () => {
  for (const [site, ...cells] of table)
    origins.forEach((origin, column) => {
      const allowed = cells[column]!.trim() === 'yes';
      it(`with Sec-Fetch-Site ${site ?? 'left out'} and Origin ${origin ?? 'left out'} is ${allowed ? 'let through' : 'refused'}`, () =>
        expect(passes({ 'sec-fetch-site': site, origin, host })).toBe(allowed));
    });

  describe('by Origin alone', () => {
    it('is let through from the host asked, whatever the public address', () =>
      expect(passes({ origin: 'http://localhost:3000', host: 'localhost:3000' })).toBeTrue());

    it('is let through from the public address, whatever host a proxy passes on', () =>
      expect(passes({ origin: ours, host: 'inner:3000' })).toBeTrue());

    it('is let through where the public address has a path', () =>
      expect(passes({ origin: ours, host: 'inner' }, `${ours}/headway`)).toBeTrue());

    for (const origin of [
      'https://headway.example.evil.example',
      'https://headway.example:8443',
      'https://evilheadway.example',
      'headway.example',
      '',
    ])
      it(`is refused from ${JSON.stringify(origin)}`, () => expect(passes({ origin, host })).toBeFalse());

    for (const origin of ['null', 'nonsense', 'https://evil.example'])
      it(`is refused from ${origin} where no host is named`, () => expect(passes({ origin })).toBeFalse());
  });
});
