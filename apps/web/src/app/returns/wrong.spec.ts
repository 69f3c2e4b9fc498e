import type { BatchRow } from '@headway/contract';
import { problemOf } from '../platform/problem';
import { serviceOf } from '../services/services.fixture';
import { rowOf } from './edits';
import { days, editOf, liveService } from './returns.fixture';
import { lostSaid, wrongAmong, wrongSaid, wrongWith } from './wrong';

const wrong = (change: Parameters<typeof editOf>[0], service = liveService) =>
  wrongWith(service, editOf(change, service), days).map(({ field, message }) => `${field}: ${message}`);

describe('what is wrong with a row', () => {
  it('is nothing where all is well, nor for the server to judge a confirmation', () => {
    expect(wrong({ answer: 'redesigned' })).toEqual([]);
    expect(wrong({ answer: 'confirm' })).toEqual([]);
  });

  it('is a missing reason where the service goes back', () => {
    expect(wrong({ answer: 'in_progress' })).toEqual(['note: Enter a reason why the service went back']);
    expect(wrong({ answer: 'in_progress', note: 'The supplier left' })).toEqual([]);
  });

  it('is left to the server for a date before what is known here', () => {
    expect(wrong({ answer: 'in_progress', date: '1 5 2024' })).toEqual([]);
  });

  it('is a date that is none, is missing, is still to come or is before the service opened', () => {
    expect(wrong({ answer: 'redesigned', date: '31 6 2026' })).toEqual([
      'effectiveOn: The date the service reached this stage must be a real date, like 3 May 2026',
    ]);
    expect(wrong({ answer: 'redesigned', date: '3 5 26' })).toEqual([
      'effectiveOn: The date the service reached this stage must have a full year, like 2026',
    ]);
    expect(wrong({ answer: 'redesigned', date: '1 5 1989' })[0]).toContain('after 31 December 1989');
    expect(wrong({ answer: 'redesigned', date: ' ' })).toEqual([
      'effectiveOn: Enter the date the service reached this stage',
    ]);
    expect(wrong({ answer: 'redesigned', date: '24 11 2026' })[0]).toContain('today or in the past');
    expect(
      wrong({ answer: 'redesigned', date: '1 1 2019' }, { ...liveService, opensOn: '2020-01-01' })[0],
    ).toContain('after the date it opened');
  });

  it('is a stage not said where none is recorded, and evidence that is no address', () => {
    const unrecorded = serviceOf({ stage: 'not_recorded', stageSince: null });
    expect(wrong({ note: 'New' }, unrecorded)).toEqual(['stage: Select the stage of the service']);
    expect(wrong({ evidenceUrl: 'here' })[0]).toContain('must be a web address');
  });

  it('comes in the order of the table', () => {
    const services = [serviceOf({ reference: 'B-2' }), serviceOf({ reference: 'A-1' })];
    const edit = editOf({ answer: 'not_started' });
    expect(
      wrongAmong(services, { 'A-1': edit, 'B-2': edit }, days).map(({ reference }) => reference),
    ).toEqual(['B-2', 'A-1']);
  });
});

const rows: BatchRow[] = [
  rowOf(serviceOf({ reference: 'A-1' }), editOf({ answer: 'not_started', note: 'x' }), days),
  rowOf(serviceOf({ reference: 'B-2' }), editOf({ answer: 'confirm' }), days),
];
const refused = (code: Parameters<typeof problemOf>[0], ...pointers: string[]) => ({
  ...problemOf(code),
  errors: pointers.map((pointer) => ({ pointer, code: 'x', message: pointer })),
});

describe('what the server says of rows', () => {
  it('goes to the field that it speaks of, the first word on each', () => {
    expect(wrongSaid(refused('rule_broken', '/records/0/note', '/records/0/note'), rows)).toEqual([
      { reference: 'A-1', field: 'note', message: '/records/0/note' },
    ]);
  });

  it('goes to the stage where the page has no such field: a confirmation has no date of its own', () => {
    const found = wrongSaid(refused('rule_broken', '/records/1/effectiveOn', '/records/0/other'), rows);
    expect(found.map(({ reference, field }) => `${reference} ${field}`)).toEqual(['B-2 stage', 'A-1 stage']);
  });

  it('is no error where it only says that somebody was quicker', () => {
    const problem = problemOf('changed_since_read');
    const errors = [{ pointer: '/records/1', code: 'changed_since_read', message: 'Changed' }];
    expect(wrongSaid({ ...problem, errors }, rows)).toEqual([]);
  });

  it('names those that are no longer the person’s', () => {
    expect(lostSaid(refused('not_allowed', '/records/1/service'), rows)).toEqual(['B-2']);
    expect(lostSaid(refused('not_found', '/records/0/service', '/records/1/service'), rows)).toEqual([
      'A-1',
      'B-2',
    ]);
    expect(lostSaid(problemOf('not_allowed'), rows)).toEqual([]);
    expect(lostSaid(refused('rule_broken', '/records/0/service'), rows)).toEqual([]);
  });
});
