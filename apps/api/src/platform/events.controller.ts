import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Observable,
  ReplaySubject,
  concat,
  distinct,
  from,
  fromEvent,
  interval,
  last,
  map,
  merge,
  takeUntil,
  timer,
} from 'rxjs';
import { type Caller, FromCaller } from './caller.js';
import { Events, type ToldEvent } from './events.js';
import { Policy } from './policy.js';

const heartbeat = 15_000;
/** Then the browser comes again by itself, and the guard asks again who it is and what it may see. */
const longest = 60_000;

@ApiTags('events')
@Controller('api/events')
export class EventsController {
  constructor(private readonly events: Events) {}

  /** Server-Sent Events. Listens first and then looks back, so that nothing falls between. */
  @Get()
  @Policy('listenToEvents')
  @ApiOkResponse({ content: { 'text/event-stream': {} } })
  async listen(
    @FromCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const live = new ReplaySubject<ToldEvent>();
    const listening = this.events.seenBy(caller).subscribe(live);
    request.raw.once('close', () => listening.unsubscribe());
    const since = /^\d{1,15}$/.exec(String(request.headers['last-event-id'] ?? ''));
    const missed = since ? await this.events.missed(caller, Number(since[0])) : [];
    reply.hijack();
    if (request.raw.destroyed) return;
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'Content-Type': 'text/event-stream',
      'X-Accel-Buffering': 'no',
      // It is not used again, so a server that stops need not wait for it.
      Connection: 'close',
    });
    if (request.method === 'HEAD') {
      reply.raw.end();
      return;
    }
    const over = merge(timer(longest), fromEvent(request.raw, 'close'), live.pipe(last(null, null)));
    stream(missed, live)
      .pipe(takeUntil(over))
      .subscribe({ next: (text) => reply.raw.write(text), complete: () => reply.raw.end() });
  }
}

/** What was missed, then what happens, each event once; and a comment now and then to keep the way open. */
function stream(missed: readonly ToldEvent[], live: Observable<ToldEvent>): Observable<string> {
  const events = concat(from(missed), live).pipe(
    distinct(({ id }) => id),
    map(({ id, data }) => `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`),
  );
  const comments = interval(heartbeat).pipe(map(() => ':\n\n'));
  return merge(from(['retry: 1000\n\n']), events, comments);
}
