import type { OrganisationHistory } from './organisation-history.js';
import { namesBroken } from './organisation-names.js';
import { organisation, period } from './reorganisation.fixture.js';

const ended = organisation('GONE', null, {
  existsTo: '2023-02-07',
  periods: [
    { ...period('Trade Board', '2010-05-11'), abbreviation: 'TB' },
    { ...period('Department GONE', null), abbreviation: 'GONE' },
  ],
});
const renamed = organisation('NEW', null, {
  periods: [
    { ...period('Old name', '2020-01-01'), abbreviation: 'ON' },
    { ...period('New name', null), abbreviation: 'NN' },
  ],
});
const all = [ended, renamed];

describe('the names of organisations', () => {
  const begins = (
    name: string,
    abbreviation: string | null,
    existsFrom: string | null,
  ): OrganisationHistory => ({
    slug: 'x',
    existsFrom,
    existsTo: null,
    periods: [{ ...period(name, null), abbreviation }],
  });
  const broken = (name: string, abbreviation: string | null, from: string | null) =>
    namesBroken(begins(name, abbreviation, from), null, all).map(
      ({ pointer, message }) => `${pointer}: ${message}`,
    );

  it('are nobody else’s while in use, however they are written', () => {
    expect(broken('new  NAME', null, '2026-01-01')).toEqual(['/name: New name has this name already']);
    expect(broken('Other', 'nn', null)).toEqual(['/abbreviation: New name has this abbreviation already']);
  });

  it('are nobody else’s after a rename either', () => {
    expect(broken('Old name', 'on', '2026-01-01')).toEqual([
      '/name: New name had this name before',
      '/abbreviation: New name had this abbreviation before',
    ]);
  });

  it('share one space with abbreviations, since a file may give either', () => {
    expect(broken('NN', null, null)).toEqual(['/name: New name has this name already']);
    expect(broken('Other', 'Old name', null)).toEqual([
      '/abbreviation: New name had this abbreviation before',
    ]);
  });

  it('of one that ended may be taken from the day after, former ones too', () => {
    const words = 'had this name until it ended on 7 February 2023. It can be taken from 8 February 2023';
    for (const name of ['Department GONE', 'Trade Board']) {
      for (const from of [null, '2020-01-01', '2023-02-07'])
        expect(broken(name, null, from))
          .withContext(`${name} ${from}`)
          .toEqual([`/name: Department GONE ${words}`]);
      expect(broken(name, null, '2023-02-08'))
        .withContext(name)
        .toEqual([]);
    }
  });

  it('may be what another was called only later, where one ended before that', () => {
    const before = { ...begins('New name', null, '2010-01-01'), existsTo: '2019-12-31' };
    expect(namesBroken(before, null, all)).toEqual([]);
    expect(namesBroken({ ...before, existsTo: '2020-01-01' }, null, all)).not.toEqual([]);
  });

  it('are looked at only where they are new', () => {
    const [taken, other] = [begins('New name', null, null), begins('New name', 'X', null)];
    expect(namesBroken(other, taken, all)).toEqual([]);
    expect(namesBroken({ ...taken, existsFrom: '2020-01-01' }, taken, all)).not.toEqual([]);
  });
});
