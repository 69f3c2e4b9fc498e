import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { HeadwayEvent } from '@headway/contract';
import type { Events, Start, StoredEvent } from './events.js';
import type { Listener } from './listeners.js';

const heartbeat = 15_000;

/**
 * The text of a stream: where the listener stands, then every event that it may see, in order, each once.
 * An id without data moves on what the browser asks for when it comes again, and keeps the way open.
 */
export async function* eventStream(
  events: Events,
  { scope, mayHear }: Pick<Listener, 'scope' | 'mayHear'>,
  { at, lost }: Start,
  over: AbortSignal,
): AsyncGenerator<string> {
  const seen = ({ organisationId }: StoredEvent) =>
    !scope || organisationId === null || scope.includes(organisationId);
  yield `retry: 1000\n${lost ? message(at, { kind: 'everything.changed', subject: null }) : position(at)}`;
  while (!over.aborted) {
    const { moves } = events;
    const page = await events.after(at);
    at = page.at(-1)?.id ?? at;
    const text = page.filter(seen).map((event) => message(event.id, event));
    // Whoever lost a right before one of these was written hears none of them.
    if (text.length > 0 && !(await mayHear())) return;
    if (text.length > 0) yield text.join('');
    if (page.length === 0 && !(await events.movedSince(moves, heartbeat, over)) && !over.aborted)
      yield position(at);
  }
}

function position(id: number): string {
  return `id: ${id}\n\n`;
}

function message(id: number, { kind, subject }: HeadwayEvent): string {
  return `id: ${id}\ndata: ${JSON.stringify({ kind, subject })}\n\n`;
}

/** Writes a stream no faster than it is read, and lets go of whoever does not read at all when it is over. */
export async function send(to: Writable, texts: AsyncIterable<string>, over: AbortSignal): Promise<void> {
  try {
    for await (const text of texts) if (!to.write(text)) await once(to, 'drain', { signal: over });
  } catch (error) {
    if (!over.aborted) throw error;
  } finally {
    if (to.writableNeedDrain) to.destroy();
    else to.end();
  }
}
