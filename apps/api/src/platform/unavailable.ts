import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';

const released = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError];

/** Of the network, and of files that no more may be opened of: a connection could not be made, or broke. */
const connectionCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTCONN'],
  ...['EAI_AGAIN', 'ENOTFOUND', 'ENETDOWN', 'ENETUNREACH', 'EHOSTDOWN', 'EHOSTUNREACH', 'EADDRNOTAVAIL'],
  ...['EMFILE', 'ENFILE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'],
]);

/** What pg and its pool say, in words only, of a connection that is gone, closing or not to be had in time. */
const connectionWords =
  /connection (terminated|timeout|ended|error)|is closed|not queryable|driver not connected|timeout (expired|exceeded when trying to connect)|read timeout|pool after calling end|unexpected \w+ message from backend/i;

/**
 * What PostgreSQL says when it cannot serve: connection exceptions (08), access refused while it is set up anew (28),
 * no resources (53), cancelled for time or shut down (57), no lock in time (55P03), a transaction left idle or too
 * long (25P03, 25P04), errors of the system below it (58), and transactions that stand in each other's way however
 * often they are tried (40001, 40P01; see `Changes.run`).
 */
const serverStates = /^(08|28|53|57P0|57014|55P03|25P0[34]|58|40001|40P01)/;

/** The database takes no changes: its disk is full, or it only reads, as a standby does. */
const readOnlyStates = new Set(['53100', '25006']);

function stateOf(error: unknown): string {
  const inner = error instanceof QueryFailedError ? error.driverError : error;
  return (inner as { code?: string } | undefined)?.code ?? '';
}

/** Whether the database is away, starting, stopping or too busy to answer in time. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // A transaction whose connection broke between two statements.
  if (released.some((kind) => error instanceof kind)) return true;
  const inner = error instanceof QueryFailedError ? (error.driverError as Error) : error;
  if (inner instanceof AggregateError) return inner.errors.some(isUnavailable);
  const { code = '', syscall } = inner as NodeJS.ErrnoException;
  return (
    connectionCodes.has(code) ||
    (code === 'ENOENT' && syscall === 'connect') ||
    serverStates.test(code) ||
    connectionWords.test(inner.message)
  );
}

/** Whether the database can be read but takes no changes. */
export function isReadOnly(error: unknown): boolean {
  return error instanceof Error && readOnlyStates.has(stateOf(error));
}
