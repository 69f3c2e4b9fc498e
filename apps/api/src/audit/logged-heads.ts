import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as z from 'zod';

const Line = z.object({
  msg: z.literal('audit head'),
  organisation: z.uuid().nullable(),
  position: z.number().int(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

export type LoggedHead = Pick<z.infer<typeof Line>, 'organisation' | 'position' | 'hash'>;

/** The heads of chains that a log names, in its first so many bytes; `null` for a line that cannot be read. */
export async function* loggedHeads(file: string, bytes: number): AsyncGenerator<LoggedHead | null> {
  if (bytes === 0) return;
  const lines = createInterface({ input: createReadStream(file, { end: bytes - 1 }), crlfDelay: Infinity });
  for await (const line of lines) if (line.includes('"audit head"')) yield read(line);
}

function read(line: string): LoggedHead | null {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
