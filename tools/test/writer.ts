import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

const longest = 15_000;
const dayLength = 86_400_000;
const firstDay = Date.parse('1990-01-02');
/** What may come while something is away; the write is tried again with its key. */
const passing = new Set(['503 unavailable', '409 request_in_flight', 'no answer']);

/** A client that records one stage of a service after another, each for a day of its own, until it is acknowledged. */
export class Writer {
  /** Days of effect whose write was acknowledged. */
  readonly acknowledged: string[] = [];
  readonly odd: string[] = [];
  retries = 0;
  private version = 1;
  private stopped = false;

  private readonly base: string;
  private readonly token: string;
  private readonly reference: string;

  constructor(base: string, token: string, reference: string) {
    [this.base, this.token, this.reference] = [base, token, reference];
  }

  stop(): void {
    this.stopped = true;
  }

  async writeUntilStopped(): Promise<void> {
    for (let n = 0; !this.stopped; n++) {
      const day = new Date(firstDay + n * dayLength).toISOString().slice(0, 10);
      const key = randomUUID();
      for (;;) {
        const answer = await this.write(day, n % 2 ? 'live' : 'in_progress', key);
        if (answer === 'done') break;
        if (!passing.has(answer)) {
          this.odd.push(answer);
          if (!answer.startsWith('500')) return;
        }
        this.retries++;
        await wait(20);
      }
      this.acknowledged.push(day);
    }
  }

  /** Days of effect as they are stored, each as often as it is. */
  async stored(source: DataSource): Promise<string[]> {
    const rows: { day: string }[] = await source.query(
      `SELECT r.effective_on AS day FROM stage_record r JOIN service s ON s.id = r.service_id WHERE s.reference = $1`,
      [this.reference],
    );
    return rows.map(({ day }) => day);
  }

  private async write(day: string, stage: string, key: string): Promise<string> {
    try {
      const answer = await fetch(`${this.base}/api/services/${this.reference}/records`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${this.token}`,
          'content-type': 'application/json',
          'idempotency-key': key,
          'if-match': `"${this.version}"`,
        },
        body: JSON.stringify({ stage, effectiveOn: day, note: key }),
        signal: AbortSignal.timeout(longest),
      });
      const { service, code } = (await answer.json()) as { service?: { version: number }; code?: string };
      if (answer.status !== 201) return `${answer.status} ${code}`;
      this.version = service!.version;
      return 'done';
    } catch {
      return 'no answer';
    }
  }
}
