import { counts } from './counts.fixture.js';
import { allCounts } from './figures.fixture.js';
import { audienceFigures, officeFigures, organisationFigures } from './figures.js';

const organisation = (slug: string, parent: string | null = null) => ({
  organisation: { slug, name: slug.toUpperCase(), parent },
  counts: counts(0, 0, 1, 0),
});

describe('figures by organisation', () => {
  const all = [organisation('co'), organisation('dft'), organisation('dvla', 'dft')];

  it('set agencies beneath their department', () =>
    expect(organisationFigures(all).map(({ label, level }) => [label, level])).toEqual([
      ['CO', 0],
      ['DFT', 0],
      ['DVLA', 1],
    ]));

  it('let an agency stand alone where its department is not seen', () =>
    expect(organisationFigures(all.slice(2)).map(({ level }) => level)).toEqual([0]));
});

describe('figures by audience', () => {
  it('stand side by side, or alone where one audience is asked for', () => {
    expect(audienceFigures(allCounts()).map(({ key }) => key)).toEqual(['external', 'internal']);
    expect(audienceFigures(allCounts(), 'internal').map(({ key }) => key)).toEqual(['internal']);
  });
});

describe('figures by office', () => {
  it('are of each part on its own, front to back', () =>
    expect(officeFigures(allCounts()).map(({ label, counts: one }) => [label, one.not_recorded])).toEqual([
      ['Front office', 10],
      ['Middle office', 23],
      ['Back office', 24],
    ]));
});
