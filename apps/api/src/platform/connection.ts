import type { Socket } from 'node:net';
import type { ClientConfig } from 'pg';
import { PlannedOnce } from './planned-once.js';

/** Longer than PostgreSQL needs to cancel a statement and say so. */
const grace = 3_000;
const usualStatementTimeout = 5_000;

/** What an unanswered statement ends with; the code is that of a network that went silent. */
export function noAnswer(): Error {
  return Object.assign(new Error('The database gave no answer in time'), { code: 'ETIMEDOUT' });
}

type Query = (...args: unknown[]) => unknown;
type Callback = (...args: unknown[]) => void;

/**
 * A connection that does not wait for ever. PostgreSQL ends long statements by itself; where it is frozen, or its
 * answer is lost on the way, nothing would. Then the connection is destroyed: what it is in the middle of nobody
 * knows, so nobody may use it again.
 */
export class Connection extends PlannedOnce {
  private readonly patience: Patience;
  private unanswered = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(config?: ClientConfig) {
    super(config);
    this.patience = new Patience(Number(config?.statement_timeout ?? usualStatementTimeout));
    const query = this.query.bind(this) as Query;
    this.query = ((...given: unknown[]) => {
      const [statement] = given;
      // COPY is a stream; whoever reads it watches it.
      if (typeof (statement as { submit?: unknown } | null)?.submit === 'function') return query(...given);
      const text = typeof statement === 'string' ? statement : (statement as { text?: string })?.text;
      this.patience.hear(text ?? '');
      this.wait(1);
      const answered = () => this.wait(-1);
      const callback = given.findIndex((one) => typeof one === 'function');
      if (callback >= 0) {
        const call = given[callback] as Callback;
        given[callback] = ((...answer) => (answered(), call(...answer))) satisfies Callback;
        return query(...given);
      }
      const answer = query(...given) as Promise<unknown>;
      answer.then(answered, answered);
      return answer;
    }) as typeof this.query;
  }

  /** Statements wait for one another, so the time starts anew with each answer. */
  private wait(more: 1 | -1): void {
    this.unanswered += more;
    clearTimeout(this.timer);
    const { milliseconds } = this.patience;
    if (this.unanswered > 0 && milliseconds !== null)
      this.timer = setTimeout(() => this.stream.destroy(noAnswer()), milliseconds).unref();
  }

  private get stream(): Socket {
    return (this as unknown as { connection: { stream: Socket } }).connection.stream;
  }
}

const setting = /\bSET\s+(LOCAL\s+)?statement_timeout\s*(?:=|TO)\s*'?(\d+)\s*(ms|s|min)?/i;
const unitInMilliseconds = { ms: 1, s: 1_000, min: 60_000 };

/** How long to wait for an answer: as long as PostgreSQL lets a statement take, which statements themselves say. */
export class Patience {
  private session: number;
  private transaction: number | null = null;
  private over = false;

  constructor(private readonly usual: number) {
    this.session = usual;
  }

  /** Milliseconds for the statement heard last; null where it may take any time. */
  get milliseconds(): number | null {
    const limit = this.transaction ?? this.session;
    return limit === 0 ? null : limit + grace;
  }

  hear(text: string): void {
    if (this.over) this.transaction = null;
    // What ends a transaction may take as long as the rest of it: deferred constraints are checked then.
    this.over = /^\s*(COMMIT|ROLLBACK(?!\s+TO)|END|ABORT)\b/i.test(text);
    if (/\bRESET\s+statement_timeout/i.test(text)) this.session = this.usual;
    const [, local, figure, unit = 'ms'] = setting.exec(text) ?? [];
    if (figure === undefined) return;
    const limit = Number(figure) * unitInMilliseconds[unit.toLowerCase() as 'ms' | 's' | 'min'];
    if (local) this.transaction = limit;
    else this.session = limit;
  }
}
