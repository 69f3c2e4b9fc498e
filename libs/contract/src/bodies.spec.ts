import { ImportQuery } from './imports.js';
import { NewOrganisation, OrganisationChange, OrganisationsQuery } from './organisations.js';
import { PortfolioQuery } from './portfolio.js';
import { NewRecord } from './records.js';
import { NewToken } from './session.js';
import { faults, parsed } from './answers.fixture.js';

describe('a new record', () => {
  const plain = () => ({ stage: 'live', effectiveOn: '2026-01-01' });

  it('needs a stage and a date, and says nothing else unless told', () =>
    expect(parsed(NewRecord, plain())).toEqual({
      read: {
        ...plain(),
        redesignUnderWay: false,
        frontOffice: null,
        middleOffice: null,
        backOffice: null,
        note: null,
        evidenceUrl: null,
      },
    }));

  it('says all that is missing', () => expect(faults(NewRecord, {})).toEqual(['effectiveOn', 'stage']));

  const refused = [
    [{ stage: 'not_recorded' }, 'stage'],
    [{ stage: 'Live' }, 'stage'],
    [{ redesignUnderWay: 'true' }, 'redesignUnderWay'],
    [{ redesignUnderWay: null }, 'redesignUnderWay'],
    [{ frontOffice: 'done' }, 'frontOffice'],
    [{ effectiveOn: '2026-06-31' }, 'effectiveOn'],
    [{ note: 'a\0' }, 'note'],
    [{ note: 'x'.repeat(4001) }, 'note'],
    [{ evidenceUrl: 'javascript:alert(1)' }, 'evidenceUrl'],
    [{ recordedAt: '2026-01-01T00:00:00Z' }, 'recordedAt'],
    [{ recordedBy: 'me' }, 'recordedBy'],
  ] as const;
  for (const [change, field] of refused)
    it(`refuses ${field} as ${JSON.stringify(Object.values(change)[0]).slice(0, 30)}`, () =>
      expect(faults(NewRecord, { ...plain(), ...change })).toEqual([field]));

  it('reads a blank note and link as none', () =>
    expect(parsed(NewRecord, { ...plain(), note: ' \n', evidenceUrl: '' })).toEqual({
      read: jasmine.objectContaining({ note: null, evidenceUrl: null }),
    }));
});

describe('a new organisation', () => {
  const plain = () => ({ name: 'Office of Rail', kind: 'agency' });

  it('needs a name and a kind', () => {
    expect(parsed(NewOrganisation, plain())).toEqual({
      read: { ...plain(), abbreviation: null, parent: null, existsFrom: null },
    });
    expect(faults(NewOrganisation, {})).toEqual(['kind', 'name']);
  });

  it('has an abbreviation of 20 characters at most', () => {
    expect(faults(NewOrganisation, { ...plain(), abbreviation: 'x'.repeat(20) })).toEqual([]);
    expect(faults(NewOrganisation, { ...plain(), abbreviation: 'x'.repeat(21) })).toEqual(['abbreviation']);
  });

  for (const field of ['slug', 'id', 'existsTo', 'services'])
    it(`refuses the unknown field ${field}`, () =>
      expect(faults(NewOrganisation, { ...plain(), [field]: 'x' })).toEqual([field]));

  it('can be changed in one thing alone', () => {
    expect(parsed(OrganisationChange, { parent: null })).toEqual({ read: { parent: null } });
    expect(faults(OrganisationChange, { kind: 'quango', slug: 'x' })).toEqual(['kind', 'slug']);
  });
});

describe('a query', () => {
  it('for organisations is by name unless told', () => {
    expect(parsed(OrganisationsQuery, {})).toEqual({ read: { page: 1, pageSize: 50, sort: 'name' } });
    expect(faults(OrganisationsQuery, { sort: 'kind', audience: 'internal' })).toEqual(['audience', 'sort']);
  });

  it('for the portfolio takes organisations once or again', () => {
    expect(parsed(PortfolioQuery, { organisation: 'dwp' })).toEqual({ read: { organisation: ['dwp'] } });
    expect(faults(PortfolioQuery, { on: 'today', page: '1' })).toEqual(['on', 'page']);
  });

  it('for an import says the kind and whether to check or to apply', () => {
    expect(parsed(ImportQuery, { kind: 'services', mode: 'check' })).toEqual({
      read: { kind: 'services', mode: 'check' },
    });
    expect(faults(ImportQuery, {})).toEqual(['kind', 'mode']);
    expect(faults(ImportQuery, { kind: 'people', mode: 'try', dryRun: '1' })).toEqual([
      'dryRun',
      'kind',
      'mode',
    ]);
  });

  it('for an import of barriers says nothing that only services have', () => {
    const barriers = { kind: 'barriers', mode: 'check' };
    expect(parsed(ImportQuery, barriers)).toEqual({ read: barriers });
    for (const one of [{ createOrganisations: 'false' }, { columns: '{}' }])
      expect(faults(ImportQuery, { ...barriers, ...one })).toEqual(['kind']);
  });

  it('for an import says whether to create organisations by true or false, nothing else', () => {
    const asked = (createOrganisations: string) =>
      parsed(ImportQuery, { kind: 'services', mode: 'apply', createOrganisations });
    expect(asked('true')).toEqual({ read: { kind: 'services', mode: 'apply', createOrganisations: true } });
    expect(asked('false')).toEqual({ read: { kind: 'services', mode: 'apply', createOrganisations: false } });
    for (const text of ['', '1', 'TRUE', 'yes'])
      expect(asked(text)).toEqual({ refused: [jasmine.any(String)] });
  });
});

describe('a new token', () => {
  it('only reads unless made otherwise', () =>
    expect(parsed(NewToken, { name: 'Power BI' })).toEqual({ read: { name: 'Power BI', write: false } }));
  it('is named, and has no other say in itself', () =>
    expect(faults(NewToken, { write: 1, token: 'x', role: 'admin' })).toEqual([
      'name',
      'role',
      'token',
      'write',
    ]));
});
