import { ApiTags } from '@nestjs/swagger';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, FromCaller } from './caller.js';
import { Events } from './events.js';
import { Policy } from './policy.js';

const heartbeat = 15_000;
/** Then the browser comes again by itself, and is asked again who it is. */
const longest = 600_000;

@ApiTags('events')
@Controller('api/events')
export class EventsController {
  constructor(private readonly events: Events) {}

  /** Server-Sent Events. Listens first and then looks back, so that nothing falls between. */
  @Get()
  @Policy('listenToEvents')
  async listen(
    @FromCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const since = Number(request.headers['last-event-id'] ?? NaN);
    const waiting: string[] = [];
    const sent = new Set<string>();
    let send = (text: string): unknown => waiting.push(text);
    const subscription = this.events.seenBy(caller).subscribe({
      next: (event) => {
        if (!sent.has(event.id)) send(asText(event));
      },
      complete: () => reply.raw.end(),
    });
    request.raw.once('close', () => subscription.unsubscribe());
    const missed = Number.isSafeInteger(since) ? await this.events.missed(caller, since) : [];
    reply.hijack();
    reply.raw.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    const beat = setInterval(() => reply.raw.write(':\n\n'), heartbeat);
    const end = setTimeout(() => reply.raw.end(), longest);
    request.raw.once('close', () => {
      clearInterval(beat);
      clearTimeout(end);
    });
    reply.raw.write('retry: 1000\n\n');
    for (const event of missed) {
      sent.add(event.id);
      reply.raw.write(asText(event));
    }
    send = (text) => reply.raw.write(text);
    for (const text of waiting) if (!sent.has(/^id: (\d+)/.exec(text)![1]!)) send(text);
  }
}

function asText({ id, data }: { id: string; data: object }): string {
  return `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}
