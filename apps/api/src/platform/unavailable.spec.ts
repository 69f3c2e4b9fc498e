import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import { isReadOnly, isUnavailable } from './unavailable.js';

const failure = (code: string, message = 'inside') => Object.assign(new Error(message), { code });
const query = (code: string) => new QueryFailedError('SELECT 1', [], failure(code));

describe('a database that is not available', () => {
  const states = [
    '57P01',
    '57P02',
    '57P03',
    '57P05',
    '08006',
    '53200',
    '53300',
    '55P03',
    '57014',
    '25P03',
    '58030',
    '40001',
    '40P01',
  ];
  for (const code of states)
    it(`is known by its state ${code}`, () => expect(isUnavailable(query(code))).toBeTrue());
  for (const code of ['23505', '42P01', '22P02', '25P02'])
    it(`is not meant by state ${code}`, () => expect(isUnavailable(query(code))).toBeFalse());

  const words = [
    'Connection terminated',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout expired',
    'timeout exceeded when trying to connect',
    'Query read timeout',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'Cannot use a pool after calling end on the pool',
    'Driver not Connected',
    'Received unexpected commandComplete message from backend.',
  ];
  for (const said of words)
    it(`is known by what its client says: ${said}`, () => {
      expect(isUnavailable(new Error(said))).toBeTrue();
      expect(isUnavailable(new QueryFailedError('SELECT 1', [], new Error(said)))).toBeTrue();
    });

  it('is known by a transaction that lost its connection', () => {
    expect(isUnavailable(new QueryRunnerAlreadyReleasedError())).toBeTrue();
    expect(isUnavailable(new QueryRunnerProviderAlreadyReleasedError())).toBeTrue();
  });
  it('is known where every address was tried', () =>
    expect(isUnavailable(new AggregateError([failure('ECONNREFUSED')]))).toBeTrue());
  it('is not meant by what is no error', () => expect(isUnavailable({ code: 'ECONNREFUSED' })).toBeFalse());
  it('is not meant by a mistake of ours', () =>
    expect(isUnavailable(new TypeError('x is not a function'))).toBeFalse());
});

describe('a database that only reads', () => {
  it('is known by a full disk and by a refused change', () =>
    expect(['53100', '25006', '53300', '23505'].map((code) => isReadOnly(query(code)))).toEqual([
      true,
      true,
      false,
      false,
    ]));
});
