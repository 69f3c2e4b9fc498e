import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import { SteadyDestination, toDescriptor } from './log-destination.js';

/** The one log of the process: JSON lines, no personal data beyond ids. */
export abstract class Log {
  abstract info(fields: object, message: string): void;
  abstract warn(fields: object, message: string): void;
  abstract error(fields: object, message: string): void;
  /** What the log must hold whatever its level, since it is the proof of something. */
  abstract record(fields: object, message: string): void;
}

export function newLog(level: string, to: DestinationStream = toDescriptor(1)): Logger & Pick<Log, 'record'> {
  const steady = new SteadyDestination(to);
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: told } };
  const always = pino({ ...options, level: 'info' }, { write: (line) => steady.writeWithoutLoss(line) });
  return Object.assign(pino({ ...options, level }, steady), {
    record: (fields: object, message: string) => always.info(fields, message),
  });
}

/** Of an error only what says where it happened: a failed statement carries what people typed. */
export function told(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const code =
    (error as { code?: unknown }).code ?? (error as { driverError?: { code?: unknown } }).driverError?.code;
  return { name, message, ...(code === undefined ? {} : { code }), stack };
}

/** Nest's own lines, in the same log; its start-up chatter only when debugging. */
export function nestLogger(log: Logger): LoggerService {
  return {
    log: (message: unknown) => log.debug(String(message)),
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown) => log.error(message instanceof Error ? { err: message } : {}, String(message)),
    fatal: (message: unknown) => log.fatal(String(message)),
  };
}
