import { planned as plan, service } from './imports.fixture.js';

describe('the services that a file is about', () => {
  it('are created, updated or unchanged', () => {
    const services = [service(), service({ id: 'service-2', reference: 'T-2', name: 'Old name' })];
    const rows = [{ reference: 'T-1' }, { reference: 'T-2' }, { reference: 'T-3' }];
    expect(plan(rows, { services }).outcome).toEqual(['unchanged', 'updated', 'created']);
  });

  it('are found by reference, without case', () => {
    const { rows, outcome } = plan([{ reference: 't-1', name: 'New name' }], { services: [service()] });
    expect([rows[0]!.known?.id, outcome]).toEqual(['service-1', ['updated']]);
  });

  it('are found by name within their organisation where a row has no reference', () => {
    const { rows, outcome } = plan([{ reference: null, name: 'CLAIM  a grant' }], { services: [service()] });
    expect([rows[0]!.known?.id, outcome]).toEqual(['service-1', ['updated']]);
  });

  it('are not found by the same name in another organisation', () =>
    expect(plan([{ reference: null, organisation: 'MOD' }], { services: [service()] }).outcome).toEqual([
      'created',
    ]));

  it('are not found by name where a row has another reference', () =>
    expect(plan([{ reference: 'T-9' }], { services: [service()] }).outcome).toEqual(['created']));

  it('are unchanged where their own export comes back', () => {
    const known = service({ transactionsAYear: 7, address: 'https://a.example' });
    const { outcome, said } = plan([{ transactionsAYear: 7, address: 'https://a.example' }], {
      services: [known],
    });
    expect([outcome, said]).toEqual([['unchanged'], []]);
  });

  it('keep their organisation, and say whose they are where a row differs', () => {
    const { rows, said, messages } = plan([{ organisation: 'MOD' }], { services: [service()] });
    expect([rows, said]).toEqual([[], ['2 Organisation error organisation_differs']]);
    expect(messages).toEqual(['The service belongs to Treasury']);
  });

  it('are not told of where they are of an organisation that the person may not change', () => {
    const { said, messages } = plan([{ organisation: 'MOD' }], {
      services: [service()],
      mayImport: (id) => id === 'defence-id',
    });
    expect(said).toEqual(['2 Reference error reference_refused']);
    expect(messages.join()).not.toContain('Treasury');
  });
});

describe('a service that comes twice in a file', () => {
  const cases = [
    ['by one reference, in another case', [{ reference: 'T-9' }, { reference: 't-9' }], 'Reference'],
    [
      'by one name, without references',
      [{ reference: null }, { reference: null, name: 'claim a GRANT' }],
      'Service name',
    ],
    [
      'by reference and by name, where it is known',
      [{ reference: 'T-1' }, { reference: null }],
      'Service name',
    ],
    ['by a new reference and by name', [{ reference: 'T-9' }, { reference: null }], 'Service name'],
    ['by name and by a new reference', [{ reference: null }, { reference: 'T-9' }], 'Reference'],
    ['by name and by reference, where it is known', [{ reference: null }, { reference: 'T-1' }], 'Reference'],
  ] as const;
  for (const [how, rows, column] of cases)
    it(`${how} is refused, and the earlier row is named`, () => {
      const { said, messages } = plan(rows, { services: [service()] });
      expect(said).toEqual([`3 ${column} error service_repeated`]);
      expect(messages).toEqual(['Row 2 is about the same service']);
    });

  it('is refused in a new organisation too', () => {
    const rows = [
      { reference: null, organisation: 'Office of Tea' },
      { reference: null, organisation: 'office of  tea' },
    ];
    expect(plan(rows, { createOrganisations: true }).said).toEqual(['3 Service name error service_repeated']);
  });

  it('is refused by name where two services have it, and the reference is asked for', () => {
    const services = [service(), service({ id: 'service-2', reference: 'T-2' })];
    const { said, messages } = plan([{ reference: null }], { services });
    expect(said).toEqual(['2 Service name error name_ambiguous']);
    expect(messages).toEqual(['2 services have this name: give the reference']);
  });

  it('is two where one name is of two organisations', () =>
    expect(plan([{ reference: null }, { reference: null, organisation: 'MOD' }]).outcome).toEqual([
      'created',
      'created',
    ]));

  it('is two where one name has two references', () =>
    expect(plan([{ reference: 'T-8' }, { reference: 'T-9' }]).outcome).toEqual(['created', 'created']));
});

describe('the organisation that a row names', () => {
  for (const name of ['Treasury', 'TREASURY', 'hmt', 'treasury', '  Treasury '])
    it(`can be called ${JSON.stringify(name)}`, () =>
      expect(plan([{ organisation: name }]).rows[0]!.organisation).toBe('treasury-id'));

  it('can be called by its slug', () =>
    expect(plan([{ organisation: 'ministry-of-defence' }]).rows[0]!.organisation).toBe('defence-id'));

  it('must be known', () => {
    const { rows, said, messages } = plan([{ organisation: 'Office of Tea' }]);
    expect([rows, said]).toEqual([[], ['2 Organisation error unknown_organisation']]);
    expect(messages).toEqual(['There is no organisation Office of Tea here']);
  });

  it('must be one that the person may change', () => {
    const { rows, said, messages } = plan([{}, { reference: 'D-1', organisation: 'MOD' }], {
      mayImport: (id) => id === 'defence-id',
    });
    expect(rows.map((one) => one.row.row)).toEqual([3]);
    expect(said).toEqual(['2 Organisation error not_allowed']);
    expect(messages).toEqual(['You may not change services of Treasury']);
  });

  it('is checked even in a row that is broken otherwise', () =>
    expect(
      plan([], { mayImport: () => false }, [
        { row: 4, reference: null, name: null, organisation: 'Nowhere' },
        { row: 7, reference: null, name: null, organisation: 'HMT' },
      ]).said,
    ).toEqual(['4 Organisation error unknown_organisation', '7 Organisation error not_allowed']));
});

describe('an organisation that is not known, where the file may create it', () => {
  const createOrganisations = true;

  it('is created once, as first written', () => {
    const rows = [
      { reference: 'A-1', organisation: 'Office of Tea' },
      { reference: 'A-2', organisation: 'OFFICE OF  TEA' },
      { reference: 'A-3' },
    ];
    const planned = plan(rows, { createOrganisations });
    expect(planned.newOrganisations).toEqual(['Office of Tea']);
    expect(planned.rows.map(({ organisation }) => organisation)).toEqual([
      'Office of Tea',
      'Office of Tea',
      'treasury-id',
    ]);
    expect(planned.said).toEqual([]);
  });

  it('is not created for a row that is broken', () => {
    const planned = plan([], { createOrganisations }, [
      { row: 2, reference: null, name: null, organisation: 'Office of Tea' },
    ]);
    expect([planned.newOrganisations, planned.said]).toEqual([[], []]);
  });

  it('does not take a service away from its own', () =>
    expect(
      plan([{ organisation: 'Office of Tea' }], { createOrganisations, services: [service()] }).said,
    ).toEqual(['2 Organisation error organisation_differs']));
});

describe('a file with nothing in it', () => {
  it('comes to nothing', () => expect(plan([]).rows).toEqual([]));
});
