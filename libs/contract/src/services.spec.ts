import {
  NewService,
  ServiceChange,
  ServicesDownloadQuery,
  ServicesQuery,
  referencePattern,
} from './services.js';
import { faults, parsed } from './answers.fixture.js';

const plain = () => ({ name: 'Apply for a fishing licence', audience: 'external', organisation: 'defra' });

describe('a new service', () => {
  it('needs a name, an audience and an organisation, and has nothing else unless given', () =>
    expect(parsed(NewService, plain())).toEqual({
      read: {
        ...plain(),
        description: null,
        address: null,
        transactionsAYear: null,
        owner: null,
        opensOn: null,
      },
    }));

  it('says all that is missing', () =>
    expect(faults(NewService, {})).toEqual(['audience', 'name', 'organisation']));

  it('says what is missing in words', () => {
    expect(parsed(NewService, { ...plain(), name: ' ' })).toEqual({
      refused: ['name: Enter the name of the service'],
    });
    expect(parsed(NewService, { ...plain(), organisation: '' })).toEqual({
      refused: ['organisation: Select the organisation that owns the service'],
    });
    expect(parsed(NewService, { ...plain(), audience: 'both' })).toEqual({
      refused: ['audience: Select who the service is for'],
    });
  });

  for (const field of ['id', 'version', 'stage', 'Name', 'constructor', 'toString'])
    it(`refuses the unknown field ${field}`, () =>
      expect(faults(NewService, { ...plain(), [field]: 'x' })).toEqual([field]));

  it('refuses __proto__ as JSON brings it, and passes nothing on from it', () => {
    const body: unknown = JSON.parse(
      `{ "__proto__": { "name": "x" }, "audience": "external", "organisation": "a" }`,
    );
    expect(faults(NewService, body)).toEqual(['__proto__', 'name']);
    expect(({} as { name?: string }).name).toBeUndefined();
  });

  for (const value of [null, [], 'x', 7])
    it(`is not ${JSON.stringify(value)}`, () => expect(faults(NewService, value)).toEqual(['']));

  describe('with transactions a year', () => {
    for (const n of [0, 1, 14_000_000, 1e12, null])
      it(`takes ${n}`, () => expect(faults(NewService, { ...plain(), transactionsAYear: n })).toEqual([]));

    const refused = [
      [-1, 'Transactions a year must be 0 or more'],
      [1.5, 'Transactions a year must be a whole number'],
      [1e12 + 1, 'Transactions a year must be a million million or fewer'],
      ['5', 'Transactions a year must be a whole number'],
      [Number.NaN, 'Transactions a year must be a whole number'],
      [Number.POSITIVE_INFINITY, 'Transactions a year must be a whole number'],
      [true, 'Transactions a year must be a whole number'],
    ] as const;
    for (const [n, message] of refused)
      it(`refuses ${JSON.stringify(n)} (${n})`, () =>
        expect(parsed(NewService, { ...plain(), transactionsAYear: n })).toEqual({
          refused: [`transactionsAYear: ${message}`],
        }));
  });

  describe('with a reference', () => {
    for (const text of ['DWP-014', 'a', '7', 'A/b.c_d-9', 'x'.repeat(40)])
      it(`takes ${text}`, () =>
        expect(parsed(NewService.shape.reference, ` ${text} `)).toEqual({ read: text }));
    for (const text of ['', '-1', '.x', '=A1', 'a b', 'é', 'x'.repeat(41), 'a\nb'])
      it(`refuses ${JSON.stringify(text)}`, () => {
        expect(faults(NewService, { ...plain(), reference: text })).toEqual(['reference']);
        expect(referencePattern.test(text)).toBeFalse();
      });
  });
});

describe('a change of a service', () => {
  it('may be of one thing alone, and adds none', () => {
    expect(parsed(ServiceChange, { owner: ' A B ' })).toEqual({ read: { owner: 'A B' } });
    expect(parsed(ServiceChange, {})).toEqual({ refused: ['Say what changes'] });
  });

  it('may blank what is optional', () =>
    expect(parsed(ServiceChange, { address: '', transactionsAYear: null, opensOn: null })).toEqual({
      read: { address: null, transactionsAYear: null, opensOn: null },
    }));

  it('may not blank the name', () => expect(faults(ServiceChange, { name: '' })).toEqual(['name']));

  it('may not name a field and then say nothing of it', () =>
    expect(faults(ServiceChange, { name: undefined })).toEqual(['name']));

  for (const field of ['organisation', 'reference', 'stage', 'version'])
    it(`cannot be of ${field}`, () => expect(faults(ServiceChange, { [field]: 'x' })).toEqual([field]));
});

describe('a query for services', () => {
  it('has defaults for paging and order only', () =>
    expect(parsed(ServicesQuery, {})).toEqual({ read: { page: 1, pageSize: 50, sort: 'name' } }));

  it('takes filters once or again', () =>
    expect(
      parsed(ServicesQuery, {
        organisation: 'dwp',
        stage: ['live', 'not_recorded'],
        on: '2026-03-31',
        sort: '-stage',
      }),
    ).toEqual({
      read: {
        page: 1,
        pageSize: 50,
        organisation: ['dwp'],
        stage: ['live', 'not_recorded'],
        on: '2026-03-31',
        sort: '-stage',
      },
    }));

  const refused = [
    [{ sort: 'version' }, 'sort'],
    [{ sort: ['name', 'stage'] }, 'sort'],
    [{ sort: '--name' }, 'sort'],
    [{ stage: 'retired' }, 'stage'],
    [{ stage: ['live', 'Live'] }, 'stage'],
    [{ audience: ['external', 'internal'] }, 'audience'],
    [{ on: '2026-06-31' }, 'on'],
    [{ boundaries: 'now' }, 'boundaries'],
    [{ asKnownAt: '2026-06-31' }, 'asKnownAt'],
    [{ redesign: 'begun' }, 'redesign'],
    [{ backOffice: ['live', 'gone'] }, 'backOffice'],
    [{ closed: 'false' }, 'closed'],
    [{ organisation: 'a\0' }, 'organisation'],
    [{ page: '0' }, 'page'],
    [{ limit: '5' }, 'limit'],
  ] as const;
  for (const [query, field] of refused)
    it(`refuses ${JSON.stringify(query)}`, () => expect(faults(ServicesQuery, query)).toEqual([field]));

  it('to download takes the filters, without paging or order', () => {
    expect(parsed(ServicesDownloadQuery, { q: 'tax' })).toEqual({ read: { q: 'tax' } });
    expect(faults(ServicesDownloadQuery, { page: '1', sort: 'name' })).toEqual(['page', 'sort']);
  });
});
