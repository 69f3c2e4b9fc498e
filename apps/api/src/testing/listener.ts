import type { HeadwayEvent } from '@headway/contract';

export interface Heard extends HeadwayEvent {
  readonly id: number;
}

/** A client of `GET /api/events` as a browser is one: it comes again with the last id that it was given. */
export class Listener {
  readonly heard: Heard[] = [];
  lastEventId: string | null;
  private stop = new AbortController();

  constructor(
    private readonly credential: string | { readonly cookie: string },
    lastEventId: number | null = null,
  ) {
    this.lastEventId = lastEventId === null ? null : String(lastEventId);
  }

  /** Listens there until it is told to leave or what it heard is enough; without that, until the other end hangs up. */
  async listen(base: string, enough?: (heard: readonly Heard[]) => boolean): Promise<void> {
    this.stop = new AbortController();
    do await this.listenOnce(base, enough);
    while (enough && !this.stop.signal.aborted);
  }

  leave(): void {
    this.stop.abort();
  }

  private async listenOnce(base: string, enough?: (heard: readonly Heard[]) => boolean): Promise<void> {
    const headers = {
      ...(typeof this.credential === 'string'
        ? { authorization: `Bearer ${this.credential}` }
        : this.credential),
      ...(this.lastEventId === null ? {} : { 'last-event-id': this.lastEventId }),
    };
    try {
      const { body } = await fetch(`${base}/api/events`, { headers, signal: this.stop.signal });
      let text = '';
      for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
        const blocks = (text + chunk).split('\n\n');
        text = blocks.pop()!;
        for (const block of blocks) this.take(block);
        if (enough?.(this.heard)) this.leave();
      }
    } catch (error) {
      if (!this.stop.signal.aborted) throw error;
    }
  }

  private take(block: string): void {
    const id = /^id: (\d+)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (id !== undefined) this.lastEventId = id;
    if (data !== undefined) this.heard.push({ id: Number(id), ...(JSON.parse(data) as HeadwayEvent) });
  }
}
