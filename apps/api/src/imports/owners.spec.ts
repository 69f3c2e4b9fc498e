import { known } from './imports.fixture.js';
import { Owners } from './owners.js';

const once = (name: string, abbreviation: string | null = null) => [{ name, abbreviation }];
const of = (name: string) => `${name.toLowerCase().replaceAll(' ', '-')}-id`;

/** What became of the departments of business, energy and science, in short. */
const organisations = [
  known('Levelling Up', { past: once('Housing', 'MHCLG') }),
  known('Innovation', { abbreviation: 'BIS', ended: true, successors: [of('Business')] }),
  known('Climate', { ended: true, successors: [of('Business')] }),
  known('Business', { abbreviation: 'BEIS', ended: true, successors: [of('Trade'), of('Energy')] }),
  known('Trade', { abbreviation: 'DBT' }),
  known('Energy'),
  known('Foreign', { ended: true, successors: [of('Abroad')] }),
  known('Abroad'),
  known('Gone', { ended: true }),
  known('Old Trade', { ended: true, past: once('DBT'), successors: [of('Energy')] }),
];

function named(text: string, owner: string | null = null): string {
  const found = new Owners(organisations).named(text, owner && of(owner));
  if ('organisation' in found) return `${found.is} ${found.organisation.name}`;
  return 'into' in found ? `${found.is} ${found.into.map(({ name }) => name).join(', ')}` : found.is;
}

describe('an organisation in a file', () => {
  const cases = [
    ['as it is called now', 'Levelling Up', null, 'present Levelling Up'],
    ['by its abbreviation, without case', 'dbt', null, 'present Trade'],
    ['by its slug', 'levelling-up', null, 'present Levelling Up'],
    ['by a former name', 'HOUSING', null, 'former Levelling Up'],
    ['by a former abbreviation', 'MHCLG', null, 'former Levelling Up'],
    ['that has ended in one other', 'Foreign', null, 'former Abroad'],
    ['that has ended in several', 'BEIS', null, 'split Trade, Energy'],
    ['that has ended in several, of a service that is known', 'BEIS', 'Energy', 'former Energy'],
    ['that ended in one that ended in several', 'Innovation', null, 'split Trade, Energy'],
    ['that ended twice over, of a service that is known', 'BIS', 'Trade', 'former Trade'],
    ['that has ended in none', 'Gone', null, 'ended'],
    ['that has ended in none but owns the service still', 'Gone', 'Gone', 'former Gone'],
    ['whose name of today was once that of another', 'DBT', 'Energy', 'present Trade'],
    ['that nobody knows', 'Nowhere', null, 'unknown'],
  ] as const;
  for (const [how, text, owner, what] of cases)
    it(`${how} is ${what}`, () => expect(named(text, owner)).toBe(what));

  it('that goes round in a circle ends nowhere', () => {
    const circle = [
      known('A', { ended: true, successors: [of('B')] }),
      known('B', { ended: true, successors: [of('A')] }),
    ];
    expect(new Owners(circle).named('A', null)).toEqual({ is: 'ended' });
  });

  it('is read as the only successor that the person may see', () => {
    const seen = organisations.filter(({ name }) => name !== 'Energy');
    expect(new Owners(seen).named('Business', null)).toEqual({
      is: 'former',
      organisation: seen.find(({ name }) => name === 'Trade')!,
    });
  });
});
