import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, FromCaller } from './caller.js';
import { eventStream, send } from './event-stream.js';
import { Events } from './events.js';
import { Listeners } from './listeners.js';
import { Log } from './log.js';
import { Policy } from './policy.js';

/** Then the browser comes again by itself, and the guard asks again who it is and what it may see. */
const longest = 60_000;

@ApiTags('events')
@Controller('api/events')
export class EventsController {
  constructor(
    private readonly events: Events,
    private readonly listeners: Listeners,
    private readonly log: Log,
  ) {}

  /** Server-Sent Events: what happens from now on, or after `Last-Event-ID`. */
  @Get()
  @Policy('listenToEvents')
  @ApiOkResponse({ content: { 'text/event-stream': {} } })
  async listen(
    @FromCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const last = /^\d{1,15}$/.exec(String(request.headers['last-event-id'] ?? ''));
    const start = await this.events.startFrom(last && Number(last[0]));
    reply.hijack();
    if (reply.raw.destroyed) return;
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
    const gone = new AbortController();
    const enough = setTimeout(() => gone.abort(), longest);
    const listener = this.listeners.join(request.credential!, caller);
    reply.raw.once('close', () => {
      clearTimeout(enough);
      listener.leave();
      gone.abort();
    });
    const over = AbortSignal.any([gone.signal, listener.ended, this.events.ending]);
    const texts = eventStream(this.events, listener, start, over);
    // It comes again and goes on where it was.
    await send(reply.raw, texts, over).catch((error: unknown) =>
      this.log.warn({ err: error }, 'a stream of events broke off'),
    );
  }
}
