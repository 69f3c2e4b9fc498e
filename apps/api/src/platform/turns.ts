/** How many pieces of work are done at once, and how many wait: of everybody together and of each person. */
export interface TurnLimits {
  readonly atOnce: number;
  readonly waiting: number;
  readonly waitingEach: number;
}

interface Waiting {
  readonly who: string;
  readonly start: () => void;
}

/**
 * Work in turn, one piece a person at a time, so that somebody with much to do holds up nobody else. Who waits
 * comes in order of arrival.
 */
export class Turns {
  private readonly running = new Set<string>();
  private readonly waiting: Waiting[] = [];

  constructor(private readonly limits: TurnLimits) {}

  /** Runs `work` when it is its turn. `refuse` makes the error that is thrown where too many wait already. */
  async take<T>(who: string, work: () => Promise<T>, refuse: () => Error): Promise<T> {
    if (!this.mayStart(who)) {
      const own = this.waiting.filter((one) => one.who === who).length;
      if (this.waiting.length >= this.limits.waiting || own >= this.limits.waitingEach) throw refuse();
      await new Promise<void>((start) => this.waiting.push({ who, start }));
    } else this.running.add(who);
    try {
      return await work();
    } finally {
      this.running.delete(who);
      this.startNext();
    }
  }

  private mayStart(who: string): boolean {
    return this.running.size < this.limits.atOnce && !this.running.has(who);
  }

  /** The place is taken here, before whoever comes between could take it. */
  private startNext(): void {
    const next = this.waiting.findIndex(({ who }) => this.mayStart(who));
    if (next === -1) return;
    const [{ who, start }] = this.waiting.splice(next, 1) as [Waiting];
    this.running.add(who);
    start();
  }
}
