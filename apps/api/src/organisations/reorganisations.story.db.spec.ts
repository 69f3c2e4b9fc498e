import type { Trend } from '@headway/contract';
import { type TestApp, testApp } from '../testing/app.js';
import {
  type Reorganiser,
  ownedService,
  quarterEnds,
  reorganiser,
  totals,
} from './reorganisations.fixture.js';

const department = (name: string, abbreviation: string) => ({
  name,
  abbreviation,
  kind: 'ministerial_department' as const,
});

/** What really happened, in the order in which it did. */
const story: readonly object[] = [
  {
    kind: 'merge',
    on: '2016-07-14',
    organisations: ['bis', 'decc'],
    into: department('Department for Business, Energy and Industrial Strategy', 'BEIS'),
  },
  {
    kind: 'merge',
    on: '2020-09-02',
    organisations: ['dfid', 'fco'],
    into: department('Foreign, Commonwealth and Development Office', 'FCDO'),
  },
  {
    kind: 'rename',
    on: '2021-09-20',
    organisation: 'mhclg',
    name: 'Department for Levelling Up, Housing and Communities',
    abbreviation: 'DLUHC',
  },
  {
    kind: 'split',
    on: '2023-02-07',
    organisation: 'department-for-business-energy-and-industrial-strategy',
    parts: [
      { into: department('Department for Business and Trade', 'DBT'), organisations: ['ch'] },
      { into: department('Department for Energy Security and Net Zero', 'DESNZ'), services: ['DECC-2'] },
      {
        into: department('Department for Science, Innovation and Technology', 'DSIT'),
        services: ['BIS-3'],
        organisations: ['ipo'],
      },
    ],
  },
  { kind: 'merge', on: '2023-02-07', organisations: ['dit'], into: 'department-for-business-and-trade' },
  {
    kind: 'transfer',
    on: '2023-02-07',
    from: 'dcms',
    to: 'department-for-science-innovation-and-technology',
    services: ['DCMS-2'],
  },
  {
    kind: 'rename',
    on: '2024-07-09',
    organisation: 'mhclg',
    name: 'Ministry of Housing, Communities and Local Government',
    abbreviation: 'MHCLG',
  },
];

