import { Agent, type OutgoingHttpHeaders, request } from 'node:http';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string;
}

/** Milliseconds that half and 99 in 100 took at most. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
}

/** And requests a second. */
export interface Measured extends Times {
  readonly rate: number;
}

/** So many clients ask one thing after another for so long; what went wrong ends it. */
export async function measure(
  asked: (n: number) => Asked,
  { clients, seconds, warmUp = 1 }: { clients: number; seconds: number; warmUp?: number },
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const [begin, end] = [performance.now() + warmUp * 1000, performance.now() + (warmUp + seconds) * 1000];
  const took: number[] = [];
  let n = 0;
  const client = async () => {
    while (performance.now() < end) {
      const started = performance.now();
      await ask(asked(n++), agent);
      if (started >= begin) took.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { ...timesOf(took), rate: took.length / seconds };
}

const turn = 200;

/**
 * Half of what each took at most, in milliseconds, and 99 in 100: one client who asks for the one and for the other in
 * turns of a fifth of a second, so that both are measured on the same machine, however it changes.
 */
export async function measureInTurns(
  each: readonly ((n: number) => Asked)[],
  { seconds, warmUp = 1 }: { seconds: number; warmUp?: number },
): Promise<readonly Times[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const begin = performance.now() + warmUp * 1000;
  const end = begin + each.length * seconds * 1000;
  const took = each.map((): number[] => []);
  for (let n = 0; performance.now() < end;)
    for (const [i, asked] of each.entries())
      for (const over = performance.now() + turn; performance.now() < over;) {
        const started = performance.now();
        await ask(asked(n++), agent);
        if (started >= begin) took[i]!.push(performance.now() - started);
      }
  agent.destroy();
  return took.map(timesOf);
}

function timesOf(took: readonly number[]): Times {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Reads the whole answer; milliseconds to its first byte. @throws where it is none of 200 and 201. */
export function ask({ method, url, headers, body }: Asked, agent?: Agent): Promise<number> {
  const started = performance.now();
  return new Promise((done, failed) => {
    const sent = request(url, { method, headers, ...(agent ? { agent } : {}) }, (answer) => {
      let first: number | null = null;
      let said = '';
      answer.on('data', (piece: Buffer) => {
        first ??= performance.now() - started;
        if (answer.statusCode! >= 300) said += piece.toString();
      });
      answer.on('error', failed);
      answer.on('end', () =>
        answer.statusCode! < 300
          ? done(first ?? performance.now() - started)
          : failed(new Error(`${method} ${url}: ${answer.statusCode} ${said}`)),
      );
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
