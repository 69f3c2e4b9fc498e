import { known as organisation, planned as plan, service } from './imports.fixture.js';

describe('an organisation by a name of the past', () => {
  const trade = organisation('Trade');
  const energy = organisation('Energy');
  const business = organisation('Business', { ended: true, successors: [trade.id, energy.id] });
  const abroad = organisation('Abroad', { past: [{ name: 'Foreign Office', abbreviation: 'FO' }] });
  const organisations = [trade, energy, business, abroad];

  it('is read as what it is called now, and that is said once for all rows', () => {
    const rows = [
      { reference: 'A-1', organisation: 'Foreign Office' },
      { reference: 'A-2', organisation: 'foreign office' },
      { reference: 'A-3', organisation: 'FO' },
    ];
    const planned = plan(rows, { organisations });
    expect(planned.rows.map((one) => one.organisation)).toEqual([abroad.id, abroad.id, abroad.id]);
    expect(planned.said).toEqual([
      '2 Organisation warning former_name',
      '4 Organisation warning former_name',
    ]);
    expect(planned.messages[0]).toBe('Foreign Office is read as Abroad');
  });

  it('that another has by now is read by the date of the row', () => {
    const old = organisation('Health Board', {
      ...{ ended: true, existsTo: '2016-07-14', successors: [energy.id] },
    });
    const young = {
      ...organisation('Health Board', { existsFrom: '2020-01-01' }),
      id: 'young-id',
      slug: 'young',
    };
    const named = { organisation: 'Health Board', stage: 'live' as const };
    const rows = [
      { ...named, name: 'One', reference: 'N-1', stageReachedOn: '2015-01-01' },
      { ...named, name: 'Two', reference: 'N-2', stageReachedOn: '2021-01-01' },
      // Nobody was called so then.
      { ...named, name: 'Three', reference: 'N-3', stageReachedOn: '2018-01-01' },
      // The file is of a later day than what the row tells.
      {
        ...named,
        name: 'Four',
        reference: 'N-4',
        stageReachedOn: '2015-01-01',
        knownAt: '2024-01-01T00:00:00.000Z',
      },
      // A row as Headway writes it: its service is by now the other’s.
      { ...named, name: 'Five', stageReachedOn: '2015-01-01', reference: 'Y-5' },
    ];
    const services = [service({ reference: 'Y-5', name: 'Five', organisationId: young.id })];
    const { rows: read } = plan(rows, { organisations: [energy, old, young], services });
    expect(read.map((one) => one.organisation)).toEqual([energy.id, young.id, young.id, young.id, young.id]);
  });

  it('that was split names those it became, where the service is not known', () => {
    const { said, messages } = plan([{ organisation: 'Business' }], { organisations });
    expect(said).toEqual(['2 Organisation error organisation_split']);
    expect(messages).toEqual(['Business became Trade and Energy: give the one that the service belongs to']);
  });

  it('that was split is that of the service, where it is known', () => {
    const services = [service({ organisationId: energy.id, organisationName: 'Energy' })];
    const planned = plan([{ organisation: 'Business' }], { organisations, services });
    expect([planned.outcome, planned.said]).toEqual([['unchanged'], ['2 Organisation warning former_name']]);
  });

  it('is not added anew', () => {
    const planned = plan([{ organisation: 'Foreign Office' }], { organisations, createOrganisations: true });
    expect([planned.newOrganisations, planned.rows.length]).toEqual([[], 1]);
  });

  it('that has ended, and nothing in its place, is refused', () =>
    expect(
      plan([{ organisation: 'Gone' }], { organisations: [organisation('Gone', { ended: true })] }).said,
    ).toEqual(['2 Organisation error organisation_ended']));
});

describe('blank cells', () => {
  const full = (id: string, reference: string) =>
    service({
      id,
      reference,
      name: reference,
      address: 'https://a.example',
      owner: 'A Wren',
      opensOn: '2020-01-01',
    });
  const services = [full('s1', 'T-1'), full('s2', 'T-2')];

  it('wipe nothing, and that is said once for each column where something is known', () => {
    const blank = new Set(['address', 'owner', 'description', 'note'] as const);
    const rows = [
      { reference: 'T-1', name: 'T-1', blank, opensOn: '2020-01-01' },
      { reference: 'T-2', name: 'T-2', blank, opensOn: '2020-01-01' },
    ];
    const planned = plan(rows, { services });
    expect(planned.outcome).toEqual(['unchanged', 'unchanged']);
    expect(planned.said).toEqual([
      '2 Service address warning left_as_it_is',
      '2 Senior responsible owner warning left_as_it_is',
    ]);
    expect(planned.messages[0]).toBe(
      'Service address is blank here and in 1 more row: what is known stays. Clear it on the page of the service',
    );
  });
});

describe('blank evidence', () => {
  const record = {
    sequence: 1,
    effectiveOn: '2024-01-01',
    stage: 'in_progress',
    redesignUnderWay: false,
    frontOffice: null,
    middleOffice: null,
    backOffice: null,
    note: null,
    evidenceUrl: 'https://a.example',
  } as const;
  const services = [service({ records: [record] })];
  const blank = new Set(['evidenceUrl'] as const);

  it('stays with what is in force, and not with what takes its place', () => {
    expect(plan([{ stage: 'in_progress', blank }], { services }).said).toEqual([
      '2 Evidence warning left_as_it_is',
    ]);
    expect(plan([{ stage: 'live', blank }], { services }).said).toEqual([]);
  });
});

describe('the organisations that a file is about', () => {
  it('are those of its rows, broken ones too, that the person may import for', () => {
    const broken = [{ row: 9, reference: null, name: null, organisation: 'MOD' }];
    expect(plan([{}], {}, broken).organisations).toEqual(['defence-id', 'treasury-id']);
    const mine = (id: string) => id === 'treasury-id';
    expect(plan([{}], { mayImport: mine }, broken).organisations).toEqual(['treasury-id']);
  });
});