describe('what happened to departments from 2016 to 2024', () => {
  let headway: TestApp;
  let admin: Reorganiser;
  let before: unknown[];

  beforeAll(async () => {
    headway = await testApp();
    admin = await reorganiser(headway);
    await headway.source.query(
      `INSERT INTO organisation (slug, name, abbreviation, kind, exists_from) VALUES
         ('bis', 'Department for Business, Innovation and Skills', 'BIS', 'ministerial_department', '2009-06-05'),
         ('decc', 'Department of Energy and Climate Change', 'DECC', 'ministerial_department', '2008-10-03'),
         ('dfid', 'Department for International Development', 'DFID', 'ministerial_department', '1997-05-03'),
         ('fco', 'Foreign and Commonwealth Office', 'FCO', 'ministerial_department', '1990-01-01'),
         ('dit', 'Department for International Trade', 'DIT', 'ministerial_department', '2016-07-14'),
         ('dcms', 'Department for Digital, Culture, Media and Sport', 'DCMS', 'ministerial_department', '-infinity'),
         ('mhclg', 'Ministry of Housing, Communities and Local Government', 'MHCLG', 'ministerial_department',
           '-infinity');
       INSERT INTO organisation (slug, name, abbreviation, kind, parent_id)
         SELECT slug, name, abbreviation, 'agency', parent.id
         FROM (VALUES ('ch', 'Companies House', 'CH'), ('ipo', 'Intellectual Property Office', 'IPO'))
           AS given (slug, name, abbreviation), (SELECT id FROM organisation WHERE slug = 'bis') parent`,
    );
    const owners = { bis: 4, decc: 2, dfid: 2, fco: 3, dit: 2, dcms: 3, mhclg: 2, ch: 2, ipo: 1 };
    for (const [slug, services] of Object.entries(owners))
      for (let n = 1; n <= services; n++) await ownedService(headway, `${slug.toUpperCase()}-${n}`, [slug]);
    before = await totals(admin, 2015);
    for (const change of story) await admin.make(change);
  }, 60_000);
  afterAll(() => headway.close());

  /** What counts at the top on a day, by the names of that day. */
  const departments = async (on: string, boundaries: 'then' | 'today' = 'then') =>
    Object.fromEntries(
      (await admin.portfolio(on, boundaries)).byOrganisation
        .filter(({ organisation: { parent } }) => parent === null)
        .map(({ organisation, counts }) => [organisation.abbreviation, counts.services]),
    ) as Record<string, number>;

  it('leaves every total as it was, by the boundaries of then and of today', async () => {
    expect(await totals(admin, 2015)).toEqual(before);
    expect(quarterEnds(2015).length).toBeGreaterThan(40);
  }, 60_000);

  const dates: readonly (readonly [string, Record<string, number>])[] = [
    ['2016-07-13', { BIS: 7, DECC: 2, DFID: 2, FCO: 3, DCMS: 3, MHCLG: 2 }],
    ['2016-07-14', { BEIS: 9, DFID: 2, FCO: 3, DIT: 2, DCMS: 3, MHCLG: 2 }],
    ['2020-09-01', { BEIS: 9, DFID: 2, FCO: 3, DIT: 2, DCMS: 3, MHCLG: 2 }],
    ['2020-09-02', { BEIS: 9, FCDO: 5, DIT: 2, DCMS: 3, MHCLG: 2 }],
    ['2021-09-19', { BEIS: 9, FCDO: 5, DIT: 2, DCMS: 3, MHCLG: 2 }],
    ['2021-09-20', { BEIS: 9, FCDO: 5, DIT: 2, DCMS: 3, DLUHC: 2 }],
    ['2023-02-06', { BEIS: 9, FCDO: 5, DIT: 2, DCMS: 3, DLUHC: 2 }],
    ['2023-02-07', { DBT: 8, DESNZ: 1, DSIT: 3, FCDO: 5, DCMS: 2, DLUHC: 2 }],
    ['2024-07-08', { DBT: 8, DESNZ: 1, DSIT: 3, FCDO: 5, DCMS: 2, DLUHC: 2 }],
    ['2024-07-09', { DBT: 8, DESNZ: 1, DSIT: 3, FCDO: 5, DCMS: 2, MHCLG: 2 }],
  ];
  for (const [on, expected] of dates)
    it(`shows on ${on} who was there then`, async () => {
      // Services that were written down as DIT's count as its own before it began too.
      const shown = await departments(on);
      if (on < '2016-07-14') delete shown['DIT'];
      expect(shown).toEqual(expected);
    });

  it("shows by today's boundaries who is there today, on whatever day", async () => {
    for (const on of ['2016-06-30', '2020-12-31', '2023-03-31'])
      expect(await departments(on, 'today')).toEqual({
        DBT: 8,
        DESNZ: 1,
        DSIT: 3,
        FCDO: 5,
        DCMS: 2,
        MHCLG: 2,
      });
  });

  it("draws unbroken lines on today's boundaries, and on those of the time who was there, by its name", async () => {
    const lines = async (boundaries: 'then' | 'today') => {
      const path = `/api/portfolio/trend?from=2016-17-Q1&to=2024-25-Q2&boundaries=${boundaries}`;
      const { byOrganisation } = await admin.get<Trend>(path);
      return new Map(
        byOrganisation
          .filter(({ organisation: { parent } }) => parent === null)
          .map(({ organisation, quarters }) => [organisation.abbreviation, quarters]),
      );
    };
    const today = await lines('today');
    expect([...today.keys()].toSorted()).toEqual(['DBT', 'DCMS', 'DESNZ', 'DSIT', 'FCDO', 'MHCLG']);
    for (const [abbreviation, quarters] of today)
      expect(new Set(quarters.map((one) => one?.counts.services)).size)
        .withContext(abbreviation!)
        .toBe(1);

    const then = await lines('then');
    const there = (abbreviation: string) =>
      then.get(abbreviation)!.flatMap((one, n) => (one ? [`${n}: ${one.counts.services}`] : []));
    // Quarter 0 ends in June 2016, quarter 26 in December 2022.
    expect(there('BIS')).toEqual(['0: 7']);
    expect([there('BEIS')[0], there('BEIS').at(-1), there('BEIS').length]).toEqual(['1: 9', '26: 9', 26]);
    expect([there('DSIT')[0], there('DSIT').at(-1)]).toEqual(['27: 3', '33: 3']);
    const names = then.get('MHCLG')!.map((one) => one!.name);
    expect([names[20], names[21], names[32], names[33]].map((name) => name!.slice(0, 10))).toEqual([
      'Ministry o',
      'Department',
      'Department',
      'Ministry o',
    ]);
  });

  it('says what became of each, and of what each was formed', async () => {
    const told = async (slug: string) => {
      const { existsFrom, existsTo, predecessors, successors, formerNames } = await admin.organisation(slug);
      const names = (all: readonly { abbreviation: string | null; on: string }[]) =>
        all.map(({ abbreviation, on }) => `${abbreviation} ${on}`);
      return {
        exists: `${existsFrom ?? ''} to ${existsTo ?? ''}`.trim(),
        from: names(predecessors),
        to: names(successors),
        was: formerNames.map(({ abbreviation, untilOn }) => `${abbreviation} until ${untilOn}`),
      };
    };
    expect(await told('bis')).toEqual({
      exists: '2009-06-05 to 2016-07-14',
      from: [],
      to: ['BEIS 2016-07-14'],
      was: [],
    });
    expect(await told('department-for-business-energy-and-industrial-strategy')).toEqual({
      exists: '2016-07-14 to 2023-02-07',
      from: ['BIS 2016-07-14', 'DECC 2016-07-14'],
      to: ['DBT 2023-02-07', 'DESNZ 2023-02-07', 'DSIT 2023-02-07'],
      was: [],
    });
    expect(await told('department-for-business-and-trade')).toEqual({
      exists: '2023-02-07 to',
      from: ['BEIS 2023-02-07', 'DIT 2023-02-07'],
      to: [],
      was: [],
    });
    expect((await told('dcms')).to).toEqual([]);
    expect((await told('mhclg')).was).toEqual(['MHCLG until 2021-09-20', 'DLUHC until 2024-07-09']);
  });

  it('has agencies move with what they are part of', async () => {
    expect((await admin.organisation('ch')).parent!.abbreviation).toBe('DBT');
    expect((await admin.organisation('ipo')).parent!.abbreviation).toBe('DSIT');
    expect((await admin.organisation('ch')).formerNames).toEqual([]);
  });

  it('lists those that are there, and those that have ended where asked', async () => {
    const listed = async (query: string) =>
      (await admin.get<{ items: { abbreviation: string }[] }>(`/api/organisations${query}`)).items.map(
        ({ abbreviation }) => abbreviation,
      );
    expect((await listed('')).toSorted()).toEqual(
      ['CH', 'DBT', 'DCMS', 'DESNZ', 'DSIT', 'FCDO', 'IPO', 'MHCLG'].toSorted(),
    );
    expect(await listed('?ended=true')).toEqual(['BEIS', 'BIS', 'DFID', 'DIT', 'DECC', 'FCO']);
    expect(
      (await headway.ask('GET', '/api/organisations?ended=false', { token: admin.token })).statusCode,
    ).toBe(400);
  });

  it('tells of a service whose it was, by the names of the time', async () => {
    const { items } = await admin.get<{
      items: { organisation: { abbreviation: string }; fromOn: string | null; toOn: string | null }[];
    }>('/api/services/BIS-3/ownership');
    expect(items.map(({ organisation, fromOn, toOn }) => [organisation.abbreviation, fromOn, toOn])).toEqual([
      ['BIS', null, '2016-07-14'],
      ['BEIS', '2016-07-14', '2023-02-07'],
      ['DSIT', '2023-02-07', null],
    ]);
  });
});
