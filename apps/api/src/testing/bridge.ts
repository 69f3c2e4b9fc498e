import { type Server, type Socket, connect, createServer } from 'node:net';

/**
 * What becomes of a statement on its way: it passes; the way breaks before it arrives, or once it is answered but
 * before the answer arrives; or nothing is ever heard again.
 */
export type Fate = 'passes' | 'breaks before' | 'breaks after' | 'falls silent';

export interface Bridge {
  readonly url: string;
  /** Decides on each statement that PostgreSQL is asked for, by its text; all pass until it is set. */
  fate: (text: string) => Fate;
  /** Breaks every connection, and lets none come until it is mended. */
  cut(): void;
  mend(): Promise<void>;
}

/** A way to a real database on which connections can break. */
export async function bridgeTo(databaseUrl: string): Promise<Bridge> {
  const to = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const fates = { fate: (() => 'passes') as Bridge['fate'] };
  const listen = (port: number) =>
    new Promise<Server>((ready) => {
      const server = createServer((near) => {
        const far = connect(Number(to.port), to.hostname);
        for (const end of [near, far]) {
          sockets.add(end);
          end.on('error', () => undefined).on('close', () => (near.destroy(), far.destroy()));
        }
        carry(near, far, (text) => fates.fate(text));
      }).listen(port, '127.0.0.1', () => ready(server));
    });
  let server = await listen(0);
  const { port } = server.address() as { port: number };
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  return Object.assign(fates, {
    url: url.href,
    cut: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
    mend: async () => void (server = await listen(port)),
  });
}

function carry(near: Socket, far: Socket, fateOf: Bridge['fate']): void {
  let answers: Fate = 'passes';
  const statements = new Statements();
  far.on('data', (chunk) => {
    if (answers === 'breaks after') near.destroy();
    else if (answers === 'passes') near.write(chunk);
  });
  near.on('data', (chunk) => {
    for (const text of statements.read(chunk)) if (answers === 'passes') answers = fateOf(text);
    if (answers === 'breaks before') near.destroy();
    else far.write(chunk);
  });
}

/** Reads what a client sends by PostgreSQL's protocol: the text of each statement as its last message comes. */
class Statements {
  private rest = Buffer.alloc(0);
  private started = false;
  private text = '';
  private readonly named = new Map<string, string>();

  *read(chunk: Buffer): Generator<string> {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      // The first message has no type.
      const head = this.started ? 1 : 0;
      if (this.rest.length < head + 4) return;
      const end = head + this.rest.readUInt32BE(head);
      if (this.rest.length < end) return;
      const type = this.started ? String.fromCharCode(this.rest[0]!) : '';
      const words = this.rest
        .subarray(head + 4, end)
        .toString('latin1')
        .split('\0');
      this.rest = this.rest.subarray(end);
      this.started = true;
      if (type === 'Q') yield words[0]!;
      if (type === 'P') this.named.set(words[0]!, (this.text = words[1]!));
      if (type === 'B') this.text = this.named.get(words[1]!) ?? this.text;
      if (type === 'S') yield this.text;
    }
  }
}
