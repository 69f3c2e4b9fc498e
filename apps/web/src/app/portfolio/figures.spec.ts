import { present } from '@headway/domain';
import { portfolioOf } from './portfolio.fixture';
import { audienceFigures, officeFigures, organisationFigures } from './figures';

const everything = { ...present, organisation: [], audience: null, compareWith: null };

describe('figures by organisation', () => {
  it('set agencies beneath their department', () => {
    const lines = organisationFigures(portfolioOf()).map(({ label, level }) => [label, level]);
    expect(lines).toEqual([
      ['Cabinet Office', 0],
      ['Department for Transport', 0],
      ['Driver and Vehicle Licensing Agency', 1],
    ]);
  });

  it('let an agency stand alone where its department is not seen', () => {
    const portfolio = portfolioOf();
    const only = portfolio.byOrganisation.filter(({ organisation }) => organisation.parent !== null);
    expect(organisationFigures({ ...portfolio, byOrganisation: only }).map(({ level }) => level)).toEqual([
      0,
    ]);
  });
});

describe('figures by audience', () => {
  it('stand side by side, or alone where the view holds one audience', () => {
    expect(audienceFigures(portfolioOf(), everything).map(({ key }) => key)).toEqual([
      'external',
      'internal',
    ]);
    expect(audienceFigures(portfolioOf(), { ...everything, audience: 'internal' }).length).toBe(1);
  });
});

describe('figures by office', () => {
  it('are of each part on its own, front to back', () =>
    expect(officeFigures(portfolioOf()).map(({ label, counts }) => [label, counts.not_recorded])).toEqual([
      ['Front office', 10],
      ['Middle office', 23],
      ['Back office', 24],
    ]));
});
