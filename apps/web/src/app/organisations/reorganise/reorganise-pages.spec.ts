import { TestBed } from '@angular/core/testing';
import { Flash } from '../../platform/flash';
import { problemOf } from '../../platform/problem';
import { organisationOf } from '../organisations.fixture';
import { open } from '../organisations-pages.fixture';
import { reorganised, reportOf } from './report.fixture';

const parent = { slug: 'a', name: 'Department A', abbreviation: 'A' };
const all = [
  ...['A', 'B', 'BIS', 'DECC'].map((one) => organisationOf(one)),
  organisationOf('AX', { parent }),
];
const ended = [organisationOf('OLD', { existsTo: '2016-07-14' })];
const checks = '/api/organisations/reorganisations?mode=check';
const applies = '/api/organisations/reorganisations?mode=apply';

describe('a reorganisation, page by page', () => {
  it('begins with what changes', async () => {
    const { heading, submit, wrong, tick, main, arrived, list } = await open(
      '/departments/reorganise?organisation=a',
    );
    expect(heading()).toBe('What changes?');
    expect(main().textContent).toContain('One organisation or more end');
    await submit();
    expect(wrong()).toEqual([['Select what changes', '#kind']]);
    await tick('rename');
    await submit();
    await arrived('hw-reorganisation-page');
    await list(all, ended);
    expect(heading()).toBe('Rename an organisation');
  });

  it('is typed, looked at, and made just as it was seen', async () => {
    const { http, list, tick, type, date, submit, settle, heading, text, press } = await open(
      '/departments/reorganise/merge',
    );
    await list(all, ended);
    await tick('bis');
    await tick('decc');
    await date('14', 'Jul', '2016');
    await type('into', '*');
    await type('into-name', 'BEIS');
    await tick('ministerial_department');
    await submit();
    const looked = http.expectOne(checks);
    const request = {
      kind: 'merge',
      on: '2016-07-14',
      note: null,
      organisations: ['bis', 'decc'],
      into: { name: 'BEIS', abbreviation: null, kind: 'ministerial_department', parent: null },
    };
    expect(looked.request.body).toEqual(request);
    looked.flush(reportOf());
    await settle();
    expect(heading()).toBe('Check what would change');
    for (const said of [
      'Nothing has been saved yet.',
      '3 services to BEIS, 1 of them closed',
      'Find an apprentice (BIS-002), from BIS, closed',
      'CH becomes part of BEIS, no longer of BIS',
      '2 open barriers of the organisation itself go along',
      'All totals stay as they are.',
      'Digital lead of BIS',
      'Digital lead of BEIS',
    ])
      expect(text()).toContain(said);
    expect(text()).not.toContain('Role ends');
    await press('Make this change');
    const made = http.expectOne(applies);
    expect([made.request.body, made.request.headers.get('If-Match')]).toEqual([request, '"f1"']);
    await press('Make this change');
    http.expectNone(applies);
    const flash = spyOn(TestBed.inject(Flash), 'success');
    made.flush(reportOf({ mode: 'apply' }));
    await settle();
    expect(flash).toHaveBeenCalledOnceWith('BIS and DECC merged into BEIS from 14 July 2016');
    http.expectOne('/api/organisations/beis');
  });

  it('moves an organisation into another, or lets it go', async () => {
    const { http, list, type, date, submit, settle, text, field, wrong } = await open(
      '/departments/reorganise/move?organisation=ax',
    );
    await list(all, ended);
    const offered = [...(field('parent') as unknown as HTMLSelectElement).options].map(({ text: one }) =>
      one.trim(),
    );
    expect(offered.slice(0, 3)).toEqual([
      'Select an organisation',
      'No other: it becomes independent',
      'Department A',
    ]);
    expect(offered).not.toContain('Department AX');
    await date('7', '2', '2023');
    await submit();
    expect(wrong()).toEqual([['Select what it becomes part of', '#parent']]);
    await type('parent', '-');
    await submit();
    const looked = http.expectOne(checks);
    expect(looked.request.body).toEqual({
      kind: 'move',
      on: '2023-02-07',
      note: null,
      organisation: 'ax',
      parent: null,
    });
    const before = { name: 'AX', abbreviation: null, parent: { slug: 'a', name: 'A', abbreviation: null } };
    const organisations = [reorganised('ax', 'moved', { before }), reorganised('a', 'continues')];
    looked.flush(reportOf({ kind: 'move', organisations, services: [], people: [] }));
    await settle();
    for (const said of [
      'AX becomes independent, no longer part of A',
      'It keeps its services, and its own people keep their roles.',
      'Whoever looks after A no longer looks after AX.',
    ])
      expect(text()).toContain(said);
  });

  it('is looked at again where something changed meanwhile, and is sent with what was seen then', async () => {
    const { http, list, tick, type, date, submit, settle, heading, main, press } = await open(
      '/departments/reorganise/merge',
    );
    await list(all, ended);
    await tick('a');
    await date('14', '7', '2016');
    await type('into', 'b');
    await submit();
    http.expectOne(checks).flush(reportOf());
    await settle();
    await press('Make this change');
    const first = http.expectOne(applies);
    first.flush(problemOf('changed_since_read'), { status: 412, statusText: 'x' });
    await settle();
    http.expectOne(checks).flush(reportOf({ fingerprint: 'f2', services: [] }));
    await settle();
    expect(heading()).toBe('Something changed since you looked: look again');
    expect(document.activeElement).toBe(main().querySelector('h1'));
    expect(main().textContent).toContain('No service goes from one organisation to another.');
    await press('Make this change');
    const second = http.expectOne(applies);
    expect(second.request.headers.get('If-Match')).toBe('"f2"');
    expect(second.request.headers.get('Idempotency-Key')).not.toBe(
      first.request.headers.get('Idempotency-Key'),
    );
  });

  it('says what is wrong beside its field, by the page and by the API, and loses nothing', async () => {
    const { http, harness, list, type, date, submit, settle, wrong, field, main } = await open(
      '/departments/reorganise/rename?organisation=b',
    );
    await list(all, ended);
    expect(field('organisation').value).toBe('b');
    expect(main().textContent).toContain('Department OLD (ended 14 July 2016)');
    await date('31', '6', '2023');
    await submit();
    expect(wrong()).toEqual([
      ['The date of the change must be a real date', '#on'],
      ['Enter the new name of the organisation', '#name'],
    ]);
    http.expectNone(checks);
    await date('7', '2', '2023');
    await type('name', 'Department A');
    await submit();
    const errors = [
      { pointer: '/name', code: 'already_exists', message: 'Department A has this name already' },
    ];
    http.expectOne(checks).flush({ ...problemOf('rule_broken'), errors }, { status: 422, statusText: 'x' });
    await settle();
    expect(wrong()).toEqual([['Department A has this name already', '#name']]);
    expect(field('name').value).toBe('Department A');
    await type('name', 'Ministry B');
    await submit();
    const report = reportOf({
      kind: 'rename',
      organisations: [reorganised('b', 'renamed')],
      services: [],
      people: [],
    });
    http.expectOne(checks).flush(report);
    await settle();
    await harness.navigateByUrl('/departments/reorganise/rename');
    await list(all, ended);
    expect([field('name').value, field('on-day').value, field('organisation').value]).toEqual([
      'Ministry B',
      '7',
      'b',
    ]);
  });

  it('is looked at only by whoever has typed something', async () => {
    const { heading, list } = await open('/departments/reorganise/split/check');
    await list(all, ended);
    expect(heading()).toBe('Split an organisation');
  });

  it('is for admins', async () => {
    const { harness } = await open('/departments/reorganise', 'oversight');
    expect(harness.routeNativeElement?.querySelector('h1') ?? null).toBeNull();
  });
});
