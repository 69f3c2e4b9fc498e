import { TestBed } from '@angular/core/testing';
import { counts, portfolioOf } from '../portfolio/portfolio.fixture';
import { organisationOf } from './organisations.fixture';
import { open } from './organisations-pages.fixture';

const beis = organisationOf('BEIS', {
  existsFrom: '2016-07-14',
  existsTo: '2023-02-07',
  predecessors: [{ slug: 'bis', name: 'Business', abbreviation: 'BIS', on: '2016-07-14' }],
  successors: [{ slug: 'dbt', name: 'Trade', abbreviation: 'DBT', on: '2023-02-07' }],
  formerNames: [{ name: 'Industry', abbreviation: 'I', untilOn: '2018-01-09' }],
});

describe('the departments page', () => {
  it('leads admins to a reorganisation, and everybody to those that have ended', async () => {
    const admin = await open('/departments');
    await admin.list([organisationOf('A')]);
    expect(admin.links()).toEqual(
      jasmine.arrayContaining(['/departments/reorganise', '/departments/ended', '/departments/a']),
    );
    TestBed.resetTestingModule();
    const viewer = await open('/departments', 'viewer');
    await viewer.list([organisationOf('A')]);
    expect(viewer.links()).toContain('/departments/ended');
    expect(viewer.links()).not.toContain('/departments/reorganise');
  });
});

describe('the page of those that have ended', () => {
  it('says when, and what each became', async () => {
    const { text, links, list } = await open('/departments/ended');
    await list([], [beis]);
    expect(text()).toContain('Department BEIS7 February 2023Trade');
    expect(links()).toEqual(jasmine.arrayContaining(['/departments/beis', '/departments/dbt']));
  });

  it('says so where none has', async () => {
    const { list, text } = await open('/departments/ended');
    await list([], []);
    expect(text()).toContain('No organisation that you can see has ended.');
  });
});

describe('the page of a department', () => {
  it('tells of one that has ended what it was and became, whichever answer comes first', async () => {
    const { http, harness, text, links, list } = await open('/departments/beis');
    http.expectOne('/api/organisations/beis').flush(beis);
    await list([organisationOf('DBT')]);
    await harness.fixture.whenStable();
    for (const said of [
      'It ended on 7 February 2023.',
      'Was formed fromBusiness, 14 July 2016',
      'BecameTrade, 7 February 2023',
      'Industry (I), until 9 January 2018',
      'Its services on its last day, 6 February 2023',
    ])
      expect(text()).toContain(said);
    expect(links()).toEqual(
      jasmine.arrayContaining([
        '/departments/bis',
        '/departments/dbt',
        '/services?organisation=beis&on=2023-02-06&boundaries=then',
      ]),
    );
    expect(text()).not.toContain('How far its services have got');
  });

  it('tells what it was part of, and until when', async () => {
    const { http, harness, text, links, list } = await open('/departments/ch');
    const formerParents = [
      { parent: null, untilOn: '2011-07-18' },
      { parent: { slug: 'beis', name: 'Business and Energy', abbreviation: 'BEIS' }, untilOn: '2023-02-07' },
    ];
    const ch = organisationOf('CH', { formerParents });
    http.expectOne('/api/organisations/ch').flush(ch);
    await list([ch]);
    await harness.fixture.whenStable();
    expect(text()).toContain('Was part of No other organisation, until 18 July 2011');
    expect(text()).toContain('Business and Energy, until 7 February 2023');
    expect(links()).toContain('/departments/beis');
  });

  it('puts its shares beside those of all of government', async () => {
    const { http, settle, page, list } = await open('/departments/dbt', 'oversight');
    http.expectOne('/api/organisations/dbt').flush(organisationOf('DBT'));
    await list([organisationOf('DBT')]);
    http
      .expectOne('/api/portfolio?organisation=dbt')
      .flush(portfolioOf({ total: counts({ live: 3, in_progress: 1, not_recorded: 2 }) }));
    http.expectOne('/api/portfolio').flush(portfolioOf({ total: counts({ live: 1, in_progress: 3 }) }));
    await settle();
    const rows = [...page().querySelectorAll('hw-stage-figures tr')].map((row) =>
      [...row.querySelectorAll('th:not([scope="row"]), td')].map((cell) => cell.textContent!.trim()),
    );
    expect(rows[0]).toEqual(['Stage', 'Services', 'Share of recorded', 'Across government']);
    expect(rows.slice(1, 4).map((row) => row.slice(1))).toEqual([
      ['0%', '0%'],
      ['25%', '75%'],
      ['75%', '25%'],
    ]);
  });

  it('asks for nothing of all of government for whoever sees only some', async () => {
    const { http, settle, text, list } = await open('/departments/dbt', 'digital_lead', {
      organisations: ['an-id'],
    });
    http.expectOne('/api/organisations/dbt').flush(organisationOf('DBT'));
    await list([organisationOf('DBT')]);
    http.expectOne('/api/portfolio?organisation=dbt').flush(portfolioOf());
    http.expectNone('/api/portfolio');
    await settle();
    expect(text()).toContain('Share of recorded');
    expect(text()).not.toContain('Across government');
  });

  it('warns before it saves what changes the past, and says how many services', async () => {
    const a = organisationOf('A', { services: 2 });
    const ax = organisationOf('AX', {
      parent: { slug: 'a', name: 'Department A', abbreviation: 'A' },
      services: 4,
    });
    const axy = organisationOf('AXY', {
      parent: { slug: 'ax', name: 'AX', abbreviation: null },
      services: 2,
    });
    const { http, list, type, tick, submit, wrong, text, links, settle } =
      await open('/departments/ax/change');
    http.expectOne('/api/organisations/ax').flush(ax);
    await list([a, ax, axy, organisationOf('B')]);
    expect(text()).not.toContain('This changes the past.');
    await type('parent', 'b');
    expect(text()).toContain(
      'This changes the past. 6 services of Department AX and of what is below it will count with Department B on every date and with Department A on none, those of years ago too.',
    );
    expect(links()).toContain('/departments/reorganise/move?organisation=ax');
    await submit();
    expect(wrong()).toEqual([['Say that it was always so, or record a reorganisation instead', '#always']]);
    http.expectNone('/api/organisations/ax');
    await tick('yes');
    await submit();
    const sent = http.expectOne({ method: 'PATCH', url: '/api/organisations/ax' });
    expect(sent.request.body.parent).toBe('b');
    await settle();
  });

  it('asks nothing more where only a name is corrected', async () => {
    const { http, list, type, submit, settle } = await open('/departments/a/change');
    http.expectOne('/api/organisations/a').flush(organisationOf('A'));
    await list([organisationOf('A')]);
    await type('name', 'Department of A');
    await submit();
    http.expectOne({ method: 'PATCH', url: '/api/organisations/a' });
    await settle();
  });

  it('says that a change of details is a correction, and leads to a rename from a date', async () => {
    const { http, harness, links } = await open('/departments/a/change');
    http.expectOne('/api/organisations/a').flush(organisationOf('A'));
    await harness.fixture.whenStable();
    expect(links()).toContain('/departments/reorganise/rename?organisation=a');
    expect(links()).toContain('/departments/reorganise/move?organisation=a');
  });
});
